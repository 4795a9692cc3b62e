/** Which parts has the sign of each form of date, and where do they stand? Twenty px a day, from 1 January 2020. */
import { describe, expect, it } from 'vitest'
import { clipLeaders } from '../../../src/core/marks/clipLeaders.ts'
import { placeReport } from '../../../src/core/marks/placeReport.ts'
import { placeSign } from '../../../src/core/marks/placeSign.ts'
import { placeTextSign } from '../../../src/core/marks/placeTextSign.ts'
import { signExtentPx } from '../../../src/core/marks/signExtent.ts'
import type { SignPart } from '../../../src/core/marks/signPart.ts'
import type { DerivedBound } from '../../../src/core/story/story.ts'
import { buildTimeScale } from '../../../src/core/time/timeScale.ts'
import { DAY_MS } from '../../../src/core/time/units.ts'
import { january } from '../../fixtures/eventsFromText.ts'
import { makeEvent, makeStory } from '../../fixtures/makeStory.ts'
import { readDate } from '../time/readingText.ts'

const scale = buildTimeScale({ startMs: january(1), endMs: january(21) }, 400)

/** One word a part: `[40` a square left bracket at x 40, `)90` a round right one, `·48-152` leaders. */
function show(parts: readonly SignPart[]): string {
  const round = (px: number): number => Math.round(px * 10) / 10
  return parts
    .map((part) => {
      switch (part.kind) {
        case 'leaders':
          return `·${round(part.x1)}-${round(part.x2)}`
        case 'rule':
          return `━${round(part.x1)}-${round(part.x2)}`
        case 'other':
          return `└${round(part.x1)}-${round(part.x2)}${part.isLower ? '↓' : ''}`
        case 'lag':
          return `─${round(part.x1)}-${round(part.x2)}`
        case 'bracket': {
          const shape = part.shape === 'square' ? '[]' : '()'
          return `${shape[part.side === 'left' ? 0 : 1]}${round(part.x)}`
        }
        case 'chevron':
          return `${part.side === 'left' ? '‹' : '›'}${round(part.x)}`
        case 'arrow':
          return `${part.side === 'left' ? '◀' : '▶'}${round(part.x)}`
        default:
          return `${part.kind}@${round(part.x)}${'side' in part ? part.side : ''}`
      }
    })
    .join(' ')
}

const signOf = (edtf: string, derived: readonly DerivedBound[] = []): string =>
  show(placeSign({ date: readDate(edtf), derived }, scale))

