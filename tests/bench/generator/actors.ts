/** Who is in the news? Actors of all kinds, the busiest first. */
import type { ActorFile } from '../../../src/core/story/storyFile.ts'
import { actorKinds } from '../../../src/core/story/storyFile.ts'
import { createDeck } from './deck.ts'
import { makePeople } from './names.ts'
import type { Random } from './random.ts'
import { shuffle } from './random.ts'
import { governmentBodies, groups, organisations, outlets, products, unnamed } from './words.ts'

type ActorKind = ActorFile['kind']

/** Cards in a deck of twenty. */
const kindShares: readonly (readonly [ActorKind, number])[] = [
  ['person', 6],
  ['organisation', 4],
  ['government-body', 3],
  ['media', 2],
  ['product', 1],
  ['group', 2],
  ['unnamed', 2],
]

const wordsOfKinds: Readonly<Record<Exclude<ActorKind, 'person'>, readonly string[]>> = {
  organisation: organisations,
  'government-body': governmentBodies,
  media: outlets,
  product: products.flatMap((word) => [`${word} 2`, `${word} 4`, `${word} 7`]),
  group: groups,
  unnamed,
}

/**
 * Actors by rank, each with a name of its own; every kind is among the first seven.
 * @param count at least 7
 * @param places where they are; more places make more names
 */
export function makeActors(count: number, places: readonly string[], random: Random): readonly ActorFile[] {
  const people = makePeople(count, random)[Symbol.iterator]()
  const namers = new Map(
    Object.entries(wordsOfKinds).map(
      ([kind, words]) => [kind, combinePlaces(places, words, random)] as const,
    ),
  )
  const dealKind = createDeck(kindShares)
  const first = shuffle(actorKinds, random)
  return Array.from({ length: count }, (_, i): ActorFile => {
    const kind = first[i] ?? dealKind(random)
    const id = `a${i}`
    const name = (kind === 'person' ? people : namers.get(kind))?.next().value ?? `Actor ${i}`
    if (kind === 'unnamed') return { id, name, kind, describedAs: withArticle(name) }
    if (kind === 'organisation' && random.chance(0.3)) return { id, name, kind, aliases: [initials(name, i)] }
    if (kind === 'product' && random.chance(0.5)) return { id, name, kind, note: 'Known by this name only.' }
    if (kind === 'media') return { id, name, kind, url: `https://outlet-${i}.example/` }
    return { id, name, kind }
  })
}

/** "Velmar Port Authority": every place with every word, in an order by chance, as long as they last. */
function* combinePlaces(
  places: readonly string[],
  words: readonly string[],
  random: Random,
): Generator<string, undefined> {
  const turns = shuffle(words, random)
  const mixedPlaces = shuffle(places, random)
  for (let round = 0; round < turns.length; round++) {
    for (const [i, place] of mixedPlaces.entries()) {
      yield `${place} ${turns[(round + i) % turns.length] ?? ''}`
    }
  }
}

/** "VPA-12": the letters a name begins with, and its number, since letters repeat. */
function initials(name: string, i: number): string {
  const letters = name.split(' ').map((word) => word.charAt(0).toUpperCase())
  return `${letters.join('')}-${i}`
}

/** "an Orellen aide". */
function withArticle(name: string): string {
  return `${/^[AEIOUÅÖ]/.test(name) ? 'an' : 'a'} ${name}`
}
