/**
 * How is an attribution chain said?
 * "U.S. government official, not named → The New York Times (not consulted) → GIGAZINE (consulted)"
 */
import type { ActorId } from '../base/brand.ts'
import { isOutlet } from '../story/ownVoice.ts'
import type { Actor, ChainStep, Source, StoryFrame } from '../story/story.ts'
import { formatDateShort } from './dateWords.ts'
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
  story: StoryFrame,
): readonly ChainLink[] {
  const actor = speaker === null ? undefined : story.actors.get(speaker)
  const steps = chain.flatMap((step) => {
    const source = story.sources.get(step.source)
    return source === undefined ? [] : [{ step, source }]
  })
  const outlets = steps.map(({ step, source }) => {
    const isTwice = steps.filter((other) => other.source.outlet === source.outlet).length > 1
    return describeOutlet(source, step, isTwice)
  })
  // An outlet that speaks for itself is one link, not two.
  const first = steps[0]?.source
  const isItself = actor !== undefined && first !== undefined && isOutlet(actor, first)
  const said = actor === undefined || isItself ? [] : [describeSpeaker(actor)]
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

/** @param isTwice two pages of one outlet are told apart by their dates */
function describeOutlet(source: Source, step: ChainStep, isTwice: boolean): ChainLink {
  const date = isTwice && source.issued !== null ? `, ${formatDateShort(source.issued)}` : ''
  return {
    name: `${source.outlet}${date}`,
    status: `${step.isImplied ? 'implied, ' : ''}${consultationWords[source.consulted]}`,
    kind: 'outlet',
    isConsulted: source.consulted !== 'cited',
  }
}
