/** What has a reader of events to know of the rest of the story? Which actors and sources there are, and which were left out. */
import type { ActorId, SourceId } from '../core/base/brand.ts'
import type { Directory } from '../core/story/directory.ts'
import type { OpenFrame } from '../core/story/readFrame.ts'

/** As it can be sent to a worker; in the order of the story. */
export interface KnownNames {
  readonly actors: Names
  readonly sources: Names
}

interface Names {
  readonly known: readonly string[]
  readonly leftOut: readonly string[]
}

export function knownNames({ actors, sources, directories }: OpenFrame): KnownNames {
  return {
    actors: { known: [...actors.keys()], leftOut: [...directories.actors.leftOut] },
    sources: { known: [...sources.keys()], leftOut: [...directories.sources.leftOut] },
  }
}

/** As the reader of all events wants them. */
export interface ReaderDirectories {
  readonly actors: Directory<ActorId> & { readonly known: ReadonlySet<ActorId> }
  readonly sources: Directory<SourceId> & { readonly known: ReadonlySet<SourceId> }
}

export function directoriesOf({ actors, sources }: KnownNames): ReaderDirectories {
  return {
    actors: {
      what: 'an actor',
      known: new Set(actors.known as readonly ActorId[]),
      leftOut: new Set(actors.leftOut),
    },
    sources: {
      what: 'a source',
      known: new Set(sources.known as readonly SourceId[]),
      leftOut: new Set(sources.leftOut),
    },
  }
}
