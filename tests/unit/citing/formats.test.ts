/** Is what we cite read by other programs as what it is: one entry, with the same title, address, names and dates? */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatBibtex } from '../../../src/core/citing/bibtex.ts'
import { exactParts, knownYear } from '../../../src/core/citing/citedDate.ts'
import { citationFormats, citationKinds, fileNameOf } from '../../../src/core/citing/citationFormats.ts'
import type { CitedItem } from '../../../src/core/citing/citedItem.ts'
import { formatCslJson } from '../../../src/core/citing/cslJson.ts'
import { formatRis } from '../../../src/core/citing/ris.ts'
import { citeAll, firstStory, hostileStory } from '../../fixtures/citedStories.ts'
import { findCslFaults, joinSpaces, readByBetterBibtex, readByCitationJs } from './readCitations.ts'

/** Of every item of the first story, and of any of a hostile one. */
function forAllItems(check: (item: CitedItem) => void, numRuns = 100): void {
  for (const item of citeAll(firstStory())) check(item)
  fc.assert(
    fc.property(hostileStory, (story) => citeAll(story).forEach(check)),
    { numRuns },
  )
}

/** The only one, or the test fails. */
function onlyOf<Entry>(entries: readonly Entry[], text: string): Entry {
  const [entry] = entries
  if (entries.length !== 1 || entry === undefined) throw new Error(`${entries.length} entries in:\n${text}`)
  return entry
}

/**
 * Of a date of issue, as far as it is read: a reader may take the year alone, as citation.js does of some kinds, and
 * none where the year is not known; never another day.
 */
function datesOf(
  { issued }: CitedItem,
  read: readonly number[] = [],
): { expected: readonly number[]; read: readonly number[] } {
  const exact = issued === null ? null : exactParts(issued)
  const known = issued === null ? null : knownYear(issued)
  const parts = exact?.length === 1 ? (exact[0] ?? []) : known === null ? [] : [known.year]
  return { expected: parts.slice(0, read.length), read: read.slice(0, parts.length) }
}

describe('CSL-JSON', () => {
  it('passes the schema that CSL publishes, whatever is cited', () => {
    forAllItems((item) => expect(findCslFaults(formatCslJson(item))).toEqual([]))
  })

  it('is read as one item that says the same', () => {
    forAllItems((item) => {
      const text = formatCslJson(item)
      const read = onlyOf(readByCitationJs(text, 'csl'), text)
      expect(read).toMatchObject({ id: item.key, type: item.type, title: item.title })
      expect(read.URL ?? null).toBe(item.url)
      expect(read['container-title'] ?? null).toBe(item.container)
      expect(read.author ?? []).toEqual(item.authors)
    })
  })
})

describe('BibTeX', () => {
  it('is read by citation.js as one entry with the same key, title, names, address and date', () => {
    forAllItems((item) => {
      const text = formatBibtex(item)
      const read = onlyOf(readByCitationJs(text, 'bibtex'), text)
      expect(read.id).toBe(item.key)
      expect(joinSpaces(read.title)).toBe(joinSpaces(item.title))
      expect(decode(read.URL)).toBe(decode(item.url))
      expect(read.author ?? []).toHaveLength(item.authors.length)
      const dates = datesOf(item, read.issued?.['date-parts']?.[0])
      expect(dates.read).toEqual(dates.expected)
    })
  })

  it('is read by the parser of Better BibTeX without complaint, and as the same', () => {
    forAllItems((item) => {
      const text = formatBibtex(item)
      const { key, fields } = onlyOf(readByBetterBibtex(text), text)
      expect(key).toBe(item.key)
      expect(joinSpaces(fields['title'])).toBe(joinSpaces(item.title))
      expect(joinSpaces(fields['annotation'])).toBe(joinSpaces(item.notes.join(' ')))
      expect(decode(fields['url'])).toBe(decode(item.url))
      expect(fields.author ?? []).toHaveLength(item.authors.length)
    }, 40)
  })

  it('has the date as EDTF where BibLaTeX reads it, and its words in a note where not', () => {
    const [fuzzy, exact] = ['gz-caisi-deepseek', 'gz-mythos-request'].map((id) => {
      const item = citeAll(firstStory()).find(({ key }) => key.endsWith(`source:${id}`))
      if (item === undefined) throw new Error(`missing: ${id}`)
      return formatBibtex(item)
    })
    expect(exact).toContain('date = {2026-05-13},\n  year = {2026},\n  month = may,')
    expect(fuzzy).not.toContain(' date = ')
    expect(fuzzy).toContain('year = {2026},\n  month = may,')
    expect(fuzzy).toContain('note = {Issued on some day from 1 to 13 May 2026.}')
    expect(fuzzy).toContain('Date of issue in EDTF: [2026-05-01..2026-05-13].')
  })
})

