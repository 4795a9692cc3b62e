/** From what is shown to a file: its events read one by one, written as they come, and given a name. */
import { openCalendar, calendarEntries, closeCalendar } from '../../core/exporting/calendarText.ts'
import { placeInCalendar, type LeftOutReason } from '../../core/exporting/calendarPlace.ts'
import { BYTE_ORDER_MARK, formatCsvRow } from '../../core/exporting/csvTable.ts'
import { eventCells, eventColumns } from '../../core/exporting/eventTable.ts'
import { nameFile } from '../../core/exporting/fileNames.ts'
import { statementColumns, statementRows } from '../../core/exporting/statementTable.ts'
import { StoryFileText } from '../../core/exporting/storyFileText.ts'
import { formatSvg } from '../../core/exporting/svgText.ts'
import type { TakenEvent, TakenFrom } from '../../core/exporting/takenEvent.ts'
import { MATCH } from '../../core/indexing/matchDate.ts'
import { initialView } from '../../core/view/viewState.ts'
import { describeFilter } from '../../core/wording/filterWords.ts'
import {
  describeCalendar,
  describeExtract,
  describeTaken,
  describeTakenStatements,
  type TakenFormat,
} from '../../core/wording/takingWords.ts'
import { paintPicture } from '../../ui/share/paintPicture.ts'
import { addressOf } from '../address.ts'
import { embedFonts } from './fontRules.ts'
import { GrowingText } from './growingText.ts'
import { inSlices, readEvents } from './readEvents.ts'
import type { Shown } from './shown.ts'
import { takePicture } from './takenPicture.ts'

/** Events of one file: of a story in memory, and of one in tiles, each of which is fetched. */
export const MOST_TAKEN = { rows: 200_000, counts: 20_000 } as const

/** Pixels of a PNG for a px. */
const DENSITY = 2

export interface MadeFile {
  readonly blob: Blob
  readonly name: string
  /** What is to be known of it; empty where nothing is. */
  readonly note: string
}

export interface Taking {
  readonly stop: AbortSignal
  /** @param done events that were read so far */
  readonly onProgress: (done: number) => void
}

/** @param look what is shown now. @throws the reason of `stop`; an Error that says what failed */
export async function takeAlong(format: TakenFormat, look: () => Shown, taking: Taking): Promise<MadeFile> {
  const shown = look()
  const { storyIndex, state } = shown
  const name = nameFile(storyIndex.frame.id, state, format)
  if (format === 'svg' || format === 'png') {
    const picture = await takePicture(look, taking.stop)
    if (format === 'png') return { blob: await paintPicture(picture, DENSITY), name, note: '' }
    const text = formatSvg(picture, await embedFonts(picture))
    return { blob: new Blob([text], { type: 'image/svg+xml' }), name, note: '' }
  }
  const writer = writers[format](shown, takenFrom(shown))
  const text = new GrowingText()
  for (const part of writer.begin) text.add(part)
  let done = 0
  for await (const batch of readEvents(storyIndex.details, shown.found.shownRows, taking.stop)) {
    for (const { row, event } of batch)
      text.add(writer.write({ event, isPossible: shown.found.matches[row] === MATCH.possible }))
    done += batch.length
    taking.onProgress(done)
  }
  const { rest, note } = writer.end()
  for await (const part of inSlices(rest, taking.stop)) text.add(part)
  return { blob: text.asBlob(types[format]), name, note }
}

type TextFormat = Exclude<TakenFormat, 'svg' | 'png'>

const types: Readonly<Record<TextFormat, string>> = {
  events: 'text/csv;charset=utf-8',
  statements: 'text/csv;charset=utf-8',
  story: 'application/json',
  calendar: 'text/calendar;charset=utf-8',
}

/** Written event by event, in reading order. */
interface Writer {
  readonly begin: readonly string[]
  /** What can be written of an event at once; empty where all of it comes in the end. */
  readonly write: (taken: TakenEvent) => string
  readonly end: () => { readonly rest: Iterable<string>; readonly note: string }
}

const writers: Readonly<Record<TextFormat, (shown: Shown, from: TakenFrom) => Writer>> = {
  events: (_, from) => {
    let count = 0
    return {
      begin: [BYTE_ORDER_MARK, formatCsvRow(eventColumns)],
      write: (taken) => {
        count++
        return formatCsvRow(eventCells(taken, from))
      },
      end: () => ({ rest: [], note: describeTaken(count) }),
    }
  },
  statements: (_, from) => {
    let events = 0
    let statements = 0
    return {
      begin: [BYTE_ORDER_MARK, formatCsvRow(statementColumns)],
      write: (taken) => {
        events++
        const rows = statementRows(taken, from)
        statements += rows.length
        return rows.map(formatCsvRow).join('')
      },
      end: () => ({ rest: [], note: describeTakenStatements(statements, events) }),
    }
  },
  story: ({ storyIndex, state, found }, { frame }) => {
    const text = new StoryFileText()
    let count = 0
    return {
      begin: [],
      write: ({ event }) => {
        text.add(event)
        count++
        return ''
      },
      end: () => {
        const total = storyIndex.events.length
        const address = addressOf({ ...state, openEvent: null, openStatement: null })
        const note =
          found.shown === total ? '' : describeExtract(count, total, describeFilter(state, frame), address)
        return { rest: text.finish(frame, note), note: describeTaken(count) }
      },
    }
  },
  calendar: (_, from) => {
    const leftOut: Record<LeftOutReason, number> = { undated: 0, unlimited: 0, wide: 0, far: 0 }
    let placed = 0
    return {
      begin: [openCalendar(from.frame)],
      write: ({ event }) => {
        const place = placeInCalendar(event.when)
        if (place.kind === 'nowhere') leftOut[place.why]++
        else placed++
        return calendarEntries(event, from)
      },
      end: () => ({ rest: [closeCalendar()], note: describeCalendar(placed, leftOut) }),
    }
  },
}

export function takenFrom({ storyIndex: { frame, titleOf } }: Shown): TakenFrom {
  return {
    frame,
    titleOf,
    addressOf: (openEvent, openStatement) => addressOf({ ...initialView, openEvent, openStatement }),
  }
}
