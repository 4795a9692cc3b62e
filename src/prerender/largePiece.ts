/**
 * What of a large story is fetched besides its worker? One piece: each more is asked for, sent and compiled by itself,
 * while worker and page are in need of both cores.
 */
import { isImportedBy, type Modules } from './firstPiece.ts'

/** What storyQuery.ts imports once a file turns out to be large. */
const start = /\/src\/loading\/(?:storyInWorker|endReading)\.ts$/

/** For `codeSplitting.groups` of the bundler, after the first piece. */
export const largePiece = {
  debugName: 'large',
  name: (id: string, modules: Modules): string | null =>
    isImportedBy(
      id,
      (other) => start.test(other),
      (other) => modules.getModuleInfo(other),
    )
      ? 'large'
      : null,
}
