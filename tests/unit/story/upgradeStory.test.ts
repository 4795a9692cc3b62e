/** Do numbered steps carry an old file to the current format? */
import { describe, expect, it } from 'vitest'
import { FORMAT_VERSION } from '../../../src/core/story/storyFile.ts'
import type { UpgradeStep } from '../../../src/core/story/upgradeStory.ts'
import { upgradeSteps, upgradeStory } from '../../../src/core/story/upgradeStory.ts'

const steps: readonly UpgradeStep[] = [
  { from: 1, to: 2, upgrade: ({ name, ...file }) => ({ ...file, title: name }) },
  { from: 2, to: 3, upgrade: (file) => ({ ...file, views: [] }) },
]
const ladder = { steps, current: 3 }

describe('upgradeStory', () => {
  it('takes every step from the version of the file on', () => {
    expect(upgradeStory({ format: 1, name: 'x' }, ladder)).toEqual({
      ok: true,
      value: { format: 3, title: 'x', views: [] },
    })
    expect(upgradeStory({ format: 2, title: 'x' }, ladder)).toEqual({
      ok: true,
      value: { format: 3, title: 'x', views: [] },
    })
  })

  it('leaves a current file as it is', () => {
    const file = { format: 3 }
    expect(upgradeStory(file, ladder)).toEqual({ ok: true, value: file })
  })

  it('names what it reads when a file is newer or was never a format', () => {
    const problem = 'this file says format 4; this Dateline reads formats 1 to 3'
    expect(upgradeStory({ format: 4 }, ladder)).toEqual({ ok: false, problem })
    expect(upgradeStory({ format: 1.5 }, ladder).ok).toBe(false)
  })

  it('has steps without gaps up to the current format', () => {
    const ends = upgradeSteps.map(({ from, to }) => [from, to])
    const first = FORMAT_VERSION - upgradeSteps.length
    expect(ends).toEqual(upgradeSteps.map((_, i) => [first + i, first + i + 1]))
  })
})
