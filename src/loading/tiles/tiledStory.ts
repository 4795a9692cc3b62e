/** What is at hand of a story in tiles? What every opened story has; and ways to find events without having them all. */
import type { ActorLaneFacts } from '../../core/tiles/manifest.ts'
import type { TileFiles } from '../../core/tiles/tileFiles.ts'
import type { TiledParts } from '../../core/tiles/tiledLanes.ts'
import type { OpenedStory } from '../openedStory.ts'
import type { TiledFacets } from './tiledFacets.ts'
import type { TileStore } from './tileStore.ts'

export interface TiledStory extends OpenedStory {
  readonly kind: 'tiled'
  readonly store: TileStore
  readonly files: TileFiles
  readonly parts: TiledParts
  readonly facets: TiledFacets
  /** null: they are of an earlier builder, which did not count events by actor. */
  readonly actorLanes: ActorLaneFacts | null
  /**
   * Finds events and statements by their names, present or former, so that `names` and `rowOf` know them. Those that
   * the story does not have stay unknown. @throws LoadError
   */
  readonly learnNames: (names: readonly string[]) => Promise<void>
}