describe('the sign of', () => {
  it.each([
    ['a day is a disc on its middle', '2020-01-03', 'disc@50'],
    ['a clock time is a disc on its minute', '2020-01-03T12:00', 'disc@50'],
    ['about a day is a ring', '2020-01-03~', 'about@50'],
    ['a doubted day is a ring', '2020-01-03?', 'about@50'],
    ['some day between two is dots between square brackets', '[2020-01-03..2020-01-08]', '·48-152 [40 ]160'],
    ['some day of about a time has round brackets', '[2020-01-03..2020-01-08~]', '·48-152 (40 )160'],
    ['one of two days apart is two pairs of brackets', '[2020-01-03,2020-01-08]', '[40 ]60 [140 ]160'],
    ['not later than a day begins with a chevron', '[..2020-01-08]', '·12-152 ‹0 ]160'],
    ['not earlier than a day ends with a chevron', '[2020-01-08..]', '·148-386 [140 ›400'],
    ['what lasted is a rule over all its days', '2020-01-03/2020-01-08', '━40-160'],
    ['what lasts still ends under an arrow at the edge', '2020-01-03/..', '━40-395 ▶400'],
    ['what has no start begins under an arrow at the edge', '../2020-01-08', '━5-160 ◀0'],
    ['an unknown end breaks up', '2020-01-03/', 'pieces@40right'],
    ['an unknown start breaks up the other way', '/2020-01-08', 'pieces@160left'],
    ['all of two days is two discs', '{2020-01-03,2020-01-08}', 'disc@50 disc@150'],
    ['all of a run of days is a rule', '{2020-01-03..2020-01-08}', '━40-160'],
    [
      'what began on some day of two has dots before the rule',
      '2020-01-03~/2020-01-08',
      '·48-56 [40 ━60-160',
    ],
  ])('%s: %s', (_, edtf, expected) => {
    expect(signOf(edtf)).toBe(expected)
  })

  it.each(['[..2020-01-15]', '[2020-01-03..]'])(
    'dots without a first or a last day stay where they are when the window reaches farther: %s',
    (edtf) => {
      const [event] = makeStory({
        events: [makeEvent(0, { reported: { edtf: '2020-01-10', source: 'morning-post' } })],
      }).events
      if (event === undefined) throw new Error('the story has an event')
      // 66 px more on the left and 104 on the right.
      const wider = { startMs: january(1) - 3.3 * DAY_MS, endMs: january(26.2) }
      const [dots, same] = [scale, buildTimeScale(wider, 570, january(1))].map((to) =>
        placeReport(event, placeSign({ date: readDate(edtf), derived: [] }, to), to)
          .flatMap((part) => (part.kind === 'leaders' ? (clipLeaders(part, 380, 20) ?? []) : []))
          .flatMap(({ x1, x2, pitchPx }) =>
            Array.from({ length: Math.round((x2 - x1) / pitchPx) + 1 }, (_, i) =>
              Math.round(x1 + i * pitchPx),
            ),
          ),
      )
      expect(same).toEqual(dots)
      expect(dots?.length).toBeGreaterThan(15)
    },
  )

  it('what began and ended in one month has one row of dots, not two across each other', () => {
    expect(signOf('2020-01/2020-01')).toBe('·8-612 [0 ]620')
    expect(signOf('2020/2020-01')).toBe('·8-612 [0 ]620')
    // begun some day in January, ended on the 20th: no dot stands past the end
    expect(signOf('2020-01/2020-01-20')).toBe('·8-392 [0 ]400')
    expect(signOf('2020-01/2020-02')).toBe('·8-616 [0 ·624-1192 ]1200')
  })

  it('a month wider than the window keeps its limits outside of it', () => {
    expect(signOf('2020-01')).toBe('·8-612 [0 ]620')
    expect(signOf('2020')).toBe('·8-7312 [0 ]7320')
  })

  it('bounds that we worked out has round brackets on their side only', () => {
    const edtf = '[2020-01-03..2020-01-08]'
    expect(signOf(edtf, ['earliest'])).toBe('·48-152 (40 ]160')
    expect(signOf(edtf, ['latest'])).toBe('·48-152 [40 )160')
    expect(signOf(edtf, ['earliest', 'latest'])).toBe('·48-152 (40 )160')
  })

  it('a range under 24 px is its brackets alone, never nearer than 8 px', () => {
    const wide = buildTimeScale({ startMs: january(1), endMs: january(201) }, 400)
    const far = (edtf: string): string => show(placeSign({ date: readDate(edtf), derived: [] }, wide))
    expect(far('[2020-01-03..2020-01-08]')).toBe('[4 ]16')
    expect(far('[2020-01-03,2020-01-04]')).toBe('[4 ]12')
  })

  it('a fuzzy end too short for dots has none', () => {
    const wide = buildTimeScale({ startMs: january(1), endMs: january(2001) }, 400)
    const parts = placeSign({ date: readDate('2020-02/2020-12'), derived: [] }, wide)
    expect(parts.map(({ kind }) => kind)).toEqual(['bracket', 'rule', 'bracket'])
  })

  it('a span before the window has no arrow in it, and one after it none either', () => {
    expect(signOf('../2019-12-01')).not.toContain('◀')
    expect(signOf('2020-03-01/..')).not.toContain('▶')
  })

  it('a span that runs through the window covers all of it, and past its edges', () => {
    expect(signOf('2019-01-01/2021-01-01')).toBe('━-24-424')
  })
})

