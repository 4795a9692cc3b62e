/** What is known of a story in tiles before any tile is read? story.json, which says by `tiles` that it is one. */
import type { StoryProblem } from '../story/problem.ts'
import type { HowKnown } from '../time/howKnown.ts'
import type { StandingKind } from '../story/story.ts'
import type { RevisionFile, SourceFile, StoryHeadFile } from '../story/storyFile.ts'

/** The layout that this build writes and reads. */
export const TILES_VERSION = 1
/** Sources stand in the manifest itself up to so many. */
export const INLINE_SOURCES = 500
/** Problems that are listed; the rest are counted. */
export const LISTED_PROBLEMS = 1_000

export interface TileManifest {
  readonly format: 1
  readonly tiles: typeof TILES_VERSION
  /** Cells are 2^cellBits ms long. */
  readonly cellBits: number
  readonly story: StoryHeadFile
  readonly eventCount: number
  readonly undatedCount: number
  /** Events that were left out. */
  readonly leftOutCount: number
  readonly facts: TileFacts
  /** In actors.json, by number. */
  readonly actorCount: number
  readonly sources:
    | { readonly kind: 'inline'; readonly items: readonly SourceFile[] }
    | { readonly kind: 'files'; readonly count: number; readonly partitionBits: number }
  /** Events of each standing and of each record status; without it only actors have postings (an earlier builder). */
  readonly facets?: { readonly standing: readonly number[]; readonly record: readonly number[] }
  /**
   * What the order of reports (reportPlaces.ts) covers; without it there is none: no report has a date, it was left out, or
   * an earlier builder made the tiles.
   */
  readonly reported?: Pick<TileFacts, 'covered' | 'kindCounts'>
  /** Their `events` are ids of events that are there. */
  readonly revisions: readonly RevisionFile[]
  readonly names: { readonly count: number; readonly partitionBits: number }
  readonly problems: { readonly count: number; readonly listed: readonly StoryProblem[] }
}

/** As StoryFacts of storyFacts.ts, signs by their names and in the order of keySigns.ts. */
export interface TileFacts {
  readonly extent: { readonly startMs: number; readonly endMs: number }
  readonly covered: { readonly startMs: number; readonly endMs: number } | null
  readonly kindCounts: Readonly<Record<HowKnown, number>>
  readonly hasClockTimes: boolean
  readonly signs: readonly string[]
  readonly standings: readonly StandingKind[]
}

/** actors.json: one entry for each actor, in the order of their numbers. */
export interface TileActors {
  /** As in a story file. */
  readonly actors: readonly unknown[]
  /** Events of each. */
  readonly totals: readonly number[]
  /** Events in which each speaks. Tiles of an earlier builder do not tell it. */
  readonly speaking?: readonly number[]
  /** What lanes of actors begin with. Tiles of an earlier builder have none. */
  readonly lanes?: ActorLaneFacts
}

export interface ActorLaneFacts {
  /** [actors] events with a date of each. */
  readonly dated: readonly number[]
  /** [actors] row of the first of these among all of the story; -1: none. */
  readonly first: readonly number[]
  /** Actors that are counted by time (lanePyramid.ts), those with most events first. */
  readonly counted: readonly number[]
  /** [series of a lane] events with a date of each, and how many of them have no bound at all. */
  readonly totals: readonly number[]
  readonly open: readonly number[]
}

/** facets/source.json: one entry for each source, in the order of their numbers. */
export interface TileSources {
  readonly sources: readonly (readonly [id: string, outlet: string, title: string, total: number])[]
}
