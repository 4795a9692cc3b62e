/** Does a batch give back the events that were asked for, wherever its bytes are by then? */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { makeBatch } from '../../../src/loading/batchCutter.ts'
import { HeldBatch } from '../../../src/loading/heldBatch.ts'

const texts = fc.array(fc.string({ unit: 'grapheme', maxLength: 12 }), { minLength: 1, maxLength: 9 })

/** Events as a file has them: each with a comma before it. */
function hold(events: readonly string[]): HeldBatch {
  const encoder = new TextEncoder()
  const ranges = new Float64Array(2 * events.length)
  let at = 0
  events.forEach((text, i) => {
    const start = at + 1
    at = start + encoder.encode(text).length
    ranges.set([start, at], 2 * i)
  })
  const bytes = encoder.encode(events.map((text) => `,${text}`).join(''))
  return new HeldBatch(makeBatch(0, 0, [bytes], 0, ranges), null)
}

it('all at once or each by itself, from memory or from a Blob, in any order', async () => {
  const picks = fc.array(fc.nat(), { minLength: 1, maxLength: 20 })
  await fc.assert(
    fc.asyncProperty(
      texts,
      picks,
      fc.boolean(),
      fc.constantFrom(0, 3, 1e6),
      async (events, picked, isMoved, spanBytesEach) => {
        const held = hold(events)
        if (isMoved) held.moveToBlob()
        const wanted = picked.map((pick) => pick % events.length)
        const found = await held.textsOf(Uint32Array.from(wanted), spanBytesEach)
        expect(found).toEqual(wanted.map((i) => events[i]))
      },
    ),
  )
})
