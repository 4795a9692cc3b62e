/** What do the switch of lanes, lanes of actors and stories in tiles share? One piece instead of one for each two of them. */

const shared =
  /\/src\/(?:core\/indexing\/(?:actorLanes|chooseActors)|core\/marks\/layOutActors|core\/wording\/actorLaneWords|app\/(?:actorLaneFinder|runInSlices))\.ts$/

/** For `codeSplitting.groups` of the bundler. */
export const lanesPiece = {
  debugName: 'lanes',
  name: (id: string): string | null => (shared.test(id) ? 'lanes' : null),
}
