/**
 * Where was the reader in the text of the page when the app took its place? How far the window and the event were
 * scrolled, what had the focus, and what was selected: the same is found again by its address or its words.
 */

/** @returns the way back to it, to be taken once the app stands */
export function notePlace(text: HTMLElement): () => void {
  const { scrollX, scrollY } = window
  const readPx = text.querySelector('.details-body')?.scrollTop ?? 0
  const refocus = noteFocus(text)
  const reselect = noteSelection(text)
  return () => {
    const body = document.querySelector('.details-body')
    // In the text the window scrolls through an event; in the app the sheet that covers the window does.
    const isSheet = body !== null && body.closest('dialog') !== null
    if (body !== null) body.scrollTop = isSheet ? scrollY : readPx
    window.scrollTo(scrollX, isSheet ? 0 : scrollY)
    refocus()
    reselect()
  }
}

/** By the address of the link and its place among those of the same address, or by the row of the event. */
function noteFocus(text: HTMLElement): () => void {
  const focused = document.activeElement
  if (!(focused instanceof HTMLElement) || !text.contains(focused)) return () => undefined
  const href = focused.getAttribute('href')
  const row = focused.dataset['row']
  const linksIn = (place: ParentNode): readonly HTMLElement[] =>
    href === null
      ? []
      : [...place.querySelectorAll<HTMLElement>('a')].filter((link) => link.getAttribute('href') === href)
  const nth = linksIn(text).indexOf(focused)
  return () => {
    const link =
      row === undefined ? linksIn(document)[nth] : document.querySelector<HTMLElement>(`[data-row="${row}"]`)
    link?.focus({ preventScroll: true })
  }
}

/** A place between two letters, by the element that holds it and how far into its words it is. */
interface LetterPlace {
  readonly tag: string
  readonly words: string
  readonly offset: number
}

function noteSelection(text: HTMLElement): () => void {
  const selection = window.getSelection()
  const { anchorNode, focusNode } = selection ?? {}
  if (selection === null || selection.isCollapsed || !anchorNode || !focusNode) return () => undefined
  if (!text.contains(anchorNode) || !text.contains(focusNode)) return () => undefined
  const start = placeOf(anchorNode, selection.anchorOffset)
  const end = placeOf(focusNode, selection.focusOffset)
  return () => {
    const from = start && findPlace(start)
    const to = end && findPlace(end)
    if (from && to) selection.setBaseAndExtent(from.node, from.offset, to.node, to.offset)
  }
}

/** Elements with words of their own. */
const WORDED = 'p, h1, h2, h3, h4, dt, dd, blockquote, summary, .list-title, .foot-title'

function placeOf(node: Node, offset: number): LetterPlace | null {
  const element = (node instanceof Element ? node : node.parentElement)?.closest(WORDED)
  if (!element) return null
  const before = document.createRange()
  before.setStart(element, 0)
  before.setEnd(node, offset)
  return { tag: element.tagName, words: element.textContent, offset: before.toString().length }
}

function findPlace({
  tag,
  words,
  offset,
}: LetterPlace): { readonly node: Node; readonly offset: number } | null {
  const element = [...document.querySelectorAll(WORDED)].find(
    ({ tagName, textContent }) => tagName === tag && textContent === words,
  )
  if (element === undefined) return null
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  let left = offset
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    const { length } = node as Text
    if (left <= length) return { node, offset: left }
    left -= length
  }
  return null
}
