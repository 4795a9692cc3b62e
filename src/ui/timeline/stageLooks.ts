/**
 * How does everything on the stage look now, and where in its line does each text stand? Asked of the page itself, so
 * that the style sheet stays the only place that says it: of the paths that are drawn, and of one sample of each kind
 * of text, put there for the question.
 */
import type { PlacedLabel } from '../../core/marks/placedMark.ts'
import { STANDING_PX } from '../../core/marks/standingShapes.ts'
import type { LabelLook, PathLook, StageLooks, TextLook } from '../painting/stageOrder.ts'

/** @param surface of the timeline; is as it was afterwards */
export function readLooks(surface: HTMLElement, stage: HTMLElement, language: string): StageLooks {
  const probe = element('div', 'stage-probe')
  // All stands there before anything is asked: whatever is added between two questions has the page laid out anew.
  const [beside, above] = [putLabels(probe, 'right'), putLabels(probe, 'above')]
  const [axis, note, count, colors] = [putAxis(probe), putNote(probe), putCount(probe), putColors(probe)]
  stage.append(probe)
  const looks: StageLooks = {
    paths: readPaths(surface, stage),
    labels: { beside: beside(), above: above() },
    ...axis(),
    ...note(),
    count: count(),
    colors: colors(),
    language,
  }
  probe.remove()
  return looks
}

type Labels = StageLooks['labels']['beside']

/** As MarkButtons puts them on the page. @returns reads how they look there, like the others below */
function putLabels(probe: HTMLElement, side: PlacedLabel['side']): () => Labels {
  const put = (state: string): (() => LabelLook) => {
    const button = element('span', `mark-button ${state}`)
    const line = element('span', `mark-label side-${side}`)
    const [date, standing, title] = [
      element('span', 'mark-date'),
      document.createElementNS('http://www.w3.org/2000/svg', 'svg'),
      element('span', 'mark-title'),
    ]
    const [words, mayMatch] = [element('bdi'), element('span', 'mark-may')]
    standing.setAttribute('class', 'standing')
    standing.setAttribute('width', String(STANDING_PX))
    standing.setAttribute('height', String(STANDING_PX))
    title.append(words)
    // It may move the title's line: only where the page has it too.
    if (state === 'is-possible') title.append(mayMatch)
    // A day is written beside its disc alone.
    line.append(...(side === 'above' ? [] : [date]), standing, title)
    button.append(line)
    probe.append(button)
    // Their letters before their places: without any there is no line.
    const [dateMark, wordsMark, mayMark] = [markBaseline(date), markBaseline(words), markBaseline(mayMatch)]
    return () => {
      const { top, height } = line.getBoundingClientRect()
      return {
        date: readText(date, dateMark, top),
        title: readText(words, wordsMark, top),
        mayMatch: readText(mayMatch, mayMark, top),
        standing: getComputedStyle(standing).color,
        standingTopPx: standing.getBoundingClientRect().top - top,
        // The label as it was placed is its middle, from which its margin leads up.
        topPx: parseFloat(getComputedStyle(line).marginTop),
        heightPx: height,
      }
    }
  }
  const [plain, selected, possible] = [put(''), put('is-selected'), put('is-possible')]
  return () => ({ plain: plain(), selected: selected(), possible: possible() })
}

/** As Axis does. */
function putAxis(probe: HTMLElement): () => Pick<StageLooks, 'period' | 'part'> {
  const put = (className: string): (() => TextLook) => {
    const words = element('span', className)
    probe.append(words)
    const mark = markBaseline(words)
    return () => readText(words, mark, probe.getBoundingClientRect().top)
  }
  const [period, part] = [put('axis-major'), put('axis-minor')]
  return () => ({ period: period(), part: part() })
}

/** As RootNote does: the lead on a line of its own. */
function putNote(probe: HTMLElement): () => Pick<StageLooks, 'noteLead' | 'noteRest' | 'noteLinePx'> {
  const note = element('p', 'root-note')
  const [lead, rest] = [element('strong'), element('em')]
  note.append(lead, rest)
  probe.append(note)
  const marks = [markBaseline(lead), markBaseline(rest)] as const
  return () => {
    const { top, bottom } = lead.getBoundingClientRect()
    return {
      noteLead: readText(lead, marks[0], top),
      noteRest: readText(rest, marks[1], bottom),
      noteLinePx: bottom - top,
    }
  }
}

/** As MarkButtons puts it in a box. */
function putCount(probe: HTMLElement): () => TextLook {
  const button = element('button', 'mark-button cluster-button')
  const count = element('span', 'cluster-count')
  button.append(count)
  probe.append(button)
  const mark = markBaseline(count)
  return () => {
    const { top, height } = button.getBoundingClientRect()
    return readText(count, mark, top + height / 2)
  }
}

function putColors(probe: HTMLElement): () => StageLooks['colors'] {
  const [ground, wash] = [element('div', 'stage-ground'), element('div', 'stage-wash')]
  const [firstBand, band] = [element('div', 'lane-band'), element('div', 'lane-band')]
  const accent = element('span', 'mark is-selected')
  ground.append(wash, firstBand, band, accent)
  probe.append(ground)
  return () => ({
    paper: getComputedStyle(ground).backgroundColor,
    wash: getComputedStyle(wash).backgroundColor,
    rule: getComputedStyle(band).borderTopColor,
    accent: getComputedStyle(accent).color,
  })
}

function element(name: string, className = ''): HTMLElement {
  const made = document.createElement(name)
  made.className = className
  return made
}

/** A letter, and after it a box without size, which stands on its baseline. */
function markBaseline(words: HTMLElement): HTMLElement {
  const mark = element('span')
  mark.style.display = 'inline-block'
  words.append('x', mark)
  return mark
}

function readText(words: HTMLElement, mark: HTMLElement, fromPx: number): TextLook {
  const { fontStyle, fontWeight, fontSize, fontFamily, color, paddingLeft, marginLeft } =
    getComputedStyle(words)
  return {
    font: `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`,
    color,
    insetPx: parseFloat(paddingLeft) + parseFloat(marginLeft),
    baselinePx: mark.getBoundingClientRect().bottom - fromPx,
  }
}

function readPaths(surface: HTMLElement, stage: HTMLElement): readonly PathLook[] {
  return [...surface.querySelectorAll<SVGPathElement>('[data-path]')].map((path) => {
    const style = getComputedStyle(path)
    const place = path.getCTM()
    return {
      name: path.dataset['path'] ?? '',
      topPx: place?.f ?? 0,
      leftPx: stage.contains(path) ? null : (place?.e ?? 0),
      fill: colourOf(style.fill),
      stroke: colourOf(style.stroke),
      strokePx: parseFloat(style.strokeWidth),
      dashPx: style.strokeDasharray === 'none' ? [] : style.strokeDasharray.split(',').map(parseFloat),
      cap: style.strokeLinecap as CanvasLineCap,
      join: style.strokeLinejoin as CanvasLineJoin,
      opacity: parseFloat(style.opacity),
    }
  })
}

function colourOf(paint: string): string | null {
  return paint === 'none' ? null : paint
}
