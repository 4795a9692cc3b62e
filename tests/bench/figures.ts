/** Which figures are taken of a page, and what is the middle one of several runs? */

export const figureNames = [
  'drawnMs',
  'panMs',
  'medianPanMs',
  'panGapMs',
  'zoomMs',
  'medianZoomMs',
  'closePanMs',
  'medianClosePanMs',
  'closePanGapMs',
  'closeZoomMs',
  'medianCloseZoomMs',
  'toggleMs',
  'slowestToggleMs',
  'elements',
  'heapBytes',
  'memoryBytes',
] as const

export type FigureName = (typeof figureNames)[number]

/** Those that could be taken. */
export type Figures = Partial<Record<FigureName, number>>

export interface Outcome {
  readonly figures: Figures
  /** Why the rest are missing, in words for the table. */
  readonly fault: string | null
}

/** Of each figure the middle one of the runs that have it; of the faults the first. */
export function summarise(outcomes: readonly Outcome[]): Outcome {
  const figures: Figures = {}
  for (const name of figureNames) {
    const values = outcomes.flatMap((outcome) => outcome.figures[name] ?? [])
    const middle = median(values)
    if (middle !== undefined) figures[name] = middle
  }
  return { figures, fault: outcomes.find(({ fault }) => fault !== null)?.fault ?? null }
}

export function median(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b)
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]]
  return low === undefined || high === undefined ? undefined : (low + high) / 2
}