describe('RIS', () => {
  it('is read as one record with the same title, names, address and date', () => {
    forAllItems((item) => {
      const text = formatRis(item)
      const read = onlyOf(readByCitationJs(text, 'ris'), text)
      expect(joinSpaces(read.title)).toBe(joinSpaces(item.title))
      expect(read.URL ?? null).toBe(item.url)
      // By one of the two vocabularies that the reader chooses from a statute has nobody, and a newspaper a reporter.
      const { length } = item.authors
      const mayHaveNone = item.type === 'legislation' || item.type === 'article-newspaper'
      const isFit = mayHaveNone ? [0, length] : [length]
      expect(isFit).toContain((read.author ?? []).length)
      const dates = datesOf(item, read.issued?.['date-parts']?.[0])
      expect(dates.read).toEqual(dates.expected)
    })
  })

  it('has one tag on each line, and one end', () => {
    forAllItems((item) => {
      const lines = formatRis(item).split('\r\n')
      expect(lines.pop()).toBe('')
      for (const line of lines) expect(line).toMatch(/^[A-Z][A-Z\d] {2}- /)
      expect(lines.filter((line) => /^(?:TY|ER) /.test(line))).toHaveLength(2)
      expect(lines.join('')).not.toMatch(/[\n\r\u2028]/)
    })
  })

  it('says no month and no day that is not known', () => {
    forAllItems((item) => {
      const [, month = '', day = ''] = /^DA {2}- \d{4}\/(\d*)\/(\d*)\/\r$/m.exec(formatRis(item)) ?? []
      const exact = item.issued === null ? null : exactParts(item.issued)
      const parts = exact?.length === 1 ? exact[0] : undefined
      expect(day).toBe(parts?.[2] === undefined ? '' : String(parts[2]).padStart(2, '0'))
      const known = item.issued === null ? null : knownYear(item.issued)
      expect(month).toBe(known === null || known.month === null ? '' : String(known.month).padStart(2, '0'))
    })
  })
})

describe('keys', () => {
  it('are the same every time, and of nothing else in the story', () => {
    const story = firstStory()
    const keys = citeAll(story).map(({ key }) => key)
    expect(citeAll(firstStory()).map(({ key }) => key)).toEqual(keys)
    // Each source is there twice: for itself, and as cited in the story.
    expect(new Set(keys).size).toBe(keys.length - story.sources.size)
    for (const key of keys) expect(key).toMatch(/^[a-z\d:-]+$/)
  })

  it('give files their names', () => {
    forAllItems((item) => {
      for (const kind of citationKinds) {
        expect(fileNameOf(item, kind)).toMatch(/^[a-z\d-]+\.(?:txt|bib|ris|json)$/)
        expect(fileNameOf(item, kind).endsWith(citationFormats[kind].ending)).toBe(true)
      }
    })
  })
})

/** Addresses are compared as they are called: an encoded brace is a brace. */
function decode(url: string | null | undefined): string {
  return (url ?? '').replace(/%(?:7[bd]|5c)/gi, (code) => decodeURIComponent(code))
}
