/**
 * What does vis-timeline get? Of each dated event what its own format has room for: `{id, content, start, end?}`, the
 * outer bounds of the fuzzy date, a point where that is a day or less or only one bound is known. The dates are read
 * here, so that its page is spared what ours has to do.
 */
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { outerExtent } from '../../src/core/time/fuzzyDate.ts'
import { parseEdtf } from '../../src/core/time/parseEdtf.ts'
import { DAY_MS, type CivilMs } from '../../src/core/time/units.ts'

export interface VisItem {
  readonly id: string
  readonly content: string
  readonly start: CivilMs
  readonly end?: CivilMs
  /** Points are drawn as a dot with the title beside it, as ours are. */
  readonly type: 'point' | 'range'
}

/** Of an event in a story file, what is read here. */
interface EventText {
  readonly id: string
  readonly title: string
  readonly date?: { readonly edtf: string } | null
}

/** Those of the events that have a date. @param storyFile from the generator, which writes an event a line */
export async function readItems(storyFile: string): Promise<readonly VisItem[]> {
  const items: VisItem[] = []
  let areEvents = false
  // By lines, since a million events are longer than the longest string.
  for await (const line of createInterface({ input: createReadStream(storyFile) })) {
    if (areEvents && line.startsWith('{')) {
      const item = makeItem(JSON.parse(line.replace(/,$/, '')) as EventText)
      if (item !== null) items.push(item)
    }
    areEvents ||= line.startsWith('"events":[')
  }
  return items
}

function makeItem({ id, title, date }: EventText): VisItem | null {
  const bounds = readBounds(date?.edtf)
  return bounds === null ? null : { id, content: escapeMarkup(title), ...bounds }
}

function readBounds(edtf = ''): Pick<VisItem, 'start' | 'end' | 'type'> | null {
  const date = parseEdtf(edtf)
  if (!date.ok) return null
  const { startMs, endMs } = outerExtent(date.value)
  const [start, end] = [startMs, endMs].filter(Number.isFinite)
  if (start === undefined) return null
  return end === undefined || end - start <= DAY_MS ? { start, type: 'point' } : { start, end, type: 'range' }
}

/** A title is text; vis-timeline takes contents for markup. */
function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
