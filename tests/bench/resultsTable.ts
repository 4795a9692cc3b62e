/** How are the figures read? A table in Markdown: a row for each side at each size, and one for how they compare. */
import type { FigureName, Figures, Outcome } from './figures.ts'

export interface CaseResult {
  /** "1,000" or "1,000,000 as tiles". */
  readonly label: string
  readonly events: number
  readonly sides: readonly { readonly name: string; readonly outcome: Outcome }[]
}

interface Column {
  readonly heading: string
  readonly figure: FigureName
  readonly write: (value: number) => string
  /** Stands in brackets after the figure. */
  readonly inBrackets?: FigureName
}

const inSeconds = (ms: number): string => (ms / 1000).toFixed(2)
const inMs = (ms: number): string => (Math.abs(ms) < 0.05 ? '0.0' : ms.toFixed(1))
const inMegabytes = (bytes: number): string => (bytes / 1e6).toFixed(1)
const asCount = (count: number): string => Math.round(count).toLocaleString('en')

const columns: readonly Column[] = [
  { heading: 'drawn, s', figure: 'drawnMs', write: inSeconds },
  { heading: 'pan step', figure: 'panMs', inBrackets: 'medianPanMs', write: inMs },
  { heading: 'frame gap', figure: 'panGapMs', write: inMs },
  { heading: 'zoom step', figure: 'zoomMs', inBrackets: 'medianZoomMs', write: inMs },
  { heading: 'close: pan', figure: 'closePanMs', inBrackets: 'medianClosePanMs', write: inMs },
  { heading: 'gap', figure: 'closePanGapMs', write: inMs },
  { heading: 'zoom', figure: 'closeZoomMs', inBrackets: 'medianCloseZoomMs', write: inMs },
  { heading: 'filter toggle (slowest)', figure: 'toggleMs', inBrackets: 'slowestToggleMs', write: inMs },
  { heading: 'elements', figure: 'elements', write: asCount },
  { heading: 'heap, MB', figure: 'heapBytes', write: inMegabytes },
  { heading: 'all memory, MB', figure: 'memoryBytes', write: inMegabytes },
]

const NO_FIGURE = '–'

export function writeTable(results: readonly CaseResult[]): string {
  const head = ['events', '', ...columns.map(({ heading }) => heading)]
  const rows = [head, ...results.flatMap((result) => writeCase(result, results))]
  const widths = head.map((_, i) => Math.max(3, ...rows.map((row) => row[i]?.length ?? 0)))
  const rule = widths.map((width, i) => (i < 2 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`))
  const pad = (cell: string, i: number): string =>
    i < 2 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)
  const [first = [], ...rest] = rows.map((row) => row.map(pad))
  return [first, rule, ...rest].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function writeCase(
  { label, events, sides }: CaseResult,
  all: readonly CaseResult[],
): readonly (readonly string[])[] {
  const rows = sides.map(({ name, outcome }, i) => [i === 0 ? label : '', name, ...writeFigures(outcome)])
  const [ours] = sides
  // What it takes does not depend on the form in which we have the same events.
  const rival = all.flatMap((result) => (result.events === events ? (result.sides[1] ?? []) : []))[0]
  if (ours === undefined || rival === undefined) return rows
  const ratios = columns.map(({ figure }) => writeRatio(ours.outcome.figures, rival.outcome.figures, figure))
  return [...rows, ['', `${rival.name} ÷ ${ours.name}`, ...ratios]]
}

/** One side's figures in a line, while the rest is being measured. */
export function writeProgress(outcome: Outcome): string {
  const cells = writeFigures(outcome)
  return columns.map(({ heading }, i) => `${heading} ${cells[i]}`).join(' · ')
}

function writeFigures({ figures, fault }: Outcome): readonly string[] {
  return columns.map(({ figure, inBrackets, write }, i) => {
    const value = figures[figure]
    // The first that is missing says why.
    const isFirstMissing = columns.findIndex((column) => figures[column.figure] === undefined) === i
    if (value === undefined) return fault !== null && isFirstMissing ? fault : NO_FIGURE
    const other = inBrackets === undefined ? undefined : figures[inBrackets]
    return other === undefined ? write(value) : `${write(value)} (${write(other)})`
  })
}

/** Below this a difference is the machine's, ms. */
const LEAST_STEP_MS = 0.05

function writeRatio(ours: Figures, rival: Figures, figure: FigureName): string {
  const [own, other] = [ours[figure], rival[figure]]
  if (own === undefined || other === undefined || own < LEAST_STEP_MS || other < LEAST_STEP_MS)
    return NO_FIGURE
  const ratio = other / own
  return `${ratio.toFixed(ratio < 10 ? 1 : 0)}×`
}
