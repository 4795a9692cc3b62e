/** How is a box named that counts events together, and what stands in it? */
import { describe, expect, it } from 'vitest'
import { describeCluster, formatShortCount } from '../../../src/core/wording/clusterWords.ts'
import { DAY_MS } from '../../../src/core/time/units.ts'
import { january } from '../../fixtures/eventsFromText.ts'

describe('a box', () => {
  const bucket = { startMs: january(1), endMs: january(31) }
  const dated = { count: 12, startMs: january(3), endMs: january(5), bucket, isEarlier: false }

  it('of dated events is named by their number, and from when to when they begin', () => {
    expect(describeCluster({ ...dated, endMs: january(5) + DAY_MS / 2 })).toBe(
      '12 events, 3 to 5 January 2020',
    )
    expect(describeCluster({ ...dated, count: 12_345, endMs: january(40) })).toMatch(
      /^12,345 events, 3 January to \d+ February 2020$/,
    )
  })

  it('of events that begin together names their one day', () => {
    expect(describeCluster({ ...dated, count: 1, endMs: january(3) })).toBe('1 event, 3 January 2020')
  })

  it('of undated ones says that they have no date', () => {
    expect(describeCluster({ ...dated, count: 3, bucket: null })).toBe('3 events without a date')
  })

  it('of those that began before says that they go on', () => {
    expect(describeCluster({ ...dated, count: 40, isEarlier: true })).toBe(
      '40 events that began earlier and go on into this view',
    )
    expect(describeCluster({ ...dated, count: 1, isEarlier: true })).toBe(
      '1 event that began earlier and goes on into this view',
    )
  })
})

describe('in the box stands', () => {
  it.each([
    [0, '0'],
    [12, '12'],
    [999, '999'],
    [1000, '1,000'],
    [9999, '9,999'],
    [10_000, '10k'],
    [12_999, '12k'],
    [999_999, '999k'],
    [1_000_000, '1M'],
    [1_250_000, '1.2M'],
    [3_499_999, '3.4M'],
    [12_000_000, '12M'],
  ])('%i as %s: short, and never more than there are', (count, words) => {
    expect(formatShortCount(count)).toBe(words)
  })
})
