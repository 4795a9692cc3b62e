/** Is a citation in prose what its style asks for, and never more certain than the story? */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatApaReference } from '../../../src/core/citing/apaReference.ts'
import { formatChicagoNote } from '../../../src/core/citing/chicagoNote.ts'
import { citeSource } from '../../../src/core/citing/citeSource.ts'
import { citeEvent, citeStatement, citeView } from '../../../src/core/citing/citeStory.ts'
import { formatCitation } from '../../../src/core/citing/plainCitation.ts'
import type { Source } from '../../../src/core/story/story.ts'
import { citeAll, firstStory, hostileStory, SITE } from '../../fixtures/citedStories.ts'
import { makeEvent, makeSource, makeStatement, makeStory } from '../../fixtures/makeStory.ts'

const story = makeStory({
  sources: [
    {
      ...makeSource('morning-post', 'Who knew? “Nobody,” says the mayor.'),
      author: [
        { family: 'Doe', given: 'Jane Mary' },
        { family: 'Roe', given: 'Jean-Paul' },
        { literal: 'r_ed' },
      ],
      issued: '2020-01',
    },
    { ...makeSource('evening-star', 'A page on fires'), custom: { consulted: 'cited', described: true } },
  ],
  events: [
    makeEvent(0, {
      title: 'The fire is seen',
      date: { edtf: '2020-01' },
      statements: [makeStatement('said')],
    }),
  ],
})
const event = story.events[0]
if (event === undefined) throw new Error('missing: event')
const address = `${SITE}events/event-0/`

function sourceOf(id: string): Source {
  const source = [...story.sources.values()].find((each) => each.id === id)
  if (source === undefined) throw new Error(`missing: ${id}`)
  return source
}

describe('an event', () => {
  const item = citeEvent(event, story, () => null, address)

  it('is a page of the story, as of its last revision, with its date as well as it is known', () => {
    expect(formatChicagoNote(item)).toBe(
      `“The fire is seen” (on some day in January 2020), in “The harbour fire,” last modified February 2, 2020, ${address}.`,
    )
    expect(formatApaReference(item)).toBe(
      `The fire is seen [Event: on some day in January 2020]. (2020, February 2). The harbour fire. ${address}`,
    )
  })

  it('is cited as a note where there is no choice', () => {
    expect(formatCitation(event, story, () => null, address)).toBe(formatChicagoNote(item))
  })
})

describe('a statement', () => {
  const [statement] = event.statements
  if (statement === undefined) throw new Error('missing: statement')
  const item = citeStatement(statement, event, story, () => null, `${address}#said`)

  it('has its speaker, its event, its words to the letter and its way', () => {
    expect(formatChicagoNote(item)).toBe(
      `Ana Silva, in “The fire is seen” (on some day in January 2020), in “The harbour fire,” last modified February 2, 2020, ${address}#said. “We saw the smoke at five.” The speaker’s own words. How this is known: Ana Silva → Morning Post (consulted) → Evening Star (not consulted).`,
    )
    expect(formatApaReference(item)).toContain(
      'Ana Silva: “We saw the smoke at five.” [Statement, known through:',
    )
  })

  it('that is a paraphrase is in no quotation marks', () => {
    const told = citeStatement({ ...statement, form: 'paraphrase' }, event, story, () => null, address)
    expect(formatChicagoNote(told)).toContain('In paraphrase: We saw the smoke at five.')
    expect(formatApaReference(told)).toContain('Ana Silva, in paraphrase: We saw')
    expect(told.title).not.toContain('“')
  })

  it('that is very long is cut in the title, and whole in what programs read', () => {
    const text = 'word '.repeat(200).trim()
    const told = citeStatement({ ...statement, text }, event, story, () => null, address)
    expect(told.title).toMatch(/^Ana Silva: “word word .* word \[…\]”$/)
    expect(told.abstract).toBe(text)
  })
})

describe('a source', () => {
  it('has its authors, headline, outlet, date and address, in the order of the style', () => {
    const item = citeSource(sourceOf('morning-post'), story, null)
    expect(formatChicagoNote(item)).toBe(
      'Jane Mary Doe, Jean-Paul Roe, and r_ed, “Who knew? ‘Nobody,’ says the mayor,” Morning Post, January 2020, https://morning-post.example/fire.',
    )
    expect(formatApaReference(item)).toBe(
      'Doe, J. M., Roe, J.-P., & r_ed. (2020, January). Who knew? “Nobody,” says the mayor. Morning Post. https://morning-post.example/fire',
    )
  })

  it('whose headline nobody saw is never quoted: its title is a description', () => {
    const item = citeSource(sourceOf('evening-star'), story, `${SITE}sources/evening-star/`)
    expect(formatChicagoNote(item)).toBe(
      `A page on fires, Evening Star, January 20, 2020, https://evening-star.example/fire, cited in “The harbour fire,” last modified February 2, 2020, ${SITE}sources/evening-star/.`,
    )
    expect(item.title).toBe('[A page on fires]')
  })

  it('keeps the address that the gate refused out of every format', () => {
    const refused = {
      ...sourceOf('morning-post'),
      link: { kind: 'refused', text: 'ftp://old.example/fire', reason: 'no' },
    } as const
    expect(JSON.stringify(citeSource(refused, story, null))).not.toContain('ftp:')
  })
})

describe('a view', () => {
  it('says its filter, where there is one', () => {
    expect(formatChicagoNote(citeView(story, '', SITE))).toBe(
      `“The harbour fire,” last modified February 2, 2020, ${SITE}.`,
    )
    expect(formatApaReference(citeView(story, 'From 2020.', `${SITE}?from=2020`))).toBe(
      `The harbour fire [Timeline, filtered. From 2020]. (2020, February 2). ${SITE}?from=2020`,
    )
  })
})

describe('prose', () => {
  it('is one paragraph without signs that nobody sees, whatever the story says', () => {
    const check = (text: string): void => {
      expect(text).not.toMatch(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]|\p{Surrogate}/u)
      expect(text).not.toMatch(/undefined|null|,,|\.\.$/)
    }
    for (const item of citeAll(firstStory())) check(formatChicagoNote(item) + formatApaReference(item))
    fc.assert(
      fc.property(hostileStory, (each) => {
        for (const item of citeAll(each)) {
          const text = formatChicagoNote(item) + formatApaReference(item)
          expect(text).not.toMatch(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]|\p{Surrogate}/u)
        }
      }),
    )
  })
})
