/** How wide is a text in the fonts of the page? Measured on a canvas that is never shown. */

export type TextStyle = 'title' | 'date' | 'small'

/** As in timeline.css: the canvas must measure what the page draws. */
const fonts: Readonly<Record<TextStyle, string>> = {
  title: '400 15px Newsreader, "Newsreader Fallback", Georgia, serif',
  date: '600 13px "Libre Franklin", "Franklin Fallback", Arial, sans-serif',
  small: '400 12px "Libre Franklin", "Franklin Fallback", Arial, sans-serif',
}

/** Where there is no canvas (tests, pre-rendering): the mean width of a letter in either family, px. */
const meanLetterPx: Readonly<Record<TextStyle, number>> = { title: 7, date: 7.4, small: 6.3 }

let context: CanvasRenderingContext2D | null | undefined

/** Width in px, rounded up, so that a label that just fits is never cut. */
export function measureText(text: string, style: TextStyle): number {
  if (text === '') return 0
  context ??= createContext()
  if (context === null) return Math.ceil(text.length * meanLetterPx[style])
  context.font = fonts[style]
  return Math.ceil(context.measureText(text).width) + 2
}

function createContext(): CanvasRenderingContext2D | null {
  if (typeof CanvasRenderingContext2D === 'undefined') return null
  return document.createElement('canvas').getContext('2d')
}
