/** Every kind of problem, with its exact path and sentence. */
import { describe, expect, it } from 'vitest'
import { changeStory } from '../../fixtures/changeStory.ts'
import type { EventJson } from '../../fixtures/makeStory.ts'
import { makeEvent, makeStatement, makeStoryFile } from '../../fixtures/makeStory.ts'
import { problemsOf, shownEvents } from './problemsOf.ts'

/** The problems of a file whose second event is changed; any change, also one that the types forbid. */
function withEvent(change: { readonly [Field in keyof EventJson]?: unknown } & Record<string, unknown>) {
  return problemsOf(makeStoryFile({ events: [makeEvent(0), makeEvent(1, change as Partial<EventJson>)] }))
}

/** The problems of a file with the named places changed. */
function withChanges(changes: Readonly<Record<string, unknown>>) {
  return problemsOf(changeStory(makeStoryFile(), changes))
}

describe('values of the wrong kind', () => {
  it.each([
    [{ title: null }, '!events[1].title: must be text, not null'],
    [{ title: 3 }, '!events[1].title: must be text, in quotation marks'],
    [{ title: ['x'] }, '!events[1].title: must be text, not a list'],
    [{ title: {} }, '!events[1].title: must be text, not an object'],
    [{ title: '  ' }, '!events[1].title: must not be empty'],
    [{ outside: 'yes' }, '!events[1].outside: must be true or false, without quotation marks'],
    [{ actors: {} }, '!events[1].actors: must be a list, in square brackets'],
    [{ date: '2020' }, '!events[1].date: must be an object, in curly brackets'],
    [{ standing: [] }, '!events[1].standing: must be an object, in curly brackets'],
    [{ date: {} }, '!events[1].date.edtf: is missing'],
    [{ date: { edtf: '' } }, '!events[1].date.edtf: a date must not be empty; use null for no date'],
    [
      { kind: 'pulbication' },
      '!events[1].kind: must be one of "act", "statement", "publication", "state", "context", not "pulbication"; did you mean "publication"?',
    ],
    [
      { id: 'Event 1' },
      '!events[1].id: an id is lower-case letters and digits joined by single hyphens, such as "nyt-report"',
    ],
    [
      { statements: [makeStatement('s', { language: 'English!' })] },
      '!events[1].statements[0].language: must be a language tag such as "en" or "ja"',
    ],
    [
      { accounts: [{ claim: 'x', standing: 'reported', chain: [] }] },
      '!events[1].accounts[0].chain: an account needs at least one source in its chain',
    ],
  ])('%j', (change, problem) => {
    expect(withEvent(change)).toEqual([problem])
  })

  it('name an entry that is no object', () => {
    expect(problemsOf({ ...makeStoryFile(), events: [makeEvent(0), null, []] })).toEqual([
      '!events[1]: must be an object, in curly brackets',
      '!events[2]: must be an object, in curly brackets',
    ])
  })

  it('name an author in neither of the two forms', () => {
    const problems = withChanges({ 'sources[1].author': ['Jo Doe'] })
    expect(problems).toContain(
      '!sources[1].author[0]: must be a name: either "family" with or without "given", or "literal"',
    )
  })
})

describe('unknown fields', () => {
  it('cost nothing and are named with the likely word', () => {
    const file = makeStoryFile({ events: [makeEvent(0, { titel: 'x', zzz: 1 } as Partial<EventJson>)] })
    expect(problemsOf(file)).toEqual([
      'events[0].titel: is not a field of the format; did you mean "title"?',
      'events[0].zzz: is not a field of the format',
    ])
    expect(shownEvents(file)).toEqual(['event-0'])
  })

  it('are found at every depth, authors included', () => {
    const problems = withChanges({
      'sources[0].author': [{ family: 'Doe', gven: 'Jo' }],
      'events[0].statements[0].chain[1].impleid': true,
      'story.a b': 1,
    })
    expect(problems).toEqual([
      'story["a b"]: is not a field of the format',
      'sources[0].author[0].gven: is not a field of the format; did you mean "given"?',
      'events[0].statements[0].chain[1].impleid: is not a field of the format; did you mean "implied"?',
    ])
  })

  it('beyond twenty are counted', () => {
    const many = Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`extra${i}`, i]))
    expect(withEvent(many).at(-1)).toBe('events[1]: has 30 more fields that are not in the format')
  })
})

