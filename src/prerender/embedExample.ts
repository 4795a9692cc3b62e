/** What does a page look like that has three frames of one story? It obeys our policy. */
import { CONTENT_POLICY } from './contentPolicyPlugin.ts'
import { escapeAttribute } from '../core/publishing/embedSnippet.ts'
import { embedExampleWords as words } from '../core/wording/embedWords.ts'

export interface ExampleFrame {
  readonly heading: string
  /** From the root of the host. */
  readonly src: string
  readonly title: string
}

export const EXAMPLE_STYLE = `:root {
  color-scheme: light dark;
}
body {
  max-width: 960px;
  margin: 0 auto;
  padding: 24px 16px;
  font: 17px/26px Georgia, serif;
}
iframe {
  display: block;
  width: 100%;
  height: 480px;
  border: 0;
}
`

/** The whole story; what involves the actor of most events; the event with most statements. @param base of the site, with its slashes */
export function listExampleFrames(story: unknown, base: string): readonly ExampleFrame[] {
  const { title, events } = readStory(story)
  const actor = mostFrequent(events.flatMap((event) => event.actors))
  const event = [...events].sort((a, b) => b.statementCount - a.statementCount)[0]
  return [
    { heading: words.whole, src: `${base}embed/`, title },
    ...(actor === null
      ? []
      : [{ heading: words.ofActor, src: `${base}embed/?actor=${encodeURIComponent(actor)}`, title }]),
    ...(event === undefined
      ? []
      : [
          {
            heading: words.ofEvent,
            src: `${base}events/${encodeURIComponent(event.id)}/?embed`,
            title: `${event.title} · ${title}`,
          },
        ]),
  ]
}

export function formatEmbedExample(frames: readonly ExampleFrame[], base: string): string {
  const sections = frames.map(
    ({ heading, src, title }) => `    <section>
      <h2>${escapeAttribute(heading)}</h2>
      <iframe data-dateline src="${escapeAttribute(src)}" title="${escapeAttribute(title)}" loading="lazy" allow="clipboard-write"></iframe>
    </section>
`,
  )
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${CONTENT_POLICY}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="robots" content="noindex" />
    <title>${escapeAttribute(words.title)} · Dateline</title>
    <link rel="icon" href="${base}favicon.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="${base}embed-example/style.css" />
    <script src="${base}embed-example/height.js"></script>
  </head>
  <body>
    <h1>${escapeAttribute(words.title)}</h1>
    <p>${escapeAttribute(words.lead)}</p>
${sections.join('')}  </body>
</html>
`
}

interface ExampleEvent {
  readonly id: string
  readonly title: string
  readonly actors: readonly string[]
  readonly statementCount: number
}

/** Only what the page needs; whether the story is sound is for parseStory to say. */
function readStory(story: unknown): { readonly title: string; readonly events: readonly ExampleEvent[] } {
  const file = recordOf(story)
  const events = listOf(file['events']).map((item): ExampleEvent => {
    const event = recordOf(item)
    return {
      id: textOf(event['id']),
      title: textOf(event['title']),
      actors: listOf(event['actors']).map((actor) => textOf(recordOf(actor)['actor'])),
      statementCount: listOf(event['statements']).length,
    }
  })
  return {
    title: textOf(recordOf(file['story'])['title']) || 'Dateline',
    events: events.filter(({ id }) => id !== ''),
  }
}

function mostFrequent(values: readonly string[]): string | null {
  const counts = new Map<string, number>()
  for (const value of values) if (value !== '') counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {}
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
