/**
 * Which modules does every visit need before anything is drawn? What the page's start imports, and what that imports
 * in turn; what is only asked for by import() comes later. As one piece they compress better than as many.
 */

/** What the bundler knows of a module, as far as it is asked. */
export interface ModuleLinks {
  readonly isEntry: boolean
  /** Modules that import it statically. */
  readonly importers: readonly string[]
}

export interface Modules {
  readonly getModuleInfo: (id: string) => ModuleLinks | null
}

/**
 * The start, with its sheet of fonts, stays by itself: the manifest has to name it. And of d3, which is imported by
 * its one name, the first picture needs only the calendar.
 */
const standsApart = /\/src\/main\.tsx$|\/index\.html$|\/fonts\.css$|\/node_modules\/d3-(?!time\/)/

/** For `codeSplitting.groups` of the bundler. */
export const firstPiece = {
  debugName: 'first',
  name: (id: string, modules: Modules): string | null =>
    !standsApart.test(id) && isNeededFirst(id, (other) => modules.getModuleInfo(other)) ? 'first' : null,
}

/** Whether the start leads to the module by static imports. */
export function isNeededFirst(id: string, linksOf: (id: string) => ModuleLinks | null): boolean {
  return isImportedBy(id, (at) => linksOf(at)?.isEntry === true, linksOf)
}

/** Whether static imports lead from one of some modules to this one, which may be one of them. */
export function isImportedBy(
  id: string,
  isStart: (id: string) => boolean,
  linksOf: (id: string) => ModuleLinks | null,
): boolean {
  const seen = new Set([id])
  // A set that grows while it is read: what is added is read too.
  for (const at of seen) {
    if (isStart(at)) return true
    for (const importer of linksOf(at)?.importers ?? []) seen.add(importer)
  }
  return false
}
