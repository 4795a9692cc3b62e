/** Which modules come with the reading of a large story? Drawn as who imports whom. */
import { expect, test } from 'vitest'
import { largePiece, sharedPiece } from '../../../src/prerender/largePiece.ts'

const importersOf: Readonly<Record<string, readonly string[]>> = {
  '/src/loading/storyQuery.ts': ['/src/main.tsx'],
  // By import() only.
  '/src/loading/storyInWorker.ts': [],
  '/src/loading/openColumns.ts': ['/src/loading/storyInWorker.ts'],
  '/src/core/indexing/briefColumn.ts': ['/src/loading/openColumns.ts', '/src/loading/tiles/openTiles.ts'],
  '/src/loading/tiles/openTiles.ts': [],
  // An event of any story is opened by it too.
  '/src/core/story/findRelated.ts': ['/src/loading/openColumns.ts', '/src/app/EventDetails.tsx'],
}

const modules = { getModuleInfo: (id: string) => ({ isEntry: false, importers: importersOf[id] ?? [] }) }
const inPiece = ({ name }: typeof largePiece): readonly string[] =>
  Object.keys(importersOf).filter((id) => name(id, modules) !== null)

test('those that the page side of its worker imports are one piece', () => {
  expect(inPiece(largePiece)).toEqual([
    '/src/loading/storyInWorker.ts',
    '/src/loading/openColumns.ts',
    '/src/core/indexing/briefColumn.ts',
    '/src/core/story/findRelated.ts',
  ])
})

test('but what a part of any story imports too is another, which that part can have without the rest', () => {
  expect(inPiece(sharedPiece)).toEqual(['/src/core/story/findRelated.ts'])
})
