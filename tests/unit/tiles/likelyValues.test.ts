/** Whose events are brought before they are chosen? */
import { QueryClient } from '@tanstack/react-query'
import { describe, expect, it } from 'vitest'
import { likelyValues } from '../../../src/app/tiles/filterQuery.ts'
import { TiledFacets } from '../../../src/loading/tiles/tiledFacets.ts'
import { TileStore } from '../../../src/loading/tiles/tileStore.ts'

function likely(actorTotals: readonly number[]): readonly string[] {
  const actors = actorTotals.map((_, number) => `a${number}`)
  const store = new TileStore(new QueryClient(), 'https://tiles.example/')
  const facets = new TiledFacets({}, actors, { totals: actorTotals }, store)
  return likelyValues({ facets }, 'actor', { most: 5, events: 500_000 })
}

describe('likely values', () => {
  it('are the five with the most events', () => {
    expect(likely([4, 90, 7, 300, 12, 5])).toEqual(['a3', 'a1', 'a4', 'a2', 'a5'])
  })

  it('have some events', () => {
    expect(likely([0, 2, 0])).toEqual(['a1'])
  })

  it('are fewer where they would bring too much, and none where one does', () => {
    expect(likely([300_000, 190_000, 20_000])).toEqual(['a0', 'a1'])
    expect(likely([1_500_000, 1_400_000, 900_000])).toEqual([])
  })
})