describe('dates', () => {
  it.each([
    ['1998-13', '"1998-13" is not a date: month 13 does not exist'],
    ['2020-06/2019', '"2020-06/2019" starts after it ends'],
    ['Y300000', '"Y300000" cannot be drawn: dates lie between the years −271,821 and 275,760'],
    ['Y-300000/..', '"Y-300000/.." cannot be drawn: dates lie between the years −271,821 and 275,760'],
  ])('%s leaves its event out', (edtf, sentence) => {
    expect(withEvent({ date: { edtf } })).toEqual([`!events[1].date.edtf: ${sentence}`])
    expect(withEvent({ reported: { edtf, source: 'morning-post' } })).toEqual([
      `!events[1].reported.edtf: ${sentence}`,
    ])
    expect(withEvent({ date: { edtf: '2020', baseText: edtf } })).toEqual([
      `!events[1].date.baseText: ${sentence}`,
    ])
    const accounts = [
      { claim: 'So.', standing: 'reported' as const, date: edtf, chain: [{ source: 'morning-post' }] },
    ]
    expect(withEvent({ accounts })).toEqual([`!events[1].accounts[0].date: ${sentence}`])
    expect(withEvent({ statements: [makeStatement('s', { date: edtf })] })).toEqual([
      `!events[1].statements[0].date: ${sentence}`,
    ])
  })

  it('of issue count as unknown where they are bad, since events rest on the source', () => {
    const problems = withChanges({ 'sources[0].issued': '2020-00' })
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatch(/^sources\[0\]\.issued: "2020-00" is not a date/)
  })

  it('of a revision leave the revision out', () => {
    const problems = problemsOf(makeStoryFile({ revisions: [{ date: '2020-13', summary: 'x' }] }))
    expect(problems).toEqual(['!revisions[0].date: "2020-13" is not a date: month 13 does not exist'])
  })

  it('of the head refuse the file', () => {
    const file = makeStoryFile({ story: { revised: '2020-13' } })
    expect(problemsOf(file)).toEqual(['!story.revised: "2020-13" is not a date: month 13 does not exist'])
    expect(shownEvents(file)).toBeNull()
  })
})

describe('references', () => {
  const noSource = '"daily" is not the id of a source in this file'
  it.each([
    [
      { actors: [{ actor: 'bob', role: 'x' }] },
      'actors[0].actor: "bob" is not the id of an actor in this file',
    ],
    [{ sources: ['morning-post', 'daily'] }, `sources[1]: ${noSource}`],
    [{ publishes: 'daily' }, `publishes: ${noSource}`],
    [{ reported: { edtf: '2020', source: 'daily' } }, `reported.source: ${noSource}`],
    [{ standing: { is: 'denied', source: 'daily' } }, `standing.source: ${noSource}`],
    [{ date: { edtf: '2020', sources: ['daily'] } }, `date.sources[0]: ${noSource}`],
    [
      { accounts: [{ claim: 'x', standing: 'alleged', chain: [{ source: 'daily' }] }] },
      `accounts[0].chain[0].source: ${noSource}`,
    ],
    [
      { statements: [makeStatement('s', { speaker: 'bob' })] },
      'statements[0].speaker: "bob" is not the id of an actor in this file',
    ],
    [
      { statements: [makeStatement('s', { locator: { source: 'daily', exact: 'x' } })] },
      `statements[0].locator.source: ${noSource}`,
    ],
  ])('to nothing leave the event out: %j', (change, problem) => {
    expect(withEvent(change)).toEqual([`!events[1].${problem}`])
  })

  it('to a source that was left out say so', () => {
    const problems = withChanges({ 'sources[1].title': '' })
    expect(problems).toContain(
      '!events[0].statements[0].chain[1].source: "evening-star" is a source that was left out',
    )
  })

  it('between events that lead nowhere are dropped', () => {
    expect(withEvent({ relations: [{ is: 'before', to: 'nobody' }] })).toEqual([
      'events[1].relations[0].to: "nobody" is not the id of an event in this file; this relation is dropped',
    ])
    expect(withEvent({ relations: [{ is: 'before', to: 'event-1' }] })).toEqual([
      'events[1].relations[0].to: "event-1" is this event itself; this relation is dropped',
    ])
  })

  it('of head, renderings and revisions are dropped', () => {
    const problems = withChanges({
      'story.baseText': 'daily',
      'sources[0].custom.renderings': [{ text: 'x', by: 'daily' }],
      revisions: [{ date: '2020', summary: 'x', events: ['event-0', 'gone'] }],
    })
    expect(problems).toEqual([
      `story.baseText: ${noSource}`,
      `sources[0].custom.renderings[0].by: ${noSource}; this rendering is left out`,
      'revisions[0].events[1]: "gone" is not the id of an event in this file; this mention is dropped',
    ])
  })
})

