/** Who takes part in an event, and who speaks? Actors by rank (Zipf), some by what they are. */
import type { ActorFile } from '../../../src/core/story/storyFile.ts'
import type { Random } from './random.ts'
import { createZipfPick } from './zipf.ts'

export interface Cast {
  /** Anybody. */
  draw(random: Random): ActorFile
  /** Anybody who can act: a product cannot. */
  drawActing(random: Random): ActorFile
  /** Somebody who can speak and has a name. */
  drawNamed(random: Random): ActorFile
  /** Somebody whom the sources do not name. */
  drawUnnamed(random: Random): ActorFile
}

/** @param actors the busiest first; at least one unnamed and one other than products */
export function createCast(actors: readonly ActorFile[]): Cast {
  return {
    draw: createZipfPick(actors),
    drawActing: createZipfPick(actors.filter(({ kind }) => kind !== 'product')),
    drawNamed: createZipfPick(actors.filter(({ kind }) => kind !== 'unnamed' && kind !== 'product')),
    drawUnnamed: createZipfPick(actors.filter(({ kind }) => kind === 'unnamed')),
  }
}