describe('the dots of a row that are on screen', () => {
  it('stand seven px apart, the first and last at the ends', () => {
    expect(clipLeaders({ x1: 48, x2: 153 }, 400)).toEqual({ x1: 48, x2: 153.01, pitchPx: 7 })
  })

  it('stand a little nearer or farther where seven does not divide the length', () => {
    expect(clipLeaders({ x1: 0, x2: 20 }, 400)).toMatchObject({ x1: 0, pitchPx: 20 / 3 })
  })

  it('keep their place in the row when its start is a million px to the left', () => {
    const dots = clipLeaders({ x1: -1_000_000, x2: 400 }, 400)
    const steps = ((dots?.x1 ?? NaN) + 1_000_000) / (dots?.pitchPx ?? NaN)
    expect(steps).toBeCloseTo(Math.round(steps), 6)
    expect(dots?.x1).toBeGreaterThanOrEqual(0)
    expect(dots?.x1).toBeLessThan(8)
    expect(dots?.x2).toBeLessThanOrEqual(400.02)
  })

  it('are none when the row lies beside the window', () => {
    expect(clipLeaders({ x1: 500, x2: 600 }, 400)).toBeNull()
    expect(clipLeaders({ x1: -90, x2: -10 }, 400)).toBeNull()
  })

  it('are one when the row has no length', () => {
    expect(clipLeaders({ x1: 50, x2: 50 }, 400)).toMatchObject({ x1: 50, x2: 50.01 })
  })
})

describe('a sign reaches', () => {
  it.each<[string, SignPart, readonly [number, number]]>([
    ['five px around a disc', { kind: 'disc', x: 50 }, [45, 55]],
    ['twenty px around a ring with its dots', { kind: 'about', x: 50 }, [30, 70]],
    ['from end to end of a rule', { kind: 'rule', x1: 3, x2: 9 }, [3, 9]],
    ['as far as its pieces', { kind: 'pieces', x: 10, side: 'right', widthPx: 69 }, [10, 79]],
    ['as far back as its pieces', { kind: 'pieces', x: 100, side: 'left', widthPx: 69 }, [31, 100]],
  ])('%s', (_, part, extent) => {
    expect(signExtentPx([part])).toEqual(extent)
  })

  it('over all its parts, and nowhere without any', () => {
    expect(
      signExtentPx([
        { kind: 'disc', x: 50 },
        { kind: 'rule', x1: 3, x2: 9 },
      ]),
    ).toEqual([3, 55])
    expect(signExtentPx([])).toEqual([NaN, NaN])
  })
})

describe('in a line of text', () => {
  const textSign = (edtf: string, widthPx: number): readonly SignPart[] =>
    placeTextSign({ date: readDate(edtf), derived: [] }, [], widthPx)

  it('a day is a disc in the middle of 14 px', () => {
    expect(show(textSign('2020-01-03', 40))).toBe('disc@7')
  })

  it.each([
    '2020-01',
    '[..2020-01-08]',
    '[2020-01-08..]',
    '2020-01-03/..',
    '2020-01-03/',
    '/2020-01-03',
    '2020-01-03~',
  ])('%s stays within 40 px', (edtf) => {
    const [left, right] = signExtentPx(textSign(edtf, 40))
    expect(left).toBeGreaterThanOrEqual(-24)
    expect(right).toBeLessThanOrEqual(64)
    expect(Number.isFinite(left + right)).toBe(true)
  })

  it('an undated event shows what it comes after or before', () => {
    const to = 'event-b' as never
    expect(placeTextSign(null, [{ is: 'after', to }], 40)).toEqual([
      { kind: 'undated', x: 13, isAfter: true, isBefore: false },
    ])
    expect(
      placeTextSign(
        null,
        [
          { is: 'before', to },
          { is: 'response-to', to },
        ],
        40,
      ),
    ).toMatchObject([{ isAfter: true, isBefore: true }])
    expect(placeTextSign(null, [{ is: 'same-root', to }], 40)).toMatchObject([
      { isAfter: false, isBefore: false },
    ])
  })
})
