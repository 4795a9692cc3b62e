/** Do the views of sources, statements and changes say what is so, in plain sentences? */
import { describe, expect, it } from 'vitest'
import type { ActorId, EventId } from '../../../src/core/base/brand.ts'
import { findChanges, type Change } from '../../../src/core/story/findChanges.ts'
import { noneChosen } from '../../../src/core/story/facetKinds.ts'
import { parseEdtf } from '../../../src/core/time/parseEdtf.ts'
import type { FuzzyDate } from '../../../src/core/time/fuzzyDate.ts'
import { initialView } from '../../../src/core/view/viewState.ts'
import { describeActor } from '../../../src/core/wording/actorWords.ts'
import {
  describeChange,
  describeChangesSince,
  describeHidden,
  describeRevisions,
  formatChanged,
  formatSince,
} from '../../../src/core/wording/changeWords.ts'
import {
  describeResting,
  describeShownSources,
  describeSourceFacts,
  describeTally,
  formatIssued,
  formatShowEvents,
} from '../../../src/core/wording/sourceWords.ts'
import { describeStatementFilter, describeStatements } from '../../../src/core/wording/statementWords.ts'
import { makeEvent, makeSource, makeStory } from '../../fixtures/makeStory.ts'

function dateOf(edtf: string): FuzzyDate {
  const read = parseEdtf(edtf)
  if (!read.ok) throw new Error(read.problem)
  return read.value
}

describe('a source', () => {
  const none = { root: 0, relay: 0, other: 0 }

  it('is said to be the root of events and statements, to pass on others, to bear on others', () => {
    const tally = { events: { root: 8, relay: 1, other: 1 }, statements: { ...none, root: 6, relay: 2 } }
    expect(describeTally(tally)).toBe(
      'Root of 8 events and 6 statements. Passes on 1 event and 2 statements. Bears on 1 event in another way, such as for a date.',
    )
    expect(describeTally({ events: { ...none, root: 1 }, statements: none })).toBe('Root of 1 event.')
    expect(describeTally({ events: none, statements: none })).toBe('')
  })

  it('is said how many events rest on it, if that is known', () => {
    expect([0, 1, 1200, null].map(describeResting)).toEqual([
      'No event rests on it.',
      '1 event rests on it.',
      '1,200 events rest on it.',
      '',
    ])
    expect([1, 8, null].map(formatShowEvents)).toEqual([
      'Show its event',
      'Show its 8 events',
      'Show its events',
    ])
  })

  it('is told with its authors, host, language and whether it was read', () => {
    const json = {
      ...makeSource('post', 'Fire'),
      author: [{ literal: 'A. Writer' }],
      URL: 'https://www.example.org/fire',
      language: 'ja',
      issued: undefined,
    }
    const [source] = makeStory({
      sources: [json],
      events: [makeEvent(0, { accounts: [], statements: [] })],
    }).sources.values()
    if (source === undefined) throw new Error('no source')
    expect(describeSourceFacts(source)).toMatch(
      /^By A\. Writer, on www\.example\.org, in Japanese\. (?:Consulted|Not consulted|Read in translation)\.$/,
    )
    expect(describeSourceFacts({ ...source, authors: [], link: null })).toMatch(
      /^No address known, in Japanese\./,
    )
    const refused = { kind: 'refused', text: 'ftp://x', reason: 'not the web' } as const
    expect(describeSourceFacts({ ...source, authors: [], link: refused })).toMatch(
      /^Address not followed: ftp:\/\/x \(not the web\), in Japanese\./,
    )
    expect(formatIssued(source)).toEqual({ short: 'no date', note: '' })
    expect(
      formatIssued({ ...source, issued: dateOf('2020-01-03'), issuedNote: 'From its address.' }),
    ).toEqual({
      short: '3 January 2020',
      note: 'Dated 3 January 2020: From its address.',
    })
  })

  it('is one of all, or of those that a filter leaves', () => {
    expect(describeShownSources(12, 12, false)).toBe('12 sources')
    expect(describeShownSources(3, 12, true)).toBe('3 of 12 sources: those that the filter names')
    expect(describeShownSources(9, 12, false)).toBe(
      '9 of 12 sources: no event of the others passes the filter',
    )
  })
})

