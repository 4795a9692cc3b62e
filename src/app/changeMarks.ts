/** Which events are marked as changed since the day in the address, and with which words? */
import type { EventId } from '../core/base/brand.ts'
import { changesByEvent, findChanges, type Change } from '../core/story/findChanges.ts'
import type { StoryFrame } from '../core/story/story.ts'
import type { FuzzyDate } from '../core/time/fuzzyDate.ts'
import { parseEdtf } from '../core/time/parseEdtf.ts'
import { capitalise } from '../core/wording/phrase.ts'
import { describeChange, formatChanged } from '../core/wording/changeWords.ts'

export interface ChangeMarks {
  readonly since: FuzzyDate
  /** Newest first, those too that name no event. */
  readonly changes: readonly Change[]
  /** Events that one of them names. */
  readonly events: readonly EventId[]
  /** null: not changed since. */
  readonly of: (event: EventId) => ChangedWords | null
}

export interface ChangedWords {
  /** "changed 23 November 2026". */
  readonly short: string
  /** The same as a sentence, for names. */
  readonly sentence: string
  /** What changed, newest first. */
  readonly lines: readonly string[]
}

/** @param since EDTF; null for one that is none */
export function markChanges({ revisions }: Pick<StoryFrame, 'revisions'>, since: string): ChangeMarks | null {
  const date = parseEdtf(since)
  if (!date.ok) return null
  const changes = findChanges(revisions, date.value)
  const byEvent = changesByEvent(changes)
  const words = new Map(
    [...byEvent].map(([event, own]) => {
      const short = formatChanged(own)
      return [event, { short, sentence: `${capitalise(short)}.`, lines: own.map(describeChange) }]
    }),
  )
  return { since: date.value, changes, events: [...byEvent.keys()], of: (event) => words.get(event) ?? null }
}
