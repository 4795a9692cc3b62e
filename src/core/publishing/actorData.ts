/**
 * What is an actor in the terms of schema.org? Whoever is not named is nobody there: a description is no name, and
 * whether it is one person or many is mostly not known. Such actors are credited in words.
 */
import type { Actor } from '../story/story.ts'
import { compact, type Thing } from './linkedData.ts'

const namedTypes = {
  person: 'Person',
  organisation: 'Organization',
  'government-body': 'GovernmentOrganization',
  media: 'NewsMediaOrganization',
} as const

/** A person or organisation that can say something; null: not named, or a group or thing. */
export function speakerData(actor: Actor): Thing | null {
  if (actor.kind === 'unnamed' || actor.kind === 'group' || actor.kind === 'product') return null
  return compact({ '@type': namedTypes[actor.kind], name: actor.name, ...ownSite(actor) })
}

/** Anybody or anything that an event has to do with. */
export function actorData(actor: Actor): Thing {
  return (
    speakerData(actor) ??
    compact({ '@type': 'Thing', name: actor.name, description: actor.describedAs, ...ownSite(actor) })
  )
}

function ownSite({ link }: Actor): Readonly<Record<string, string>> {
  return link?.kind === 'safe' ? { url: link.url } : {}
}
