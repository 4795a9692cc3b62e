/** What lies in the folder of a part, beside its cells? See README.md. */

export const PART_PATH = 'part.json'
export const FRAME_PATH = 'frame.json'

/** Of each order of the events. */
export const orderRunNames = ['facets', 'spans', 'counts', 'lanes'] as const
export type OrderRunName = (typeof orderRunNames)[number]
export type RunName = OrderRunName | 'names' | 'relations' | 'reported'

export function runPath(run: RunName): string {
  return `${run}.run`
}
