/** @returns a length to a hundredth of a px: sums of places differ by less, and the same text is not written again */
export function shortPx(px: number): number {
  return Math.round(px * 100) / 100
}
