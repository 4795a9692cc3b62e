/** Is a view in a frame the view that it is on the whole page? */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { EventId } from '../../../src/core/base/brand.ts'
import { noneChosen } from '../../../src/core/story/facetKinds.ts'
import { decodeLink } from '../../../src/core/view/decodeLink.ts'
import { encodeEmbed } from '../../../src/core/view/embedLink.ts'
import { asksForEmbed, readEmbedTheme } from '../../../src/core/view/embedMode.ts'
import { encodeView } from '../../../src/core/view/viewLink.ts'
import { initialView, viewKinds, type ViewState } from '../../../src/core/view/viewState.ts'

const theme = fc.constantFrom('light' as const, 'dark' as const, null)
const someView: fc.Arbitrary<ViewState> = fc
  .record({
    openEvent: fc.constantFrom('fire' as EventId, 'embed' as EventId, null),
    actor: fc.constantFrom<readonly string[]>([], ['ana-silva'], ['ana-silva', 'embed']),
    from: fc.constantFrom('2020-01', null),
    words: fc.constantFrom('', 'embed', '&embed', 'theme=dark'),
    view: fc.constantFrom(...viewKinds, null),
  })
  .map(({ actor, ...view }) => ({ ...initialView, ...view, chosen: { ...noneChosen, actor } }))

describe('the address of a frame', () => {
  it('law: opens the view that was written, in a frame, and nothing of it is refused', () => {
    fc.assert(
      fc.property(someView, theme, (view, asked) => {
        const link = encodeEmbed(view, asked)
        expect(decodeLink(link)).toEqual({ state: view, ignored: [] })
        expect(asksForEmbed(link)).toBe(true)
        expect(readEmbedTheme(link.query)).toBe(asked)
      }),
    )
  })

  it('law: that of the whole page asks for no frame', () => {
    fc.assert(fc.property(someView, (view) => !asksForEmbed(encodeView(view))))
  })

  it('is the folder of the frame for the story, and its own with a word in its query for an event', () => {
    expect(encodeEmbed(initialView, null)).toEqual({ path: 'embed/', query: '', hash: '' })
    const open = { ...initialView, openEvent: 'fire' as EventId, from: '2020' }
    expect(encodeEmbed(open, 'dark')).toEqual({
      path: 'events/fire/',
      query: '?embed&theme=dark&from=2020',
      hash: '',
    })
  })

  it('may be written by hand at any address, with or without a value', () => {
    for (const query of ['?embed', '?embed=', '?embed=1&from=2020', '?from=2020&embed'])
      expect(asksForEmbed({ path: 'events/fire/', query })).toBe(true)
    expect(decodeLink({ path: '', query: '?embed&from=2020', hash: '' })).toEqual({
      state: { ...initialView, from: '2020' },
      ignored: [],
    })
    expect(decodeLink({ path: 'embed/index.html', query: '', hash: '' }).ignored).toEqual([])
  })

  it('says of a theme on the whole page that it means nothing there', () => {
    const { ignored } = decodeLink({ path: '', query: '?theme=dark', hash: '' })
    expect(ignored).toEqual([{ what: 'other', text: 'theme=dark', reason: 'unknown' }])
  })
})
