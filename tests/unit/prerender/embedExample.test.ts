/** Does the page of frames stand for any story, and is what it writes text? */
import { describe, expect, it } from 'vitest'
import { formatEmbedExample, listExampleFrames } from '../../../src/prerender/embedExample.ts'
import { markAsFrame } from '../../../src/prerender/embedPagesPlugin.ts'
import { makeEvent, makeStatement, makeStoryFile } from '../../fixtures/makeStory.ts'

describe('the example of embeds', () => {
  it('has the story, the actor of most events, and the event in which most is said', () => {
    const events = [
      makeEvent(0),
      makeEvent(1, { statements: [makeStatement('a'), makeStatement('b')] }),
      makeEvent(2, { actors: [{ actor: 'ana-silva', role: 'watches' }] }),
    ]
    expect(listExampleFrames(makeStoryFile({ events }), '/news/').map(({ src }) => src)).toEqual([
      '/news/embed/',
      '/news/embed/?actor=harbour-office',
      '/news/events/event-1/?embed',
    ])
  })

  it('has one frame of a story that is none, and runs nothing that a title holds', () => {
    expect(listExampleFrames('no story', '/')).toHaveLength(1)
    const title = '"><script>alert(1)</script>'
    const html = formatEmbedExample(listExampleFrames(makeStoryFile({ story: { title } }), '/'), '/')
    expect(html.match(/<script[^>]*>/g)).toEqual(['<script src="/embed-example/height.js">'])
    expect(html).not.toMatch(/\sstyle=|\son\w+=/)
  })
})

describe('the page of the frame', () => {
  it('is a frame from its first picture on, and not for search engines', () => {
    const html = markAsFrame('<html lang="en"><title>Dateline</title>')
    expect(html).toContain('<html lang="en" data-embed>')
    expect(html).toContain('<meta name="robots" content="noindex" />')
    expect(() => markAsFrame('<p>')).toThrow('index.html has no')
  })
})
