/**
 * Stands ready to print what is shown. Whatever begins it, a document takes the page's place on paper: made when printing
 * begins, gone when it is over.
 */
import { useSyncExternalStore, type ReactElement } from 'react'
import type { EventRow } from '../core/indexing/eventIndex.ts'
import { drawPicture } from '../core/exporting/drawPicture.ts'
import type { Picture } from '../core/exporting/picture.ts'
import { initialView } from '../core/view/viewState.ts'
import { formatDateWords } from '../core/wording/dateWords.ts'
import { describeFilter } from '../core/wording/filterWords.ts'
import { formatSection } from '../core/wording/listSections.ts'
import { lowerFirst } from '../core/wording/phrase.ts'
import { describePrinted, takingWords } from '../core/wording/takingWords.ts'
import { PrintedBrief, PrintedEvent } from '../ui/print/PrintedEvent.tsx'
import { PrintedStory, type PrintedSection } from '../ui/print/PrintedStory.tsx'
import { addressOf } from './address.ts'
import { placeDrawing } from './share/placeDrawing.ts'
import { eventsAtHand, MOST_PRINTED } from './share/printedEvents.ts'
import { isPrintingNow, subscribeToPrinting } from './share/printing.ts'
import type { Shown } from './share/shown.ts'

/** A sheet of A4 or letter within its margins takes about as much. */
const WIDTH_PX = 760

export function PrintView(props: Shown): ReactElement | null {
  // A change of this kind is drawn at once, before the browser goes on.
  const isPrinting = useSyncExternalStore(subscribeToPrinting, isPrintingNow)
  return isPrinting ? <Paper {...props} /> : null
}

function Paper(props: Shown): ReactElement {
  const { storyIndex, found, state, matchWords } = props
  const { frame, details, rowOf } = storyIndex
  const whole = eventsAtHand(details, found.shownRows)
  const rows = found.shownRows.slice(0, MOST_PRINTED)
  const openRow = state.openEvent === null ? null : rowOf(state.openEvent)
  const isWhole = rows.every((row) => whole.has(row))
  const facts = [
    `${matchWords}. ${describeFilter(state, frame)}`.trim(),
    describePrinted(rows.length, found.shown),
    isWhole ? '' : takingWords.printedShort,
    `Revised ${lowerFirst(formatDateWords(frame.revised))}.`,
  ].filter((fact) => fact !== '')
  const entryOf = (row: EventRow): ReactElement | null => printEntry(props, row, whole)
  return (
    <div className="print-root">
      <PrintedStory
        story={frame}
        facts={facts}
        address={addressOf(state)}
        open={openRow === null ? null : entryOf(openRow)}
        picture={found.shown === 0 ? null : drawForPaper(props)}
        sections={gatherSections(props, rows, entryOf)}
      />
    </div>
  )
}

function drawForPaper({ storyIndex, found, state, matchWords }: Shown): Picture {
  return drawPicture({
    ...placeDrawing(storyIndex, found, state, WIDTH_PX),
    widthPx: WIDTH_PX,
    marginPx: 0,
    title: '',
    facts: [],
    foot: [],
    description: `The timeline: ${matchWords}.`,
    language: storyIndex.frame.language,
  })
}

function printEntry(
  { storyIndex: { details, events, frame, titleOf } }: Shown,
  row: EventRow,
  whole: ReturnType<typeof eventsAtHand>,
): ReactElement | null {
  // The open event may be none of those that are printed.
  const event = whole.get(row) ?? (details.kind === 'at-hand' ? details.story.events[row] : undefined)
  const brief = event ?? events.at(row)
  if (brief === undefined) return null
  const address = addressOf({ ...initialView, openEvent: brief.id })
  return event === undefined ? (
    <PrintedBrief key={row} event={brief} titleOf={titleOf} address={address} language={frame.language} />
  ) : (
    <PrintedEvent key={row} event={event} story={frame} titleOf={titleOf} address={address} />
  )
}

/** Under the headings of the list. */
function gatherSections(
  { storyIndex: { events } }: Shown,
  rows: readonly EventRow[],
  entryOf: (row: EventRow) => ReactElement | null,
): readonly PrintedSection[] {
  const sections: { heading: string; entries: (ReactElement | null)[] }[] = []
  for (const row of rows) {
    const brief = events.at(row)
    if (brief === undefined) continue
    const heading = formatSection(brief)
    const last = sections.at(-1)
    if (last?.heading === heading) last.entries.push(entryOf(row))
    else sections.push({ heading, entries: [entryOf(row)] })
  }
  return sections
}
