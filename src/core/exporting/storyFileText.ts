/**
 * How does what is shown become a story file of its own? Events are added one by one; actors and sources are those that
 * they name. It opens in Dateline again: nothing in it refers to what is not in it.
 */
import type { ActorId, EventId, SourceId } from '../base/brand.ts'
import type { Relation, StoryFrame, TimelineEvent } from '../story/story.ts'
import { FORMAT_VERSION, type StoryHeadFile } from '../story/storyFile.ts'
import { writeActor, writeEvent, writeRelations, writeRevision, writeSource } from './storyItems.ts'

export class StoryFileText {
  readonly #events: {
    readonly id: EventId
    readonly json: string
    readonly relations: readonly Relation[]
  }[] = []
  readonly #actors = new Set<ActorId>()
  readonly #sources = new Set<SourceId>()

  /** In reading order. */
  add(event: TimelineEvent): void {
    const { id, relations } = event
    this.#events.push({ id, json: JSON.stringify(writeEvent(event)), relations })
    for (const actor of actorsOf(event)) this.#actors.add(actor)
    for (const source of sourcesOf(event)) this.#sources.add(source)
  }

  /**
   * The text, in pieces: a line for each actor, source and event.
   * @param note of what was left out and whence it comes, said after the summary; empty where it is the whole story
   */
  finish(frame: StoryFrame, note: string): readonly string[] {
    const kept = new Set(this.#events.map(({ id }) => id))
    const isKept = (id: EventId): boolean => kept.has(id)
    const sources = closeOver(this.#sources, frame)
    const head = writeHead(frame, note, sources)
    const revisions = frame.revisions
      .filter(({ events }) => events.length === 0 || events.some(isKept))
      .map((revision) => writeRevision(revision, isKept))
    return [
      `{\n"format": ${FORMAT_VERSION},\n"story": ${JSON.stringify(head)},\n`,
      ...list(
        'actors',
        [...frame.actors.values()].filter(({ id }) => this.#actors.has(id)).map(asJson(writeActor)),
      ),
      ',\n',
      ...list(
        'sources',
        [...frame.sources.values()].filter(({ id }) => sources.has(id)).map(asJson(writeSource)),
      ),
      ',\n',
      ...list(
        'events',
        this.#events.map(({ json, relations }) => withRelations(json, writeRelations(relations, isKept))),
      ),
      ...(revisions.length === 0 ? [] : [',\n', ...list('revisions', revisions.map(asJson((item) => item)))]),
      '\n}\n',
    ]
  }
}

function asJson<Item>(write: (item: Item) => object): (item: Item) => string {
  return (item) => JSON.stringify(write(item))
}

function list(name: string, lines: readonly string[]): readonly string[] {
  return [`"${name}": [`, ...lines.map((line, i) => `${i === 0 ? '' : ','}\n${line}`), '\n]']
}

/** @param json of an object that has fields */
function withRelations(json: string, relations: readonly object[]): string {
  return relations.length === 0 ? json : `${json.slice(0, -1)},"relations":${JSON.stringify(relations)}}`
}

function writeHead(frame: StoryFrame, note: string, sources: ReadonlySet<SourceId>): StoryHeadFile {
  const { id, title, summary, language, published, revised, baseText, defaultView } = frame
  return {
    id,
    title,
    summary: note === '' ? summary : `${summary} ${note}`,
    language,
    published: published.edtf,
    revised: revised.edtf,
    ...(baseText !== null && sources.has(baseText) && { baseText }),
    defaultView,
  }
}

function actorsOf({ actors, accounts, statements }: TimelineEvent): readonly ActorId[] {
  return [
    ...actors.map(({ actor }) => actor),
    ...accounts.flatMap(({ attributedTo }) => attributedTo ?? []),
    ...statements.flatMap(({ speaker }) => speaker ?? []),
  ]
}

/** Every source that an event names. */
export function sourcesOf(event: TimelineEvent): readonly SourceId[] {
  const { sources, reported, publishes, standing, statements } = event
  return [
    ...sources,
    ...(reported === null ? [] : [reported.source]),
    ...(publishes === null ? [] : [publishes]),
    ...(standing.source === null ? [] : [standing.source]),
    ...statements.flatMap(({ locator }) => (locator === null ? [] : [locator.source])),
  ]
}

/** With the base text, and those that render the headline of another. */
function closeOver(named: ReadonlySet<SourceId>, { sources, baseText }: StoryFrame): ReadonlySet<SourceId> {
  const all = new Set(named)
  if (baseText !== null) all.add(baseText)
  // A set that grows while it is read: what is added is read too.
  for (const id of all) for (const { by } of sources.get(id)?.renderings ?? []) all.add(by)
  return all
}
