/**
 * Where may a line of text end? By the rules of Unicode (UAX #14), which keep Japanese and Chinese punctuation in its
 * place; in scripts that write no spaces between words (Thai, Lao, Khmer, Burmese), between words; in Korean, which has
 * spaces, not within words.
 */
import LineBreaker from 'linebreak'

/** A stretch of text that is not broken, with the spaces after it, which are not drawn at a line's end. */
export interface TextPiece {
  readonly from: number
  /** Where its letters end and its spaces begin. */
  readonly inkTo: number
  readonly to: number
}

/** All of the text, in order. */
export function cutPieces(text: string): readonly TextPiece[] {
  const ends = new Set<number>()
  const breaker = new LineBreaker(text)
  for (let next = breaker.nextBreak(); next !== null; next = breaker.nextBreak())
    if (!isInKorean(text, next.position)) ends.add(next.position)
  for (const at of wordEnds(text)) ends.add(at)
  ends.add(text.length)
  const pieces: TextPiece[] = []
  let from = 0
  for (const to of [...ends].sort((a, b) => a - b)) {
    if (to <= from) continue
    pieces.push({ from, inkTo: from + text.slice(from, to).trimEnd().length, to })
    from = to
  }
  return pieces
}

function isInKorean(text: string, at: number): boolean {
  return /\p{sc=Hangul}/u.test(text.charAt(at - 1)) && /\p{sc=Hangul}/u.test(text.charAt(at))
}

const unspaced = /[\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u
const words = new Intl.Segmenter('th', { granularity: 'word' })

/** Ends of words that another follows without a space. */
function wordEnds(text: string): readonly number[] {
  if (!unspaced.test(text)) return []
  return [...words.segment(text)].flatMap(({ segment, index }) => {
    const end = index + segment.length
    const isInside = unspaced.test(segment.slice(-1)) && unspaced.test(text.charAt(end))
    return isInside ? [end] : []
  })
}
