/** Which modules come with the reading of a large story? Drawn as who imports whom. */
import { expect, test } from 'vitest'
import { largePiece } from '../../../src/prerender/largePiece.ts'

const importersOf: Readonly<Record<string, readonly string[]>> = {
  '/src/loading/storyQuery.ts': ['/src/main.tsx'],
  // By import() only.
  '/src/loading/storyInWorker.ts': [],
  '/src/loading/endReading.ts': [],
  '/src/loading/openColumns.ts': ['/src/loading/storyInWorker.ts'],
  '/src/core/indexing/briefColumn.ts': ['/src/loading/openColumns.ts', '/src/loading/tiles/openTiles.ts'],
  '/src/loading/tiles/openTiles.ts': [],
}

test('those that the page side of its worker imports are one piece', () => {
  const modules = { getModuleInfo: (id: string) => ({ isEntry: false, importers: importersOf[id] ?? [] }) }
  const inPiece = Object.keys(importersOf).filter((id) => largePiece.name(id, modules) === 'large')
  expect(inPiece).toEqual([
    '/src/loading/storyInWorker.ts',
    '/src/loading/endReading.ts',
    '/src/loading/openColumns.ts',
    '/src/core/indexing/briefColumn.ts',
  ])
})
