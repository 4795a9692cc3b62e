/** Which kinds of signs is an event drawn with? */
import type { EventBrief } from '../story/eventBrief.ts'
import { otherDates } from '../story/otherDates.ts'
import type { FuzzyDate, SpanDate } from '../time/fuzzyDate.ts'
import { isKnownDay, isOneDay } from '../time/spanBounds.ts'

export type SignName =
  | 'day'
  | 'range'
  | 'soft'
  | 'endless'
  | 'lasted'
  | 'open'
  | 'unknown'
  | 'about'
  | 'undated'
  | 'report'
  | 'other'

/** In no order. */
export function signsOf({
  when,
  reported,
  accounts,
}: Pick<EventBrief, 'when' | 'accounts'> & { readonly reported: unknown }): readonly SignName[] {
  const signs: SignName[] = reported === null ? [] : ['report']
  if (when === null) return [...signs, 'undated']
  if (otherDates({ when, accounts: accounts ?? [] }).length > 0) signs.push('other')
  return [...signs, ...signsOfDate(when.date, when.derived.length > 0)]
}

/** Of its own date alone. @param date null: it has none @param isDerived some bound of it */
export function signsOfDate(date: FuzzyDate | null, isDerived: boolean): readonly SignName[] {
  if (date === null) return ['undated']
  switch (date.kind) {
    case 'all':
      return ['day']
    case 'span':
      return [signOfSpan(date)]
    case 'moment': {
      if (isKnownDay(date)) return ['day']
      if (isOneDay(date)) return ['about']
      const signs: SignName[] = ['range']
      if (isDerived || date.isApproximate || date.isUncertain) signs.push('soft')
      if (date.extents[0]?.startMs === -Infinity || date.extents.at(-1)?.endMs === Infinity)
        signs.push('endless')
      return signs
    }
  }
}

function signOfSpan({ start, end }: SpanDate): SignName {
  if (start.kind === 'open' || end.kind === 'open') return 'open'
  return start.kind === 'unknown' || end.kind === 'unknown' ? 'unknown' : 'lasted'
}
