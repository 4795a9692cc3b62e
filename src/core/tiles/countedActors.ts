/** The lanes of actors of a whole story in tiles: those of the actors with most events, counted by its pyramid of actors. */
import { mostLanes, type ActorChoice } from '../indexing/chooseActors.ts'
import type { CountedActorLanes } from '../indexing/countedActors.ts'
import type { ActorPyramid } from './actorPyramid.ts'
import { COUNTED_ACTORS, FEW_ACTORS, LANE_SERIES } from './lanePyramid.ts'
import type { ActorLaneFacts } from './manifest.ts'

/**
 * @param choice where more lanes were asked for; @param totals [actors] events of each, with a date or not
 */
export function countActorLanes(
  pyramid: ActorPyramid,
  facts: ActorLaneFacts,
  choice: Pick<ActorChoice, 'isUnfolded'>,
  totals: readonly number[],
): CountedActorLanes {
  const { dated, first, counted } = facts
  const actorCount = dated.filter((count) => count > 0).length
  const limits = { first: [], most: COUNTED_ACTORS, few: FEW_ACTORS, ...choice }
  const own = counted.slice(0, mostLanes(limits, actorCount))
  const others = own.length === FEW_ACTORS ? LANE_SERIES.othersOfFew : LANE_SERIES.others
  const chosen = own.toSorted((a, b) => (first[a] ?? 0) - (first[b] ?? 0) || a - b)
  const lanesBy = (
    [
      ...chosen.map((actor) => [actor, counted.indexOf(actor)] as const),
      ['others', others],
      ['nobody', LANE_SERIES.nobody],
    ] as const
  ).filter(([, series]) => (facts.totals[series] ?? 0) > 0)
  return {
    lanes: lanesBy.map(([owner, series]) => ({
      owner,
      lane: pyramid.lane(series),
      total: facts.totals[series] ?? 0,
      undatedCount: typeof owner === 'number' ? (totals[owner] ?? 0) - (dated[owner] ?? 0) : 0,
      isOfDays: false,
      few: null,
    })),
    actorCount,
    shownActorCount: actorCount,
    otherActorCount: actorCount - chosen.length,
    ownersOf: (row) => {
      const bits = pyramid.seriesOf(row)
      return lanesBy.flatMap(([owner, series]) => ((bits & (1 << series)) === 0 ? [] : [owner]))
    },
  }
}
