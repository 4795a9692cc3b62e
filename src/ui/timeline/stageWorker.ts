/** Paints a stage for each view it is told of, on a canvas that the page has handed over. */
import type { StageView } from '../../core/marks/stage.ts'
import { fontsOf, paintStage, prepareStage, type PreparedStage } from './paintStage.ts'
import { textOf } from './paintWords.ts'
import type { FontRule, PainterAnswer, PainterOrder, StageLooks } from './stageMessages.ts'

/** A worker's side of its own channel and its fonts; the library of types here is the page's. */
const page = globalThis as unknown as {
  onmessage: (event: { readonly data: PainterOrder }) => void
  readonly postMessage: (answer: PainterAnswer) => void
  readonly fonts: FontFaceSet
}

let canvas: OffscreenCanvas | null = null
let looks: StageLooks | null = null
let stage: PreparedStage | null = null
/** The latest view that was not painted. */
let due: StageView | null = null
const tickets: number[] = []
/** The first picture is painted in the page's fonts. */
let fontsAreHere = false

/** A message to itself comes after all views that wait: of those only the last is painted. */
const later = new MessageChannel()
later.port1.onmessage = () => {
  if (due === null || canvas === null || stage === null || !fontsAreHere) return
  paintStage(canvas, stage, due)
  due = null
  for (const ticket of tickets.splice(0)) page.postMessage(ticket)
}

page.onmessage = ({ data }) => {
  if (data.kind === 'canvas') {
    canvas = data.canvas
    addFonts(data.fonts)
  } else if (data.kind === 'looks') looks = data.looks
  else if (data.kind === 'stage') {
    if (looks === null) return
    const isFirst = stage === null
    stage = prepareStage(data, looks)
    if (isFirst) void fetchFonts(looks, textOf(data.words))
  } else {
    if (data.ticket !== null) tickets.push(data.ticket)
    if (due === null) later.port2.postMessage(null)
    due = data.view
  }
}

function addFonts(rules: readonly FontRule[]): void {
  for (const { family, source, descriptors } of rules)
    page.fonts.add(new FontFace(family, source, descriptors))
}

/**
 * The faces of the page's fonts that these words need. One that does not come is not waited for twice: the next of its
 * list stands in, as on the page, where a list also names fonts that this machine has not.
 */
async function fetchFonts(looks: StageLooks, text: string): Promise<void> {
  for (const font of fontsOf(looks)) page.fonts.load(font, text).catch(() => undefined)
  await page.fonts.ready
  fontsAreHere = true
  later.port2.postMessage(null)
}
