/**
 * What does a set of dates say? EDTF level 2: `[…]` is one of its members, `{…}` is all of them.
 *
 *   [1667,1668,1670..1672]   one of five years          [..1760-12-03]   that day or some earlier one
 *   {1960,1961-12}           a year and a month         [1760-12..]      that month or some later one
 */
import { fail, succeed } from '../base/result.ts'
import type { Result } from '../base/result.ts'
import { outerExtent } from './fuzzyDate.ts'
import type { AllDate, Extent, MomentDate, Precision } from './fuzzyDate.ts'
import { mergeExtents } from './mergeExtents.ts'
import { parseMoment } from './parseMoment.ts'
import { qualifiersOf } from './qualifiers.ts'

/** A set; the problem is a clause that follows "… is not a date: ". @param text begins with [ or { */
export function parseDateSet(text: string): Result<MomentDate | AllDate, string> {
  const isAll = text.startsWith('{')
  const closing = isAll ? '}' : ']'
  if (!text.endsWith(closing)) return fail(`the set has no ${closing} at its end`)
  const inside = text.slice(1, -1)
  if (inside === '') return fail('the set is empty')
  const members = inside.split(',')
  const extents: Extent[] = []
  let precision: Precision = 'second'
  for (const [i, member] of members.entries()) {
    const parsed = parseMember(member, { isFirst: i === 0, isLast: i === members.length - 1 })
    if (!parsed.ok) return parsed
    extents.push(...parsed.value.extents)
    precision = coarser(precision, parsed.value.precision)
  }
  return succeed({
    kind: isAll ? 'all' : 'moment',
    edtf: text,
    level: 2,
    ...qualifiersOf(text),
    extents: mergeExtents(extents),
    precision,
  })
}

interface Member {
  readonly extents: readonly Extent[]
  readonly precision: Precision
}

function parseMember(
  member: string,
  place: { readonly isFirst: boolean; readonly isLast: boolean },
): Result<Member, string> {
  if (/\s/.test(member)) return fail('a set has no spaces in it')
  if (member === '') return fail('there is nothing between two commas, or a comma and the end')
  const ends = member.split('..')
  if (ends.length === 1) return parseMoment(member)
  const [firstText = '', lastText = ''] = ends
  if (ends.length > 2 || (firstText === '' && lastText === ''))
    return fail(`${member} is not a range of dates`)
  if (firstText === '' && !place.isFirst) return fail('only the first member of a set can begin with ..')
  if (lastText === '' && !place.isLast) return fail('only the last member of a set can end with ..')
  return parseRange(firstText, lastText)
}

/** Both ends belong to the range; an empty end has no bound. */
function parseRange(firstText: string, lastText: string): Result<Member, string> {
  const first = firstText === '' ? null : parseMoment(firstText)
  if (first !== null && !first.ok) return first
  const last = lastText === '' ? null : parseMoment(lastText)
  if (last !== null && !last.ok) return last
  const precision = first?.value.precision ?? last?.value.precision ?? 'other'
  if (first !== null && last !== null && last.value.precision !== precision) {
    return fail(`the ends of ${firstText}..${lastText} are not equally fine`)
  }
  const startMs = first === null ? -Infinity : outerExtent(first.value).startMs
  const endMs = last === null ? Infinity : outerExtent(last.value).endMs
  if (startMs >= endMs) return fail(`${firstText}..${lastText} starts after it ends`)
  return succeed({ extents: [{ startMs, endMs }], precision })
}

/** From fine to coarse; `other` last, since it says nothing. */
const precisions: readonly Precision[] = [
  'second',
  'minute',
  'day',
  'month',
  'season',
  'year',
  'decade',
  'century',
  'millennium',
  'other',
]

function coarser(a: Precision, b: Precision): Precision {
  return precisions.indexOf(a) > precisions.indexOf(b) ? a : b
}
