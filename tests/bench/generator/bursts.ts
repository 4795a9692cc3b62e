/**
 * On which days does it happen? News comes in bursts, and within a burst in bursts: each half of a stretch of
 * time gets a large or a small share of its events, and so on down to the single day (a multiplicative cascade).
 *
 *   ▁▁▁▁▂▁▁▁▁▁▁▁▃█▅▁▁▁▁▁▂▁▁▁▁▁
 */
import type { Random } from './random.ts'

/** Shares of the busier half, one of which is drawn at each halving. */
const busierShares = [0.55, 0.65, 0.72, 0.8] as const

export interface Stretch {
  /** Days since 1970-01-01. */
  readonly firstDay: number
  readonly dayCount: number
  readonly events: number
}

/**
 * The day of each event, ascending, as days since 1970-01-01. Holds a few dozen numbers at a time, however many
 * events there are.
 */
export function* eachEventDay(whole: Stretch, random: Random): Generator<number> {
  const waiting = [whole]
  for (let stretch = waiting.pop(); stretch; stretch = waiting.pop()) {
    const { firstDay, dayCount, events } = stretch
    if (dayCount === 1) {
      for (let i = 0; i < events; i++) yield firstDay
    } else if (events === 1) {
      yield firstDay + random.below(dayCount)
    } else if (events > 1) {
      const earlierDays = dayCount >> 1
      const earlierEvents = splitEvents(events, random)
      waiting.push(
        {
          firstDay: firstDay + earlierDays,
          dayCount: dayCount - earlierDays,
          events: events - earlierEvents,
        },
        { firstDay, dayCount: earlierDays, events: earlierEvents },
      )
    }
  }
}

/** How many of the events fall into the earlier half. */
function splitEvents(events: number, random: Random): number {
  const busier = random.pick(busierShares)
  const share = random.chance(0.5) ? busier : 1 - busier
  const expected = events * share
  const whole = Math.floor(expected)
  return whole + (random.chance(expected - whole) ? 1 : 0)
}
