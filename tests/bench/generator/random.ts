/** Where does chance come from? From a seed alone, so that the same arguments give the same story everywhere. */

/** A stream of chance. Only integer arithmetic and division are behind it: no engine rounds them differently. */
export interface Random {
  /** A whole number from 0 to `count` - 1. */
  below(count: number): number
  /** True with this probability, 0 to 1. */
  chance(probability: number): boolean
  /** One of the entries, each as likely as the others. @throws where there are none */
  pick<T>(list: readonly T[]): T
}

const TWO_TO_32 = 4_294_967_296
/** Rounds after which two seeds that differ in one bit have nothing in common any more. */
const WARM_UP_ROUNDS = 20

/**
 * A stream of its own for each seed and name, so that one part of a story can draw more without moving the others.
 * The generator is sfc32 ("small fast counting", three words of state and a counter).
 * @param seed a whole number from 0 to 2^32 - 1
 */
export function createRandom(seed: number, stream: string): Random {
  let a = seed | 0
  let b = hashText(stream)
  let c = 0x9e3779b9 | 0
  let counter = 1
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return (sum >>> 0) / TWO_TO_32
  }
  for (let i = 0; i < WARM_UP_ROUNDS; i++) next()
  return {
    below: (count) => Math.floor(next() * count),
    chance: (probability) => next() < probability,
    pick: (list) => {
      if (list.length === 0) throw new Error('nothing to pick from')
      return list[Math.floor(next() * list.length)] as (typeof list)[number]
    },
  }
}

/** The entries in an order by chance (Fisher and Yates). */
export function shuffle<T>(list: readonly T[], random: Random): T[] {
  const shuffled = [...list]
  for (let i = shuffled.length - 1; i > 0; i--) {
    const j = random.below(i + 1)
    const moved = shuffled[i] as T
    shuffled[i] = shuffled[j] as T
    shuffled[j] = moved
  }
  return shuffled
}

/** 32 bits that differ for different short texts (FNV-1a). */
function hashText(text: string): number {
  let hash = 0x811c9dc5 | 0
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash
}
