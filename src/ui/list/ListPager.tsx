/** Which part of a long list is this, and how does one get to the others? */
import type { ReactElement } from 'react'
import { formatCount } from '../../core/wording/storyWords.ts'
import './listPager.css'

interface ListPagerProps {
  /** What there are pages of, as it begins a sentence. */
  readonly noun?: string
  readonly place: 'above' | 'below'
  /** Positions of the first and last event on this page, from 1. */
  readonly first: number
  readonly last: number
  readonly total: number
  readonly size: number
  /** Pages to go on (or, negative, back); infinite: to the end. Turned here, or, as an address, on a page of its own. */
  readonly onPage: ((step: number) => void) | { readonly hrefOf: (step: number) => string }
}

export function ListPager({
  noun = 'Events',
  place,
  first,
  last,
  total,
  size,
  onPage,
}: ListPagerProps): ReactElement {
  const isFirst = first === 1
  const isLast = last === total
  const button = (words: string, step: number, isOff: boolean): ReactElement =>
    typeof onPage === 'function' ? (
      <button type="button" className="text-button" disabled={isOff} onClick={() => onPage(step)}>
        {words}
      </button>
    ) : isOff ? (
      <span className="text-button is-off">{words}</span>
    ) : (
      <a className="text-button" href={onPage.hrefOf(step)}>
        {words}
      </a>
    )
  return (
    <nav
      className="list-pager"
      aria-label={`Pages of ${noun === 'Events' ? 'the list' : noun.toLowerCase()}, ${place}`}
    >
      <p>
        {noun} {formatCount(first)} to {formatCount(last)} of {formatCount(total)}
      </p>
      {button('First', -Infinity, isFirst)}
      {button(`Previous ${formatCount(size)}`, -1, isFirst)}
      {button(`Next ${formatCount(size)}`, 1, isLast)}
      {button('Last', Infinity, isLast)}
    </nav>
  )
}
