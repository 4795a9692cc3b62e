/** What lies in the folder of a part, beside its cells? See README.md. */

export const PART_PATH = 'part.json'
export const FRAME_PATH = 'frame.json'

export const runNames = ['names', 'facets', 'spans', 'counts', 'relations', 'lanes'] as const
export type RunName = (typeof runNames)[number]

export function runPath(run: RunName): string {
  return `${run}.run`
}
