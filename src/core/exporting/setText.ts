/** How does a text find its place in a picture: in lines of a width, or cut to one? */
import type { Px } from '../time/units.ts'
import { startsRightToLeft } from '../wording/textDirection.ts'
import { spellControls } from '../wording/visibleControls.ts'
import type { TextLook, TextPiece } from './picture.ts'

/** Width of a text in a look, px: rather too much than too little. */
export type Measure = (text: string, look: TextLook) => Px

export function setLine(text: string, x: Px, y: Px, look: TextLook): TextPiece {
  return { kind: 'text', x, y, text: spellControls(text), isRightToLeft: startsRightToLeft(text), look }
}

/**
 * At spaces; a word that is longer than a line, as addresses are, anywhere.
 * @param most lines; what is left then is cut, with an ellipsis
 */
export function breakLines(
  text: string,
  widthPx: Px,
  look: TextLook,
  measure: Measure,
  most = Infinity,
): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of spellControls(text)
    .split(/\s+/)
    .filter((part) => part !== '')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (measure(longer, look) <= widthPx) {
      line = longer
      continue
    }
    if (line !== '') lines.push(line)
    line = word
    while (measure(line, look) > widthPx && lines.length < most) {
      const part = longestThat(line, (start) => measure(start, look) <= widthPx)
      lines.push(part)
      line = line.slice(part.length)
    }
  }
  if (line !== '') lines.push(line)
  if (lines.length <= most) return lines
  return [...lines.slice(0, most - 1), cutText(lines.slice(most - 1).join(' '), widthPx, look, measure)]
}

/** The whole text where it fits, else as much as leaves room for the ellipsis after it. */
export function cutText(text: string, widthPx: Px, look: TextLook, measure: Measure): string {
  const spelled = spellControls(text)
  if (measure(spelled, look) <= widthPx) return spelled
  return `${longestThat(spelled, (start) => measure(`${start}…`, look) <= widthPx)}…`
}

/** At least one letter. @param fits holds for every start of what it holds for */
function longestThat(text: string, fits: (start: string) => boolean): string {
  const letters = [...text]
  let [known, tooMany] = [1, letters.length + 1]
  while (tooMany - known > 1) {
    const middle = (known + tooMany) >> 1
    if (fits(letters.slice(0, middle).join(''))) known = middle
    else tooMany = middle
  }
  return letters.slice(0, known).join('')
}
