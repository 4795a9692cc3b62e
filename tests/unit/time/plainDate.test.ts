/** Does the short way for plain dates say what the general one says? */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseCalendarDate } from '../../../src/core/time/calendarDate.ts'
import { formatEdtf } from '../../../src/core/time/formatEdtf.ts'
import { parseEdtf } from '../../../src/core/time/parseEdtf.ts'
import { readPlainDate } from '../../../src/core/time/plainDate.ts'
import { DAY_MS } from '../../../src/core/time/units.ts'
import { civilMsFromDate } from '../../../src/core/time/civilDay.ts'

const day = fc.integer({ min: civilMsFromDate(0) / DAY_MS, max: civilMsFromDate(10_000) / DAY_MS - 1 })
const plain = fc
  .tuple(day, fc.constantFrom(4, 7, 10))
  .map(([days, length]) => formatEdtf(days * DAY_MS).slice(0, length))
/** Months and days that exist or not, and signs where digits should be. */
const twoSigns = fc.oneof(
  { arbitrary: fc.nat({ max: 45 }).map((part) => String(part).padStart(2, '0')), weight: 8 },
  fc.string({
    minLength: 2,
    maxLength: 2,
    unit: fc.constantFrom(...'0 1 2 9 X ? ~ - + T . ٣'.split(' '), ' '),
  }),
)
const almostPlain = fc
  .tuple(
    twoSigns,
    twoSigns,
    twoSigns,
    twoSigns,
    fc.constantFrom(4, 7, 10),
    fc.constantFrom('-', '-', '-', '/', ' '),
  )
  .map(([a, b, month, date, length, hyphen]) => `${a}${b}${hyphen}${month}${hyphen}${date}`.slice(0, length))

const doubt = fc.constantFrom('', '', '?', '~', '%', '?~')

it('reads every year, month and day of four-digit years as the general way does, doubted or not', () => {
  fc.assert(
    fc.property(plain, fc.constantFrom('', '?', '~', '%'), (date, sign) => {
      const text = date + sign
      expect({ ok: true, value: readPlainDate(text) }).toStrictEqual(parseCalendarDate(text))
    }),
    { numRuns: 2000 },
  )
})

it('reads no text otherwise than the general way does', () => {
  fc.assert(
    fc.property(fc.oneof(almostPlain, fc.string({ maxLength: 10 })), doubt, (date, sign) => {
      const text = date + sign
      const found = readPlainDate(text)
      const general = parseCalendarDate(text)
      expect(found ? { ok: true, value: found } : general).toStrictEqual(general)
    }),
    { numRuns: 5000 },
  )
})

it('leaves dates that do not exist to the general way, which says why', () => {
  for (const text of [
    '2021-02-29',
    '2020-00',
    '2020-13',
    '2020-21',
    '2020-04-00',
    '2020-04-31',
    '20200',
    '',
  ]) {
    expect(readPlainDate(text)).toBeNull()
  }
})

it('gives an interval its plain ends as they are by themselves', () => {
  fc.assert(
    fc.property(plain, plain, (start, end) => {
      const result = parseEdtf(`${start}/${end}`)
      const [first, last] = [start, end].map((text) => parseCalendarDate(text))
      if (!first?.ok || !last?.ok) throw new Error('a plain date is a date')
      const isForward = (first.value.extents[0]?.startMs ?? 0) < (last.value.extents[0]?.endMs ?? 0)
      expect(result).toStrictEqual(
        isForward
          ? {
              ok: true,
              value: {
                kind: 'span',
                edtf: `${start}/${end}`,
                level: 0,
                isApproximate: false,
                isUncertain: false,
                start: { kind: 'moment', moment: first.value },
                end: { kind: 'moment', moment: last.value },
              },
            }
          : { ok: false, problem: `"${start}/${end}" starts after it ends` },
      )
    }),
  )
})