describe('ids used twice', () => {
  it('leave out the second actor or source', () => {
    expect(withChanges({ 'actors[2].id': 'ana-silva' })).toEqual([
      '!actors[2].id: "ana-silva" is already the id of actors[1]',
    ])
  })

  it.each([
    [{ id: 'event-0' }, 'id: "event-0" is already used at events[0].id'],
    [
      { aliases: ['event-0-silva'] },
      'aliases[0]: "event-0-silva" is already used at events[0].statements[0].id',
    ],
    [{ aliases: ['event-1'] }, 'aliases[0]: "event-1" is already used at events[1].id'],
    [
      { statements: [makeStatement('event-0')] },
      'statements[0].id: "event-0" is already used at events[0].id',
    ],
    [
      { statements: [makeStatement('s', { aliases: ['event-1'] })] },
      'statements[0].aliases[0]: "event-1" is already used at events[1].id',
    ],
  ])('leave out the second event: %j', (change, problem) => {
    expect(withEvent(change)).toEqual([`!events[1].${problem}`])
  })
})

describe('claims', () => {
  it('refuse a quotation without a speaker', () => {
    const statements = [makeStatement('s', { speaker: null, record: 'unattributed' })]
    expect(withEvent({ statements })).toEqual([
      '!events[1].statements[0].speaker: is null, but a quotation needs a speaker; mark it as a paraphrase',
    ])
  })

  it('report a record that contradicts the missing speaker', () => {
    const statements = [makeStatement('s', { speaker: null, form: 'paraphrase' })]
    expect(withEvent({ statements })).toEqual([
      'events[1].statements[0].record: must be "unattributed" where no speaker is named, not "on-record"',
    ])
  })

  it('report words of an account that are no statement of the event, and keep the account', () => {
    const chain = [{ source: 'morning-post' }]
    const accounts = [{ claim: 'So.', standing: 'reported' as const, statement: 'elsewhere', chain }]
    expect(withEvent({ accounts })).toEqual([
      'events[1].accounts[0].statement: "elsewhere" is not the id of a statement of this event',
    ])
    expect(withEvent({ accounts, statements: [makeStatement('elsewhere')] })).toEqual([])
  })

  it('report an event that names no source at all', () => {
    expect(withEvent({ accounts: [], statements: [] })).toEqual([
      'events[1].sources: no source is named anywhere in this event',
    ])
    expect(withEvent({ accounts: [], statements: [], publishes: 'morning-post' })).toEqual([])
  })
})

describe('relations of undated events', () => {
  it('that run in a circle are named, and the events stay', () => {
    const file = makeStoryFile({
      events: [
        makeEvent(0, { date: null, relations: [{ is: 'before', to: 'event-1' }] }),
        makeEvent(1, { date: null, relations: [{ is: 'before', to: 'event-2' }] }),
        makeEvent(2, { date: null, relations: [{ is: 'before', to: 'event-0' }] }),
      ],
    })
    expect(problemsOf(file)).toEqual([
      'events[1].relations: before and after run in a circle: event-1 → event-2 → event-0 → event-1',
    ])
    expect(shownEvents(file)).toHaveLength(3)
  })
})

describe('addresses', () => {
  it('that are hostile stay as text and are reported', () => {
    const problems = withChanges({
      'actors[0].url': 'vbscript:alert(1)',
      'sources[0].URL': 'data:text/html,x',
      'sources[0].custom.archive': 'https://a:b@archive.example/',
    })
    expect(problems).toEqual([
      'actors[0].url: "vbscript:alert(1)" is shown as text and not as a link. Only https: and http: addresses are followed, and this one is vbscript:',
      'sources[0].URL: "data:text/html,x" is shown as text and not as a link. Only https: and http: addresses are followed, and this one is data:',
      'sources[0].custom.archive: "https://a:b@archive.example/" is shown as text and not as a link. The address carries a user name or password, which can disguise its host.',
    ])
  })
})

describe('limits', () => {
  it('of text and lists leave the item out, in numbers', () => {
    expect(withEvent({ note: 'x'.repeat(20_001) })).toEqual([
      '!events[1].note: has 20,001 characters; at most 20,000 are read',
    ])
    expect(withEvent({ sources: Array.from({ length: 1001 }, () => 'morning-post') })).toEqual([
      '!events[1].sources: has 1,001 entries; at most 1,000 are read',
    ])
  })

  it('of problems count the rest', () => {
    const events = Array.from({ length: 10_050 }, (_, i) => (i === 0 ? makeEvent(0) : null))
    const problems = problemsOf({ ...makeStoryFile(), events })
    expect(problems).toHaveLength(10_001)
    expect(problems.at(-1)).toBe('file: has 49 more problems, which are not listed')
  })
})
