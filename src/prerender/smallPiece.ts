/**
 * Which small modules do the details, the further views and the share panel have in common? One piece: alone, each would
 * be a file of some hundred bytes, with its name in the list of files that the start carries.
 */

const shared =
  /\/src\/(?:core\/wording\/(?:languageWords|standingSentence|chainWords)|app\/usePlace|app\/share\/(?:saveBlob|useCite)|ui\/share\/CiteDialog)\.tsx?$/

/** For `codeSplitting.groups` of the bundler, after the pieces that need some of it at once. */
export const smallPiece = {
  debugName: 'small',
  name: (id: string): string | null => (shared.test(id) ? 'small' : null),
}
