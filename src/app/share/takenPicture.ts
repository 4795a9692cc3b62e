/** The picture that is taken along: the drawing in view under its title, over its key, its sources and its address. */
import { drawPicture } from '../../core/exporting/drawPicture.ts'
import type { Picture } from '../../core/exporting/picture.ts'
import type { StoryFrame, TimelineEvent } from '../../core/story/story.ts'
import { describeClock } from '../../core/wording/clockChoiceWords.ts'
import { formatDateWords } from '../../core/wording/dateWords.ts'
import { formatWindowWords } from '../../core/wording/dayWords.ts'
import { describeFilter } from '../../core/wording/filterWords.ts'
import { lowerFirst } from '../../core/wording/phrase.ts'
import { describeOutlets } from '../../core/wording/pictureWords.ts'
import { formatEventCount } from '../../core/wording/storyWords.ts'
import { addressOf } from '../address.ts'
import { placeDrawing } from './placeDrawing.ts'
import { readEvents } from './readEvents.ts'
import type { Shown } from './shown.ts'

const WIDTH_PX = 1200
const MARGIN_PX = 32
/** Outlets that a line of sources names. */
const MOST_OUTLETS = 24

export async function takePicture(shown: Shown, stop: AbortSignal): Promise<Picture> {
  const { storyIndex, state, matchWords } = shown
  const { frame, facts, clock } = storyIndex
  const drawing = placeDrawing(storyIndex, shown.found, state, WIDTH_PX - 2 * MARGIN_PX)
  const rows = [...new Set(drawing.placed.marks.flatMap(({ row, isGhost }) => (isGhost ? [] : [row])))]
  const outlets = new Set<string>()
  for await (const batch of readEvents(storyIndex.details, rows, stop))
    for (const { event } of batch) for (const outlet of outletsOf(event, frame)) outlets.add(outlet)
  const { startMs, endMs } = drawing.scale.window
  const counted = drawing.placed.clusters.reduce((sum, { count }) => sum + count, 0)
  const more = counted === 0 ? '' : ` Not those of ${formatEventCount(counted)} that are counted together.`
  const factWords = [
    `${matchWords}. ${describeFilter(state, frame)}`.trim(),
    `In view: ${formatWindowWords(startMs, endMs)}.${clock === 'both' ? '' : ` ${describeClock(clock, facts.kindCounts)}`}`,
  ]
  return drawPicture({
    ...drawing,
    widthPx: WIDTH_PX,
    marginPx: MARGIN_PX,
    title: frame.title,
    facts: factWords,
    foot: [
      describeOutlets([...outlets], MOST_OUTLETS) + more,
      `Dateline. Revised ${lowerFirst(formatDateWords(frame.revised))}.`,
      addressOf({ ...state, openEvent: null, openStatement: null }),
    ],
    description: factWords.join(' '),
    language: frame.language,
  })
}

function outletsOf({ sources }: TimelineEvent, frame: StoryFrame): readonly string[] {
  return sources.flatMap((id) => frame.sources.get(id)?.outlet ?? [])
}
