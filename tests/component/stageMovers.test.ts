/** Does everything on a stage stand where it was placed once the window rests, whatever moved before? */
import { expect, it, vi } from 'vitest'
import type { StageView } from '../../src/core/marks/stage.ts'
import { buildTimeScale } from '../../src/core/time/timeScale.ts'
import { openMovers } from '../../src/ui/timeline/stageMovers.ts'
import type { TimelineDrawing } from '../../src/ui/timeline/timelineDrawing.ts'

const drawing = {
  isMoving: false,
  marks: [],
  clusters: [],
  roots: [],
  scale: buildTimeScale({ startMs: 0, endMs: 1000 }, 1000),
} as unknown as TimelineDrawing

function stageWithDates(...xs: readonly number[]): HTMLElement {
  const stage = document.createElement('div')
  for (const x of xs) {
    const date = document.createElement('span')
    date.className = 'axis-minor'
    date.dataset['x'] = String(x)
    stage.append(date)
  }
  return stage
}

const placesOf = (stage: HTMLElement) =>
  [...stage.querySelectorAll('span')].map(({ style }) => style.translate)

const inPlace: StageView = { leftPx: 0, stretch: 1, widthPx: 1000 }

it('a zoom moves dates apart, and the next drawing finds them in place, also those that were out of view', () => {
  const stage = stageWithDates(100, 4000)
  const move = openMovers(stage, drawing, [])
  move(inPlace)
  move({ leftPx: 0, stretch: 2, widthPx: 1000 })
  expect(placesOf(stage)).toEqual(['100px', ''])
  move({ leftPx: 7000, stretch: 2, widthPx: 1000 })
  expect(placesOf(stage)).toEqual(['100px', '4000px'])
  // Back where it began, from where the second is not in view.
  move(inPlace)
  expect(placesOf(stage)).toEqual(['', '4000px'])
  openMovers(stage, drawing, [])(inPlace)
  expect(placesOf(stage)).toEqual(['', ''])
})

it('once all is in place, a drawing that is only seen at rest is not searched for parts to move', () => {
  const stage = stageWithDates(100)
  openMovers(stage, drawing, [])(inPlace)
  const look = vi.spyOn(stage, 'querySelectorAll')
  openMovers(stage, drawing, [])(inPlace)
  expect(look).not.toHaveBeenCalled()
})

it('events without a date keep their place at the edge when a mouse is pressed after a drawing at rest', () => {
  const stage = stageWithDates(100)
  openMovers(stage, drawing, [])(inPlace)
  const undated = document.createElement('div')
  undated.className = 'marks'
  const place = document.createElement('span')
  const button = document.createElement('button')
  button.dataset['row'] = '7'
  place.append(button)
  undated.append(place)
  stage.append(undated)
  // As a drawing has it that is 400 px wider on either side, where the lane begins at its left edge.
  const wider = {
    ...drawing,
    isMoving: true,
    marks: [
      { row: 7, kind: 'undated', label: null, sign: [], box: { x: -400, y: 0, width: 50, height: 20 } },
    ],
    scale: buildTimeScale({ startMs: -400, endMs: 1400 }, 1800, 0),
  } as unknown as TimelineDrawing
  openMovers(stage, wider, [])(inPlace)
  expect(place.style.translate).toBe('400px')
})
