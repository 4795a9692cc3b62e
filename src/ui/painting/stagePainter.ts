/** Paints a stage for each view it is told of. */
import type { StageView } from '../../core/marks/stage.ts'
import { fontsOf, paintStage, prepareStage, type PreparedStage } from './paintStage.ts'
import { textOf } from './paintWords.ts'
import type { FontRule, StageLooks, StageOrder } from './stageOrder.ts'

/** A worker's fonts; the library of types here is the page's. */
const { fonts } = globalThis as unknown as { readonly fonts: FontFaceSet }

/** @returns what takes the orders */
export function openStagePainter(
  canvas: OffscreenCanvas,
  answer: (ticket: number) => void,
): (order: StageOrder) => void {
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
    if (due === null || stage === null || !fontsAreHere) return
    paintStage(canvas, stage, due)
    due = null
    for (const ticket of tickets.splice(0)) answer(ticket)
  }
  const beginWithFonts = async (shown: StageLooks, text: string): Promise<void> => {
    await fetchFonts(shown, text)
    fontsAreHere = true
    later.port2.postMessage(null)
  }
  return (order) => {
    if (order.kind === 'fonts') addFonts(order.fonts)
    else if (order.kind === 'looks') looks = order.looks
    else if (order.kind === 'stage') {
      if (looks === null) return
      const isFirst = stage === null
      stage = prepareStage(order, looks)
      if (isFirst) void beginWithFonts(looks, textOf(order.words))
    } else {
      if (order.ticket !== null) tickets.push(order.ticket)
      if (due === null) later.port2.postMessage(null)
      due = order.view
    }
  }
}

function addFonts(rules: readonly FontRule[]): void {
  for (const { family, source, descriptors } of rules) fonts.add(new FontFace(family, source, descriptors))
}

/**
 * The faces of the page's fonts that these words need. One that does not come is not waited for twice: the next of its
 * list stands in, as on the page, where a list also names fonts that this machine has not.
 */
async function fetchFonts(looks: StageLooks, text: string): Promise<void> {
  for (const font of fontsOf(looks)) fonts.load(font, text).catch(() => undefined)
  await fonts.ready
}
