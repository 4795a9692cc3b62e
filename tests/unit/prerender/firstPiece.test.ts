/** Which modules come before the first picture? Drawn as who imports whom. */
import { expect, test } from 'vitest'
import { firstPiece, isNeededFirst } from '../../../src/prerender/firstPiece.ts'

const importersOf: Readonly<Record<string, readonly string[]>> = {
  start: [],
  app: ['start'],
  shared: ['app', 'later'],
  later: [],
  onlyLater: ['later'],
  circleA: ['circleB', 'app'],
  circleB: ['circleA'],
  lostA: ['lostB'],
  lostB: ['lostA'],
}
const linksOf = (id: string) => ({ isEntry: id === 'start', importers: importersOf[id] ?? [] })

test('a module is needed first when the start leads to it', () => {
  const needed = Object.keys(importersOf).filter((id) => isNeededFirst(id, linksOf))
  expect(needed).toEqual(['start', 'app', 'shared', 'circleA', 'circleB'])
})

test('the start and what d3 has for gestures stand apart', () => {
  const modules = { getModuleInfo: () => ({ isEntry: true, importers: [] }) }
  const pieceOf = (path: string) => firstPiece.name(`/home/dateline/${path}`, modules)
  expect(pieceOf('src/app/App.tsx')).toBe('first')
  expect(pieceOf('node_modules/d3-time/src/day.js')).toBe('first')
  expect(pieceOf('node_modules/d3-brush/src/brush.js')).toBeNull()
  expect(pieceOf('src/main.tsx')).toBeNull()
})
