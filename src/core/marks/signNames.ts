/** Which kinds of signs is an event drawn with? */
import type { EventBrief } from '../story/eventBrief.ts'
import { otherDates } from '../story/otherDates.ts'
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

export function signsOf({
  when,
  reported,
  accounts,
}: Pick<EventBrief, 'when' | 'accounts'> & { readonly reported: unknown }): readonly SignName[] {
  const others = when === null ? [] : otherDates({ when, accounts: accounts ?? [] })
  const report: readonly SignName[] = [
    ...(reported === null ? [] : ['report' as const]),
    ...(others.length === 0 ? [] : ['other' as const]),
  ]
  if (when === null) return [...report, 'undated']
  const { date, derived } = when
  if (date.kind === 'all') return [...report, 'day']
  if (date.kind === 'span') {
    const ends = [date.start.kind, date.end.kind]
    return [...report, ends.includes('open') ? 'open' : ends.includes('unknown') ? 'unknown' : 'lasted']
  }
  if (isKnownDay(date)) return [...report, 'day']
  if (isOneDay(date)) return [...report, 'about']
  const isSoft = derived.length > 0 || date.isApproximate || date.isUncertain
  const isEndless = date.extents[0]?.startMs === -Infinity || date.extents.at(-1)?.endMs === Infinity
  return [
    ...report,
    'range',
    ...(isSoft ? ['soft' as const] : []),
    ...(isEndless ? ['endless' as const] : []),
  ]
}
