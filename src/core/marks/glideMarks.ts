/**
 * Where do marks stand on the way from one drawing to another? Each goes from its old place to its new one; what has no
 * partner stays where it is, and is told apart, so that it can fade.
 */
import type { Px } from '../time/units.ts'
import type { SignPart } from './signPart.ts'
import type { StyledMark } from './styleMarks.ts'

/** Of a mark, what moves. */
export type MarkPlace = Pick<StyledMark, 'sign' | 'y' | 'label' | 'box'>

/** A mark with its old place. */
export interface GlidingMark {
  readonly mark: StyledMark
  readonly from: MarkPlace
}

/** The mark, `share` of the way from its old place; only what of its sign has a partner. @param share 0 to 1 */
export function glideMark({ mark, from }: GlidingMark, share: number): StyledMark {
  const between = (a: Px, b: Px): Px => a + (b - a) * share
  const { label, box } = mark
  const fromLabel = from.label
  return {
    ...mark,
    y: between(from.y, mark.y),
    sign: pairParts(from.sign, mark.sign).map(([a, b]) => partBetween(a, b, between)),
    box: { ...box, x: between(from.box.x, box.x), y: between(from.box.y, box.y) },
    label:
      label === null || fromLabel === null
        ? label
        : { ...label, x: between(fromLabel.x, label.x), y: between(fromLabel.y, label.y) },
  }
}

/** Parts of one sign that the other has not. */
export function partsWithout(sign: readonly SignPart[], other: readonly SignPart[]): readonly SignPart[] {
  const paired = new Set(pairParts(other, sign).map(([, part]) => part))
  return sign.filter((part) => !paired.has(part))
}

/** Parts of one kind and side are the same part, in their order. */
function pairParts(
  from: readonly SignPart[],
  to: readonly SignPart[],
): readonly (readonly [SignPart, SignPart])[] {
  const left = [...from]
  return to.flatMap((part) => {
    const at = left.findIndex((other) => nameOf(other) === nameOf(part))
    const [other] = at === -1 ? [] : left.splice(at, 1)
    return other === undefined ? [] : [[other, part] as const]
  })
}

function nameOf(part: SignPart): string {
  return 'side' in part ? `${part.kind}-${part.side}` : part.kind
}

function partBetween(from: SignPart, to: SignPart, between: (a: Px, b: Px) => Px): SignPart {
  if ('x' in to && 'x' in from) return { ...to, x: between(from.x, to.x) }
  if ('x1' in to && 'x1' in from) return { ...to, x1: between(from.x1, to.x1), x2: between(from.x2, to.x2) }
  return to
}
