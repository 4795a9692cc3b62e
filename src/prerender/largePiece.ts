/**
 * What of a large story is fetched besides its worker? One piece: each more is asked for, sent and compiled by itself,
 * while worker and page are in need of both cores.
 */
import { isImportedBy, type Modules } from './firstPiece.ts'

/** What storyQuery.ts imports once a file turns out to be large. */
const start = /\/src\/loading\/storyInWorker\.ts$/

/** Parts of any story, which would have to fetch all of the piece for the little of it that they need too. */
const elsewhere = /\/src\/(?:app\/EventDetails\.tsx|ui\/timeline\/stageMotion\.ts)$/

/** For `codeSplitting.groups` of the bundler, after the first piece. */
export const largePiece = {
  debugName: 'large',
  name: (id: string, modules: Modules): string | null => (isFor(start, id, modules) ? 'large' : null),
}

/** The little of it, a piece of its own; before `largePiece`, which would take it in with whatever imports it. */
export const sharedPiece = {
  debugName: 'shared',
  name: (id: string, modules: Modules): string | null =>
    isFor(start, id, modules) && isFor(elsewhere, id, modules) ? 'shared' : null,
}

/** Whether a part imports the module, or is it. */
function isFor(part: RegExp, id: string, modules: Modules): boolean {
  return isImportedBy(
    id,
    (other) => part.test(other),
    (other) => modules.getModuleInfo(other),
  )
}
