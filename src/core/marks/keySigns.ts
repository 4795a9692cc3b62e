/** Which date signs does a story use? The key names those, in the order in which they teach. */
import type { Px } from '../time/units.ts'
import type { SignName } from './signNames.ts'
import type { SignPart } from './signPart.ts'

export interface UsedSign {
  readonly words: string
  readonly parts: readonly SignPart[]
  readonly widthPx: Px
}

const bracket = (x: Px, side: 'left' | 'right', shape: 'square' | 'round'): SignPart => ({
  kind: 'bracket',
  x,
  side,
  shape,
})

const signs = {
  day: { words: 'on a day', widthPx: 12, parts: [{ kind: 'disc', x: 6 }] },
  range: {
    words: 'one day between stated limits',
    widthPx: 40,
    parts: [{ kind: 'leaders', x1: 8, x2: 32 }, bracket(0, 'left', 'square'), bracket(40, 'right', 'square')],
  },
  soft: {
    words: 'limit worked out by us',
    widthPx: 24,
    parts: [{ kind: 'leaders', x1: 9, x2: 23 }, bracket(0, 'left', 'round')],
  },
  endless: {
    words: 'no limit known',
    widthPx: 26,
    parts: [
      { kind: 'chevron', x: 0, side: 'left' },
      { kind: 'leaders', x1: 11, x2: 25 },
    ],
  },
  lasted: { words: 'lasted', widthPx: 32, parts: [{ kind: 'rule', x1: 0, x2: 32 }] },
  open: {
    words: 'still so',
    widthPx: 36,
    parts: [
      { kind: 'rule', x1: 0, x2: 30 },
      { kind: 'arrow', x: 36, side: 'right' },
    ],
  },
  unknown: {
    words: 'end unknown',
    widthPx: 70,
    parts: [{ kind: 'pieces', x: 0, side: 'right', widthPx: 69 }],
  },
  about: { words: 'about', widthPx: 40, parts: [{ kind: 'about', x: 20 }] },
  undated: {
    words: 'no date, in order',
    widthPx: 20,
    parts: [{ kind: 'undated', x: 14, isAfter: true, isBefore: false }],
  },
  report: {
    words: 'reported on',
    widthPx: 28,
    parts: [
      { kind: 'lag', x1: 0, x2: 16 },
      { kind: 'sheet', x: 22 },
    ],
  },
  other: {
    words: 'another account’s date',
    widthPx: 28,
    parts: [
      { kind: 'disc', x: 6 },
      { kind: 'other', x1: 14, x2: 27, hasStart: true, hasEnd: true, isLower: false },
    ],
  },
} as const satisfies Record<SignName, UsedSign>

/** In teaching order. */
export function listUsedSigns(used: readonly SignName[]): readonly UsedSign[] {
  return (Object.keys(signs) as SignName[]).filter((sign) => used.includes(sign)).map((sign) => signs[sign])
}
