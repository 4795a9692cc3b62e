/** Does what waits for the end of a frame wait that long, and come in turn? */
import { expect, it } from 'vitest'
import { afterFrame } from '../../src/ui/painting/afterFrame.ts'

const allRun = (): Promise<void> => new Promise((resolve) => afterFrame(resolve))

it('it comes in a task of its own, in the order of asking', async () => {
  const runs: string[] = []
  afterFrame(() => runs.push('first'))
  afterFrame(() => runs.push('second'))
  await Promise.resolve()
  expect(runs).toEqual([])
  await allRun()
  expect(runs).toEqual(['first', 'second'])
})

it('what is asked for meanwhile comes after it', async () => {
  const runs: string[] = []
  afterFrame(() => {
    afterFrame(() => runs.push('later'))
    runs.push('sooner')
  })
  await allRun()
  await allRun()
  expect(runs).toEqual(['sooner', 'later'])
})
