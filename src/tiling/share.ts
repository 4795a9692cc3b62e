/** Which cells does a part have? All; every n-th; or those from one to another. Shares of a story never overlap. */
import { cellName, OPEN_CELL, UNDATED_CELL } from '../core/tiles/cell.ts'

export type Share =
  | { readonly kind: 'all' }
  /** Cells c with c mod `of` = `rest`, 0 ≤ rest < of. */
  | { readonly kind: 'stripe'; readonly rest: number; readonly of: number }
  /** Cells from ≤ c < to; null: without that limit. */
  | { readonly kind: 'stretch'; readonly from: number | null; readonly to: number | null }

/** The share with undated events, those without any bound, and what is said of entries that are left out. */
export function isFirstShare(share: Share): boolean {
  switch (share.kind) {
    case 'all':
      return true
    case 'stripe':
      return share.rest === 0
    case 'stretch':
      return share.from === null
  }
}

export function isInShare(cell: number, share: Share): boolean {
  if (cell === OPEN_CELL || cell === UNDATED_CELL) return isFirstShare(share)
  switch (share.kind) {
    case 'all':
      return true
    case 'stripe':
      return ((cell % share.of) + share.of) % share.of === share.rest
    case 'stretch':
      return (share.from === null || cell >= share.from) && (share.to === null || cell < share.to)
  }
}

/** Why the shares are not one whole, as a sentence; null: they are. */
export function whyNotWhole(shares: readonly Share[]): string | null {
  const [first] = shares
  if (first === undefined) return 'There are no parts'
  if (shares.some(({ kind }) => kind !== first.kind)) return 'The parts are cut in different ways'
  if (first.kind === 'all') return shares.length === 1 ? null : 'The parts overlap: one of them is everything'
  return first.kind === 'stripe' ? whyStripesFail(shares, first.of) : whyStretchesFail(shares)
}

function whyStripesFail(shares: readonly Share[], of: number): string | null {
  const seen = new Set<number>()
  for (const share of shares) {
    if (share.kind !== 'stripe' || share.of !== of) return 'The parts are cut into different numbers'
    if (seen.has(share.rest)) return `The parts overlap: ${share.rest + 1}/${of} is there twice`
    seen.add(share.rest)
  }
  for (let rest = 0; rest < of; rest++) if (!seen.has(rest)) return `The part ${rest + 1}/${of} is missing`
  return null
}

function whyStretchesFail(shares: readonly Share[]): string | null {
  const stretches = shares
    .flatMap((share) => (share.kind === 'stretch' ? [share] : []))
    .sort((a, b) => (a.from ?? -Infinity) - (b.from ?? -Infinity))
  let end: number | null = -Infinity
  for (const { from, to } of stretches) {
    const start: number = from ?? -Infinity
    if (end === null || start < end) return `The parts overlap at cell ${cellName(start)}`
    if (start > end) return `The parts leave a gap before cell ${cellName(start)}`
    end = to
  }
  return end === null ? null : `The parts end at cell ${cellName(end)}`
}
