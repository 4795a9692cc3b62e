/** The picture that is taken along: the drawing in view under its title, over its key, its sources and its address. */
import { drawPicture } from '../../core/exporting/drawPicture.ts'
import type { Picture } from '../../core/exporting/picture.ts'
import type { StoryFrame, TimelineEvent } from '../../core/story/story.ts'
import { clockWords } from '../../core/wording/clockChoiceWords.ts'
import { formatDateWords } from '../../core/wording/dateWords.ts'
import { formatWindowWords } from '../../core/wording/dayWords.ts'
import { describeFilter } from '../../core/wording/filterWords.ts'
import { lowerFirst } from '../../core/wording/phrase.ts'
import { describeOutlets, pictureWords } from '../../core/wording/pictureWords.ts'
import { addressOf } from '../address.ts'
import { placeDrawing, type PlacedDrawing } from './placeDrawing.ts'
import { readEvents } from './readEvents.ts'
import { settle } from './settledShown.ts'
import type { Shown } from './shown.ts'

const WIDTH_PX = 1200
const MARGIN_PX = 32
/** Outlets that a line of sources names. */
const MOST_OUTLETS = 24

/** @param look what is shown now. @throws as readEvents */
export async function takePicture(look: () => Shown, stop: AbortSignal): Promise<Picture> {
  const shown = await settle(look, draw, stop)
  const { storyIndex, state, matchWords } = shown
  const { frame, clock } = storyIndex
  const drawing = draw(shown)
  const rows = [...new Set(drawing.placed.marks.flatMap(({ row, isGhost }) => (isGhost ? [] : [row])))]
  const outlets = new Set<string>()
  for await (const batch of readEvents(storyIndex.details, rows, stop))
    for (const { event } of batch) for (const outlet of outletsOf(event, frame)) outlets.add(outlet)
  const { startMs, endMs } = drawing.scale.window
  const more = drawing.hasCounts ? ` ${pictureWords.notOfCounts}` : ''
  const factWords = [
    `${matchWords}. ${describeFilter(state, frame)}`.trim(),
    `In view: ${formatWindowWords(startMs, endMs)}.${clock === 'both' ? '' : ` ${clockWords.titles[clock]}.`}`,
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

function draw({ storyIndex, found, state }: Shown): PlacedDrawing {
  return placeDrawing(storyIndex, found, state, WIDTH_PX - 2 * MARGIN_PX)
}

function outletsOf({ sources }: TimelineEvent, frame: StoryFrame): readonly string[] {
  return sources.flatMap((id) => frame.sources.get(id)?.outlet ?? [])
}
