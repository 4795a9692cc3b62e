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
  *finish(frame: StoryFrame, note: string): Generator<string, void> {
    const kept = new Set(this.#events.map(({ id }) => id))
    const isKept = (id: EventId): boolean => kept.has(id)
    const sources = closeOver(this.#sources, frame)
    const actors = [...frame.actors.values()].filter(({ id }) => this.#actors.has(id))
    const revisions = frame.revisions.filter(({ events }) => events.length === 0 || events.some(isKept))
    yield `{\n"format": ${FORMAT_VERSION},\n"story": ${JSON.stringify(writeHead(frame, note, sources))}`
    yield* writeList('actors', actors, (actor) => JSON.stringify(writeActor(actor)))
    yield* writeList(
      'sources',
      [...frame.sources.values()].filter(({ id }) => sources.has(id)),
      (source) => JSON.stringify(writeSource(source)),
    )
    yield* writeList('events', this.#events, ({ json, relations }) =>
      withRelations(json, writeRelations(relations, isKept)),
    )
    if (revisions.length > 0)
      yield* writeList('revisions', revisions, (revision) => JSON.stringify(writeRevision(revision, isKept)))
    yield '\n}\n'
  }
}

/** After the field before it. */
function* writeList<Item>(
  name: string,
  items: readonly Item[],
  write: (item: Item) => string,
): Generator<string, void> {
  yield `,\n"${name}": [`
  for (const [i, item] of items.entries()) yield `${i === 0 ? '' : ','}\n${write(item)}`
  yield '\n]'
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
