/** Does a part of the page come with all its files, and again after one of them did not? */
import { afterEach, describe, expect, it, vi } from 'vitest'
import { fetchPart } from '../../src/browser/fetchPart.ts'

const linksTo = (file: string): readonly HTMLLinkElement[] => [
  ...document.querySelectorAll<HTMLLinkElement>(`link[href="/${file}"]`),
]
const linkTo = (file: string): HTMLLinkElement => {
  const [link] = linksTo(file)
  if (link === undefined) throw new Error(`nobody asked for ${file}`)
  return link
}

afterEach(() => document.head.replaceChildren())

describe('a part', () => {
  it('is imported at once where it has no files beside it, or scripts alone, which are told of', async () => {
    expect(await fetchPart(() => Promise.resolve('part'))).toBe('part')
    expect(await fetchPart(() => Promise.resolve('part'), ['a/one.js'])).toBe('part')
    const { rel, crossOrigin } = linkTo('a/one.js')
    expect([rel, crossOrigin]).toEqual(['modulepreload', ''])
  })

  it('waits for its sheet, and so does another part with the same one', async () => {
    const load = vi.fn(() => Promise.resolve('part'))
    const both = Promise.all([fetchPart(load, ['a/two.css']), fetchPart(load, ['a/two.js', 'a/two.css'])])
    await Promise.resolve()
    expect(load).not.toHaveBeenCalled()
    expect(linksTo('a/two.css')).toHaveLength(1)
    linkTo('a/two.css').dispatchEvent(new Event('load'))
    expect(await both).toEqual(['part', 'part'])
    expect(await fetchPart(load, ['a/two.css'])).toBe('part')
    expect(linksTo('a/two.css')).toHaveLength(1)
  })

  it('whose sheet the page has already does not ask for it again', async () => {
    const own = document.createElement('link')
    own.rel = 'stylesheet'
    own.href = '/a/three.css'
    document.head.append(own)
    expect(await fetchPart(() => Promise.resolve('part'), ['a/three.css'])).toBe('part')
    expect(linksTo('a/three.css')).toHaveLength(1)
  })

  it('whose sheet could not be fetched fails, and can be asked for again', async () => {
    const load = vi.fn(() => Promise.resolve('part'))
    const failing = fetchPart(load, ['a/four.css'])
    linkTo('a/four.css').dispatchEvent(new Event('error'))
    await expect(failing).rejects.toThrow('could not fetch /a/four.css')
    expect(load).not.toHaveBeenCalled()
    const again = fetchPart(load, ['a/four.css'])
    linkTo('a/four.css').dispatchEvent(new Event('load'))
    expect(await again).toBe('part')
  })
})
