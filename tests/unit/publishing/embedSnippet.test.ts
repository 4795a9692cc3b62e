/** Does the snippet hold what it was given, whatever that is, and does its script listen to frames alone? */
import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { formatEmbedSnippet, heightScript } from '../../../src/core/publishing/embedSnippet.ts'

const frame = { src: 'https://news.example/embed/?actor=a&q=b', title: 'The fire', heightPx: 480 }

/** What a browser reads from an attribute between double quotes. */
function attribute(html: string, name: string): string | undefined {
  return new RegExp(` ${name}="([^"]*)"`)
    .exec(html)?.[1]
    ?.replaceAll('&quot;', '"')
    .replaceAll('&gt;', '>')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&')
}

describe('the snippet', () => {
  it('is one element where the height is fixed, and has a script where it follows', () => {
    expect(formatEmbedSnippet(frame, false)).not.toContain('<script')
    expect(formatEmbedSnippet(frame, false)).toContain('height: 480px')
    expect(formatEmbedSnippet(frame, true)).toContain(heightScript)
    expect(heightScript).not.toContain('</')
  })

  it('law: whatever a title or an address holds stays in its attribute', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('"', "'", '<', '>', '&', 'a', ' ', '\n', '</script>', '&quot;', '='),
        }),
        (text) => {
          const html = formatEmbedSnippet(
            { ...frame, title: text, src: `https://news.example/?q=${text}` },
            false,
          )
          expect(html.match(/[<>]/g)).toEqual(['<', '>', '<', '>'])
          expect(attribute(html, 'title')).toBe(text.replace(/\s+/g, ' '))
          expect(attribute(html, 'src')).toBe(`https://news.example/?q=${text}`.replace(/\s+/g, ' '))
        },
      ),
    )
  })
})

describe('its script', () => {
  afterEach(() => void vi.unstubAllGlobals())

  function run(): {
    readonly heights: () => readonly string[]
    readonly send: (source: unknown, data: unknown) => void
  } {
    const windows = [{}, {}]
    const frames = windows.map((contentWindow) => ({ contentWindow, style: { height: '' } }))
    let hear: (event: unknown) => void = () => undefined
    vi.stubGlobal('document', { querySelectorAll: () => frames })
    vi.stubGlobal('addEventListener', (_: string, listener: typeof hear) => (hear = listener))
    // What the page runs, as it stands in the snippet.
    // oxlint-disable-next-line no-new-func, no-implied-eval
    new Function(heightScript)()
    return {
      heights: () => frames.map(({ style }) => style.height),
      send: (source, data) => hear({ source: source === 'stranger' ? {} : windows[source as number], data }),
    }
  }

  it('sets the height of the frame that tells it, and of no other', () => {
    const { heights, send } = run()
    send(1, { type: 'dateline:height', height: 512 })
    expect(heights()).toEqual(['', '512px'])
  })

  it.each([
    ['another sender', 'stranger', { type: 'dateline:height', height: 512 }],
    ['another message', 0, { type: 'height', height: 512 }],
    ['no message', 0, null],
    ['a text', 0, { type: 'dateline:height', height: '9px; position: fixed' }],
    ['a height that no frame has', 0, { type: 'dateline:height', height: 1e9 }],
    ['a height below nothing', 0, { type: 'dateline:height', height: -1 }],
    ['no number', 0, { type: 'dateline:height', height: NaN }],
  ])('does nothing for %s', (_, source, data) => {
    const { heights, send } = run()
    send(source, data)
    expect(heights()).toEqual(['', ''])
  })
})
