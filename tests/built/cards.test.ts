/** Has every page of the built site its picture? */
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')
const story = JSON.parse(readFileSync(path.join(root, 'data/mythos-access.json'), 'utf8')) as {
  readonly events: readonly { readonly id: string }[]
  readonly sources: readonly { readonly id: string }[]
}
const cards = [
  'card.png',
  ...story.events.map(({ id }) => `events/${id}/card.png`),
  ...story.sources.map(({ id }) => `sources/${id}/card.png`),
]

describe.each(['dist', '.tmp/dist-sub'])('the site in %s', (folder) => {
  const at = (file: string): string => path.join(root, folder, file)

  test('has a picture of 1200 by 630 for the story, each event and each source', () => {
    const sizes = cards.map((file) => {
      if (!existsSync(at(file))) return `${file} is missing`
      const png = readFileSync(at(file))
      return `${png.toString('latin1', 1, 4)} ${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`
    })
    expect([...new Set(sizes)]).toEqual(['PNG 1200x630'])
  })

  test('has no other pictures of this kind', () => {
    const found = readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    const names = found
      .map((file) => file.replaceAll(path.sep, '/'))
      .filter((file) => file.endsWith('card.png'))
    expect(names.sort()).toEqual([...cards].sort())
  })
})