describe('an actor', () => {
  it('has said something and takes part in something', () => {
    const counts = { statements: 2, spokenIn: 1, events: 4 }
    expect(describeActor('Matt Sheehan', counts)).toBe(
      'Said by Matt Sheehan: 2 statements; takes part in 4 events.',
    )
    expect(describeActor('Matt Sheehan', { ...counts, statements: null })).toBe(
      'Said by Matt Sheehan: statements in 1 event; takes part in 4 events.',
    )
    expect(describeActor('GPT-5', { statements: 0, spokenIn: 0, events: 1 })).toBe(
      'Said by GPT-5: nothing that is quoted or told; takes part in 1 event.',
    )
    expect(describeActor('GPT-5', { statements: null, spokenIn: null, events: 1 })).toBe(
      'Takes part in 1 event.',
    )
  })
})

describe('statements', () => {
  const { actors } = makeStory()
  const by = (...speakers: readonly (string | null)[]): readonly { readonly speaker: ActorId | null }[] =>
    speakers.map((speaker) => ({ speaker: speaker as ActorId | null }))

  it('are counted with those who are named, and those by nobody who is', () => {
    const words = (...speakers: readonly (string | null)[]): string =>
      describeStatements(by(...speakers), { actors })
    expect(words('ana-silva', 'ana-silva', 'harbour-office')).toBe('3 statements by 2 speakers')
    expect(words('ana-silva', 'an-official', null)).toBe(
      '3 statements by 1 speaker who is named; 2 by nobody who is',
    )
    expect(words('an-official', null)).toBe('2 statements, all by nobody who is named')
    expect(words(null)).toBe('1 statement, by nobody who is named')
    expect(words()).toBe('No statement')
  })

  it('are told what a filter means for them', () => {
    expect(describeStatementFilter(initialView)).toBe('')
    const chosen = { ...noneChosen, speaker: ['ana-silva'], record: ['on-record'] }
    expect(describeStatementFilter({ ...initialView, chosen })).toBe(
      'Filtered by speaker and record: only such statements are here.',
    )
    const ofEvents = { ...noneChosen, actor: ['ana-silva'], source: ['post'] }
    expect(describeStatementFilter({ ...initialView, chosen: ofEvents, from: '2020' })).toBe(
      'Filtered by actor, source, date of the event: all of an event’s statements are here.',
    )
    expect(describeStatementFilter({ ...initialView, words: 'smoke' })).toBe(
      'The words stand in the statement, its speaker’s name or the title of its event.',
    )
  })
})

describe('changes', () => {
  const revisions = ['2026-11-20', '2026-11-23', '2026-11'].map((edtf) => ({
    date: dateOf(edtf),
    summary: `What changed in ${edtf}`,
    reason: edtf === '2026-11' ? 'It was wrong' : null,
    events: ['a' as EventId],
  }))
  const since = dateOf('2026-11-20')
  const changes = findChanges(revisions, since)
  const [sure, perhaps] = changes as readonly [Change, Change]

  it('are said of an event with their day, the sure ones first', () => {
    expect(formatChanged(changes)).toBe('changed 23 November 2026')
    expect(formatChanged([perhaps])).toBe('perhaps changed some day in November 2026')
    expect(describeChange(sure)).toBe('Changed 23 November 2026: What changed in 2026-11-23.')
    expect(describeChange(perhaps)).toBe(
      'Perhaps changed since, on some day in November 2026: What changed in 2026-11. It was wrong.',
    )
    expect([true, false].map((isSure) => formatSince(since, isSure))).toEqual([
      'since 20 November 2026',
      'perhaps since 20 November 2026',
    ])
  })

  it('are counted with the titles of the first events', () => {
    expect(describeChangesSince(since, [sure], ['A', 'B'])).toBe(
      '2 events changed since 20 November 2026: “A” and “B”.',
    )
    expect(describeChangesSince(since, changes, ['A', 'B', 'C', 'D', 'E'])).toBe(
      '5 events changed since 20 November 2026: “A”, “B”, “C” and 2 more. Of some changes it is not known whether they are later.',
    )
    expect(describeChangesSince(since, [sure], [])).toBe(
      'The story changed since 20 November 2026, but no single event.',
    )
    expect(describeChangesSince(since, [], [])).toBe('Nothing changed since 20 November 2026.')
  })

  it('are counted in all, and those that a filter hides', () => {
    expect(describeRevisions(revisions)).toBe('3 revisions, the last 23 November 2026')
    expect(describeRevisions(revisions.slice(0, 1))).toBe('1 revision, of 20 November 2026')
    expect(describeRevisions([])).toBe('No revision is recorded')
    expect([0, 1, 2].map(describeHidden)).toEqual([
      '',
      '1 event is hidden by the filter.',
      '2 events are hidden by the filter.',
    ])
  })
})
