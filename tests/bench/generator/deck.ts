/**
 * How does every rare kind come up for sure? As cards are dealt: each kind has its number of cards in the deck,
 * and the deck is shuffled anew when it has run out. A story longer than the deck has them all, in proportion.
 */
import type { Random } from './random.ts'
import { shuffle } from './random.ts'

/** @param cards each kind with its number of cards, at least one card in all */
export function createDeck<T>(cards: readonly (readonly [T, number])[]): (random: Random) => T {
  const deck = cards.flatMap(([kind, count]) => Array.from({ length: count }, () => kind))
  if (deck.length === 0) throw new Error('a deck needs a card')
  let dealt: T[] = []
  return (random) => {
    if (dealt.length === 0) dealt = shuffle(deck, random)
    return dealt.pop() as T
  }
}
