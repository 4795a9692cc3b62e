/**
 * How are the briefs of a million events kept without a million objects? As bytes, one short JSON list after the
 * other, read when an event comes into view.
 */
import { countUpTo } from '../base/bisect.ts'
import type { ActorId, EventId, SourceId } from '../base/brand.ts'
import type { EventBrief, EventList } from '../story/eventBrief.ts'
import type { DerivedBound, Relation, RelationKind, StandingKind } from '../story/story.ts'
import { derivedBounds, standings } from '../story/storyFile.ts'
import type { FuzzyDate } from '../time/fuzzyDate.ts'
import { parseEdtf } from '../time/parseEdtf.ts'

/** Briefs as briefWriter.ts writes them; row i has bytes from starts[i] to starts[i] + lengths[i]. */
export interface BriefColumns {
  readonly bytes: Uint8Array
  readonly starts: Uint32Array
  readonly lengths: Uint32Array
}

/**
 * The same in as many stretches of bytes as they came in, so that a million need not be copied into one: places are
 * counted through all stretches, and no brief reaches into the next.
 */
export interface BriefStretches extends Omit<BriefColumns, 'bytes'> {
  readonly stretches: readonly Uint8Array[]
  /** [stretches] where each begins. */
  readonly stretchStarts: Uint32Array
}

/** Fields of a brief in their places; texts as the file has them, names of lists by their numbers. */
export type WrittenBrief = readonly [
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

/** A relation by the other event's row. */
export interface RowRelation {
  readonly is: RelationKind
  readonly to: number
}

interface BriefReading {
  readonly columns: BriefStretches
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
    const { stretches, stretchStarts, starts, lengths } = this.#reading.columns
    const start = starts[row] ?? 0
    const stretch = countUpTo(stretchStarts, start) - 1
    const from = start - (stretchStarts[stretch] ?? 0)
    const bytes = stretches[stretch]?.subarray(from, from + (lengths[row] ?? 0))
    return JSON.parse(this.#reading.decode(bytes ?? new Uint8Array(0))) as WrittenBrief
  }

  #read(row: number): EventBrief {
    const relations = this.#reading
      .relationsOf(row)
      .map(({ is, to }): Relation => ({ is, to: this.idAt(to) }))
    return readBrief(this.#written(row), this.#reading.actors, relations)
  }
}

/** @param actors ids of the story's actors by number; @param relations of the event, which its brief does not tell */
export function readBrief(
  [id, title, short, edtf, derived, standing, numbers, sourceCount, statementCount, ...rest]: WrittenBrief,
  actors: readonly string[],
  relations: readonly Relation[],
): EventBrief {
  const [reported = 0, publishes = 0] = rest
  return {
    id: id as EventId,
    title,
    shortTitle: short === 0 ? title : short,
    when: edtf === 0 ? null : { date: readSound(edtf), derived: readDerived(derived) },
    reported: reported === 0 ? null : { date: readSound(reported[0]), source: reported[1] as SourceId },
    publishes: publishes === 0 ? null : (publishes as SourceId),
    standing: { is: standings[standing] as StandingKind },
    actors: numbers.flatMap((number) => {
      const actor = actors[number]
      return actor === undefined ? [] : [{ actor: actor as ActorId }]
    }),
    sources: { length: sourceCount },
    statements: { length: statementCount },
    relations,
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
