/**
 * Which scripts does a part that is loaded later ask for beside itself? Their names stand in the first script, where each
 * is some thirty letters that no compression shortens.
 */

/** The chunk of the bundler's own helpers, which every page has from the start. */
const RUNTIME = /(?:^|\/)rolldown-runtime-[^/]*\.js$/

/**
 * For Vite's build.modulePreload.resolveDependencies.
 * @param files that the part needs: itself too, which else came only after its style sheet
 * @param host who asks; a page names all its scripts
 */
export function partDependencies(
  _part: string,
  files: readonly string[],
  { hostType }: { readonly hostType: 'html' | 'js' },
): string[] {
  return files.filter((file) => hostType === 'html' || !RUNTIME.test(file))
}
