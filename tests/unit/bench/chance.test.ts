/** Is chance in the generator fair, the same each time, and as uneven as news where it should be? */
import { expect, test } from 'vitest'
import { eachEventDay } from '../../bench/generator/bursts.ts'
import { createDeck } from '../../bench/generator/deck.ts'
import { mixNeighbours } from '../../bench/generator/mixNeighbours.ts'
import { createRandom, shuffle } from '../../bench/generator/random.ts'
import { countActors, countSpanDays, undatedShare } from '../../bench/generator/storySize.ts'
import { createZipf } from '../../bench/generator/zipf.ts'

const COUNT = 20_000
const ascending = (a: number, b: number): number => a - b
const draw = (seed: number, stream: string): number[] => {
  const random = createRandom(seed, stream)
  return Array.from({ length: COUNT }, () => random.below(10))
}

test('a stream is set by its seed and its name', () => {
  expect(draw(1, 'a')).toEqual(draw(1, 'a'))
  expect(draw(1, 'a')).not.toEqual(draw(2, 'a'))
  expect(draw(1, 'a')).not.toEqual(draw(1, 'b'))
})

test('every number comes equally often', () => {
  for (let number = 0; number < 10; number++) {
    const share = draw(1, 'a').filter((drawn) => drawn === number).length / COUNT
    expect(share).toBeGreaterThan(0.09)
    expect(share).toBeLessThan(0.11)
  }
})

test('the first rank comes about ten times as often as the tenth', () => {
  const random = createRandom(1, 'ranks')
  const drawRank = createZipf(100)
  const ranks = Array.from({ length: COUNT }, () => drawRank(random))
  const count = (rank: number) => ranks.filter((drawn) => drawn === rank).length
  expect(count(0) / count(9)).toBeGreaterThan(8)
  expect(count(0) / count(9)).toBeLessThan(12.5)
  expect(Math.max(...ranks)).toBeLessThan(100)
})

test('a deck deals each card once before any comes again', () => {
  const random = createRandom(1, 'deck')
  const deal = createDeck([
    ['rare', 1],
    ['common', 9],
  ])
  for (let round = 0; round < 20; round++) {
    const dealt = Array.from({ length: 10 }, () => deal(random))
    expect(dealt.filter((card) => card === 'rare')).toHaveLength(1)
  }
})

test('what is mixed is all there', () => {
  const numbers = Array.from({ length: 500 }, (_, i) => i)
  const random = createRandom(1, 'mix')
  const mixed = [...mixNeighbours(numbers, random)]
  expect(mixed).not.toEqual(numbers)
  expect([...mixed].sort(ascending)).toEqual(numbers)
  expect(shuffle(numbers, random).sort(ascending)).toEqual(numbers)
})

test.each([1, 2, 3])('events come in order and in bursts, seed %i', (seed) => {
  const whole = { firstDay: 100, dayCount: 1_000, events: COUNT }
  const days = [...eachEventDay(whole, createRandom(seed, 'days'))]
  expect(days).toHaveLength(COUNT)
  expect([...days].sort(ascending)).toEqual(days)
  expect(days[0]).toBeGreaterThanOrEqual(100)
  expect(days.at(-1)).toBeLessThan(1_100)
  const perDay = Array.from({ length: 1_000 }, () => 0)
  for (const day of days) perDay[day - 100] = (perDay[day - 100] ?? 0) + 1
  const busiest = perDay.sort(ascending).reverse().slice(0, 100)
  expect(busiest.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(COUNT / 2.5)
})

test('a story grows in time and in actors, but slowly', () => {
  expect([10, 1_000, 1_000_000].map(countSpanDays)).toEqual([60, 1_096, 10_957])
  expect(countSpanDays(550)).toBeGreaterThan(countSpanDays(100))
  expect([10, 10_000, 1_000_000].map(countActors)).toEqual([12, 206, 2_006])
  expect(undatedShare(1_000)).toBe(1 / 200)
  expect(undatedShare(10_000_000) * 10_000_000).toBeLessThan(4_000)
})
