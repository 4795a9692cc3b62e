/**
 * How is an attribution chain said?
 * "U.S. government official, not named → The New York Times (not consulted) → GIGAZINE (consulted)"
 */
import type { ActorId } from '../base/brand.ts'
import type { Actor, ChainStep, Consultation, Source, Story } from '../story/story.ts'
import { consultationWords } from './claimWords.ts'

/** One link: who, how that link is known, and whether it stands on what we read. */
export interface ChainLink {
  readonly name: string
  /** Words after the name; empty for a named speaker. */
  readonly status: string
  readonly kind: 'speaker' | 'outlet'
  readonly isConsulted: boolean
}

/** From the speaker (if anybody is named or described) through each outlet to the page we read. */
export function describeChain(
  speaker: ActorId | null,
  chain: readonly ChainStep[],
  story: Story,
): readonly ChainLink[] {
  const actor = speaker === null ? undefined : story.actors.get(speaker)
  const outlets = chain.flatMap((step) => {
    const source = story.sources.get(step.source)
    return source === undefined ? [] : [describeOutlet(source, step)]
  })
  const said = actor === undefined || isSameOutlet(actor, outlets[0]) ? [] : [describeSpeaker(actor)]
  return [...said, ...outlets]
}

/** The whole chain as one line. */
export function formatChain(links: readonly ChainLink[]): string {
  return links
    .map(({ name, status, kind }) =>
      status === '' ? name : kind === 'speaker' ? `${name}, ${status}` : `${name} (${status})`,
    )
    .join(' → ')
}

function describeSpeaker(actor: Actor): ChainLink {
  const status = actor.kind === 'unnamed' ? 'not named' : ''
  return { name: actor.name, status, kind: 'speaker', isConsulted: false }
}

function describeOutlet(source: Source, step: ChainStep): ChainLink {
  const implied = step.isImplied ? 'implied, ' : ''
  const isConsulted = source.consulted !== 'cited'
  return {
    name: source.outlet,
    status: `${implied}${consultationOf(source.consulted)}`,
    kind: 'outlet',
    isConsulted,
  }
}

function consultationOf(consulted: Consultation): string {
  return consultationWords[consulted]
}

/** An outlet that speaks for itself is one link, not two. */
function isSameOutlet(actor: Actor, first: ChainLink | undefined): boolean {
  return first !== undefined && (actor.name === first.name || actor.aliases.includes(first.name))
}
