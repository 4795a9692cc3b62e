/** One picture of a stage on a canvas: ground, lines, words, in the order and the looks that they have on the page. */
import { layLines } from '../../core/marks/stageLines.ts'
import type { StageView } from '../../core/marks/stage.ts'
import { shiftPx } from '../../core/marks/stageShift.ts'
import type { StageWords } from '../../core/marks/stageWords.ts'
import { paintItem, paintName, paintNote, prepareItem, type PreparedItem } from './paintWords.ts'
import type { CanvasSize, PathLook, StageLooks, StageOrder } from './stageOrder.ts'

type Context = OffscreenCanvasRenderingContext2D

/** What is worked out once for all pictures of a stage. */
export interface PreparedStage {
  readonly lines: ReturnType<typeof layLines>
  readonly edges: ReturnType<ReturnType<typeof layLines>['drawEdges']>
  readonly words: StageWords
  /** Measured when they are first painted: fonts may still be on their way. */
  readonly items: Map<StageWords['items'][number], PreparedItem>
  readonly looks: StageLooks
  readonly size: CanvasSize
}

export function prepareStage(
  { content, words, size }: Extract<StageOrder, { kind: 'stage' }>,
  looks: StageLooks,
): PreparedStage {
  const lines = layLines(content)
  return { lines, edges: lines.drawEdges(), words, items: new Map(), looks, size }
}

/** What a picture may be written in. */
export function fontsOf({ labels, ...looks }: StageLooks): readonly string[] {
  const ofLabels = Object.values(labels.beside).flatMap(({ date, title, mayMatch }) => [
    date,
    title,
    mayMatch,
  ])
  const { period, part, noteLead, noteRest, count } = looks
  return [...new Set([...ofLabels, period, part, noteLead, noteRest, count].map(({ font }) => font))]
}

/** Beyond the window's edges, so far what may reach into it is painted, px. */
const REACH_PX = 600

export function paintStage(canvas: OffscreenCanvas, stage: PreparedStage, view: StageView): void {
  const { looks, words, size } = stage
  const { density, widthPx, heightPx } = size
  const context = canvas.getContext('2d')
  if (context === null) return
  const [width, height] = [Math.round(widthPx * density), Math.round(heightPx * density)]
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height })
  context.setTransform(density, 0, 0, density, 0, 0)
  paintGround(context, stage)

  const onStage = (): void => context.setTransform(density, 0, 0, density, -view.leftPx * density, 0)
  const paths = stage.lines.draw(view)
  for (const look of looks.paths) {
    if (look.leftPx !== null) continue
    context.setTransform(density, 0, 0, density, -view.leftPx * density, look.topPx * density)
    paintPath(context, look, paths.get(look.name))
  }
  onStage()
  context.fontKerning = 'normal'
  context.textBaseline = 'alphabetic'
  const isNear = (x: number): boolean =>
    x > view.leftPx - REACH_PX && x < view.leftPx + view.widthPx + REACH_PX
  for (const name of words.names) {
    const x = name.x + shiftPx(name.shift, view)
    if (isNear(x)) paintName(context, name, x, looks)
  }
  for (const note of words.notes) {
    const x = note.x + shiftPx(note.shift, view)
    if (isNear(x)) paintNote(context, note, x, looks)
  }
  for (const item of words.items) {
    const byPx = shiftPx(item.shift, view)
    if (!isNear((item.kind === 'label' ? item.x : item.box.x) + byPx)) continue
    paintItem(context, preparedItem(context, item, stage), byPx, looks)
  }
  for (const look of looks.paths) {
    if (look.leftPx === null) continue
    context.setTransform(density, 0, 0, density, look.leftPx * density, look.topPx * density)
    paintPath(context, look, stage.edges.get(look.name))
  }
}

function preparedItem(
  context: Context,
  item: StageWords['items'][number],
  { items, looks }: PreparedStage,
): PreparedItem {
  const known = items.get(item)
  if (known !== undefined) return known
  const prepared = prepareItem(context, item, looks)
  items.set(item, prepared)
  return prepared
}

function paintGround(context: Context, { words, looks, size }: PreparedStage): void {
  const { widthPx, heightPx } = size
  context.globalAlpha = 1
  context.fillStyle = looks.colors.paper
  context.fillRect(0, 0, widthPx, heightPx)
  context.fillStyle = looks.colors.wash
  for (const { y, height } of words.washes) context.fillRect(0, y, widthPx, height)
  context.fillStyle = looks.colors.rule
  for (const y of words.laneTops.slice(1)) context.fillRect(0, y, widthPx, 1)
}

function paintPath(context: Context, look: PathLook, text = ''): void {
  if (text === '') return
  const path = new Path2D(text)
  context.globalAlpha = look.opacity
  if (look.fill !== null) {
    context.fillStyle = look.fill
    context.fill(path)
  }
  if (look.stroke !== null) {
    context.strokeStyle = look.stroke
    context.lineWidth = look.strokePx
    context.lineCap = look.cap
    context.lineJoin = look.join
    context.setLineDash([...look.dashPx])
    context.stroke(path)
  }
  context.globalAlpha = 1
}
