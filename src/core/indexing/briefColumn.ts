/**
 * How are the briefs of a million events kept without a million objects? As bytes, one short JSON list after the
 * other, read when an event comes into view.
 */
import type { ActorId, EventId, SourceId } from '../base/brand.ts'
import type { EventBrief, EventList } from '../story/eventBrief.ts'
import type { DerivedBound, Relation, RelationKind, StandingKind, TimelineEvent } from '../story/story.ts'
import { derivedBounds, standings } from '../story/storyFile.ts'
import type { FuzzyDate } from '../time/fuzzyDate.ts'
import { parseEdtf } from '../time/parseEdtf.ts'

/** A million briefs, in the order of their bytes; row i has bytes from starts[i] to starts[i] + lengths[i]. */
export interface BriefColumns {
  readonly bytes: Uint8Array
  readonly starts: Uint32Array
  readonly lengths: Uint32Array
}

/** Fields of a brief in their places; texts as the file has them, names of lists by their numbers. */
type WrittenBrief = readonly [
  id: string,
  title: string,
  /** 0: the same as the title */ shortTitle: string | 0,
  /** 0: undated */ edtf: string | 0,
  /** bit i: derivedBounds[i] */ derived: number,
  standing: number,
  actors: readonly number[],
  sourceCount: number,
  statementCount: number,
  reported?: readonly [edtf: string, source: string] | 0,
  publishes?: string | 0,
]

/** The id alone. @param text as writeBrief gives it */
export function idOfBrief(text: string): EventId {
  return (JSON.parse(text) as WrittenBrief)[0] as EventId
}

/** Without relations, which are not known before the last event. @param actorNumber position of an actor among those of the story */
export function writeBrief(event: TimelineEvent, actorNumber: ReadonlyMap<string, number>): string {
  const derived = (event.when?.derived ?? []).reduce(
    (bits, bound) => bits | (1 << derivedBounds.indexOf(bound)),
    0,
  )
  const written: unknown[] = [
    event.id,
    event.title,
    event.shortTitle === event.title ? 0 : event.shortTitle,
    event.when === null ? 0 : event.when.date.edtf,
    derived,
    standings.indexOf(event.standing.is),
    event.actors.map(({ actor }) => actorNumber.get(actor) ?? -1),
    event.sources.length,
    event.statements.length,
  ]
  const { reported, publishes } = event
  if (reported !== null || publishes !== null)
    written.push(reported === null ? 0 : [reported.date.edtf, reported.source], publishes ?? 0)
  return JSON.stringify(written)
}

/** A relation by the other event's row. */
export interface RowRelation {
  readonly is: RelationKind
  readonly to: number
}

interface BriefReading {
  readonly columns: BriefColumns
  /** Ids of the story's actors by number. */
  readonly actors: readonly string[]
  readonly relationsOf: (row: number) => readonly RowRelation[]
  /** UTF-8 bytes → text. */
  readonly decode: (bytes: Uint8Array) => string
}

/** Briefs that were read lately; what is on screen is asked for many times. */
const KEPT = 4096

/** The events of the columns; each read when it is asked for. */
export class BriefList implements EventList {
  readonly length: number
  readonly #reading: BriefReading
  readonly #kept = new Map<number, EventBrief>()

  constructor(reading: BriefReading) {
    this.#reading = reading
    this.length = reading.columns.starts.length
  }

  readonly at = (row: number): EventBrief | undefined => {
    const known = this.#kept.get(row)
    if (known !== undefined) return known
    if (!(row >= 0 && row < this.length)) return undefined
    const brief = this.#read(row)
    if (this.#kept.size >= KEPT) this.#kept.clear()
    this.#kept.set(row, brief)
    return brief
  }

  /** Only the id: cheaper than a whole brief. */
  readonly idAt = (row: number): EventId => this.#written(row)[0] as EventId

  #written(row: number): WrittenBrief {
    const { bytes, starts, lengths } = this.#reading.columns
    const start = starts[row] ?? 0
    const text = this.#reading.decode(bytes.subarray(start, start + (lengths[row] ?? 0)))
    return JSON.parse(text) as WrittenBrief
  }

  #read(row: number): EventBrief {
    const [id, title, short, edtf, derived, standing, actors, sourceCount, statementCount, ...rest] =
      this.#written(row)
    const [reported = 0, publishes = 0] = rest
    return {
      id: id as EventId,
      title,
      shortTitle: short === 0 ? title : short,
      when: edtf === 0 ? null : { date: readSound(edtf), derived: readDerived(derived) },
      reported: reported === 0 ? null : { date: readSound(reported[0]), source: reported[1] as SourceId },
      publishes: publishes === 0 ? null : (publishes as SourceId),
      standing: { is: standings[standing] as StandingKind },
      actors: actors.flatMap((number) => {
        const actor = this.#reading.actors[number]
        return actor === undefined ? [] : [{ actor: actor as ActorId }]
      }),
      sources: { length: sourceCount },
      statements: { length: statementCount },
      relations: this.#reading.relationsOf(row).map(({ is, to }): Relation => ({ is, to: this.idAt(to) })),
    }
  }
}

/** What was sound when the file was read is sound now. */
function readSound(edtf: string): FuzzyDate {
  const date = parseEdtf(edtf)
  if (!date.ok) throw new Error(`a brief holds a bad date: ${date.problem}`)
  return date.value
}

function readDerived(bits: number): readonly DerivedBound[] {
  return derivedBounds.filter((_, i) => (bits & (1 << i)) !== 0)
}
