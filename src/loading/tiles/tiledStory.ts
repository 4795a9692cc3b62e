/** What is at hand of a story in tiles? What every opened story has; and ways to find events without having them all. */
import type { EventId } from '../../core/base/brand.ts'
import type { EventRow } from '../../core/indexing/eventIndex.ts'
import type { HeldTiles } from '../../core/tiles/heldTiles.ts'
import type { ActorLaneFacts } from '../../core/tiles/manifest.ts'
import type { TileFiles } from '../../core/tiles/tileFiles.ts'
import type { TiledParts } from '../../core/tiles/tiledLanes.ts'
import type { OpenedStory } from '../openedStory.ts'
import type { TiledFacets } from './tiledFacets.ts'
import type { TileStore } from './tileStore.ts'

export interface TiledStory extends OpenedStory {
  readonly kind: 'tiled'
  /** In which order its rows stand. */
  readonly order: 'happened' | 'reported'
  readonly store: TileStore
  /** Of the order: */
  readonly files: TileFiles
  readonly tiles: HeldTiles
  readonly parts: TiledParts
  readonly facets: TiledFacets
  /** null: they are of an earlier builder, which did not count events by actor. */
  readonly actorLanes: ActorLaneFacts | null
  /**
   * Finds events and statements by their names, present or former, so that `names` and `rowOf` know them. Those that
   * the story does not have stay unknown. @throws LoadError
   */
  readonly learnNames: (names: readonly string[]) => Promise<void>
  /** As rowOf, and fetched where it is not known; null: the story has no such event. @throws LoadError */
  readonly findRow: (id: EventId) => Promise<EventRow | null>
}
