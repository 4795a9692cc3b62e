/** A made-up story as its file has it, to hold the page against. */
import { generateStory, type StoryOptions } from '../bench/generator/generateStory.ts'

export interface GeneratedStory {
  readonly story: { readonly title: string }
  readonly actors: readonly { readonly id: string; readonly name: string }[]
  readonly sources: readonly { readonly id: string; readonly 'container-title': string }[]
  readonly events: readonly GeneratedEvent[]
}

export interface GeneratedEvent {
  readonly id: string
  readonly aliases?: readonly string[]
  readonly title: string
  readonly summary: string
  readonly date: { readonly edtf: string; readonly sources?: readonly string[] } | null
  readonly reported?: { readonly edtf: string; readonly source: string }
  readonly publishes?: string
  readonly standing: { readonly is: string; readonly source?: string }
  readonly sources?: readonly string[]
  readonly actors: readonly { readonly actor: string }[]
  readonly statements: readonly {
    readonly id: string
    readonly speaker: string | null
    readonly text: string
    readonly record: string
    readonly chain: readonly { readonly source: string }[]
  }[]
  readonly accounts?: readonly {
    readonly attributedTo?: string
    readonly chain: readonly { readonly source: string }[]
  }[]
}

export function generatedStory(options: StoryOptions): {
  readonly text: string
  readonly story: GeneratedStory
} {
  const text = [...generateStory(options)].join('')
  return { text, story: JSON.parse(text) as GeneratedStory }
}

/** Everyone an event involves, as the filter counts them. */
export function involves(event: GeneratedEvent, actor: string): boolean {
  return (
    event.actors.some((listed) => listed.actor === actor) ||
    event.statements.some(({ speaker }) => speaker === actor) ||
    (event.accounts ?? []).some(({ attributedTo }) => attributedTo === actor)
  )
}

/** Whether an event has a value, as the filter by each other facet counts it. */
export const hasValue = {
  standing: ({ standing }: GeneratedEvent, value: string) => standing.is === value,
  record: ({ statements }: GeneratedEvent, value: string) =>
    statements.some(({ record }) => record === value),
  source: (
    { date, reported, publishes, standing, sources, statements, accounts }: GeneratedEvent,
    value: string,
  ) =>
    [
      ...(date?.sources ?? []),
      ...(sources ?? []),
      ...[...statements, ...(accounts ?? [])].flatMap(({ chain }) => chain.map(({ source }) => source)),
      reported?.source,
      publishes,
      standing.source,
    ].includes(value),
  speaker: ({ statements }: GeneratedEvent, value: string) =>
    statements.some(({ speaker }) => speaker === value),
} as const

/** One value of each, how it is called, and how many events have it. */
export function oneOfEachFacet({ actors, sources, events }: GeneratedStory) {
  const [source, actor] = [sources[0], actors[0]]
  if (source === undefined || actor === undefined) throw new Error('the story has sources and actors')
  const values = [
    { facet: 'standing', called: 'Standing', value: 'disputed', name: 'Disputed' },
    { facet: 'record', called: 'On record', value: 'not-named', name: 'Not named' },
    { facet: 'source', called: 'Sources', value: source.id, name: source['container-title'] },
    { facet: 'speaker', called: 'Speakers', value: actor.id, name: actor.name },
  ] as const
  return values.map((one) => ({
    ...one,
    count: events.filter((event) => hasValue[one.facet](event, one.value)).length,
  }))
}
