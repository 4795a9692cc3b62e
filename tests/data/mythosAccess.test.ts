/**
 * Does the first story still say what it must? Every row at its place, every quotation to the letter, every
 * date as known, every claim with its chain; and nothing from elsewhere passed off as the base text's.
 */
import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import type { EventFile, StatementFile } from '../../src/core/story/storyFile.ts'
import { storyFile } from '../../src/core/story/storyFile.ts'
import { validSchema } from '../../src/core/story/validSchema.ts'

interface Quotation {
  readonly statement: string
  readonly event: string
  readonly speaker: string
  readonly record: string
  readonly text: string
}

const file = v.parse(validSchema(storyFile), readJson('../../data/mythos-access.json'))
const quotations = readJson('../fixtures/quotations.json') as readonly Quotation[]

const RELAY = 'gz-mythos-request'
const NYT = 'nyt-china-sought-access'

/** id, machine date, what the base text alone gives; 'same': the date is from the base text. */
const eventRows: readonly (readonly [string, string | null, string | null])[] = [
  ['mythos-developed', '2026-04-07', null],
  ['glasswing-launch', '2026-04-07', null],
  ['restricted-release', '2026-04-07/..', null],
  ['unauthorised-access', '2026-04-07/', null],
  ['unauthorised-access-reported', '2026-04-21', null],
  ['singapore-meeting', '2026-04', 'same'],
  ['access-request', '2026-04', 'same'],
  ['not-official-demand', '[..2026-05-12]', 'same'],
  ['anthropic-refusal', '[2026-04-01..2026-05-12]', 'same'],
  ['sheehan-declines', '[2026-04-01..2026-05-12]', 'same'],
  ['nyt-asks-anthropic', '[2026-04-01..2026-05-12]', 'same'],
  ['us-official-comment', '[2026-04-01..2026-05-12]', 'same'],
  ['thinktank-control', null, 'same'],
  ['deepseek-v4-pro-appears', '2026-04-24', '2026-04'],
  ['caisi-evaluation', '2026-05-01', '[2026-04-01..]'],
  ['us-lead-9-to-12', '[..2026-05-12]', 'same'],
  ['chatgpt-5-5-exists', '2026-04-23', '[..2026-05-12]'],
  ['chinese-media-risk', null, 'same'],
  ['chinese-side-argument', null, 'same'],
  ['nyt-report', '2026-05-12', 'same'],
  ['gz-relay', '2026-05-13', '[2026-05-12..]'],
]

/** id, the event it stands in, form, record */
const statementRows: readonly (readonly [string, string, string, string])[] = [
  ['mythos-capability-claim', 'mythos-developed', 'quotation', 'on-record'],
  ['exploit-rate-72-4', 'mythos-developed', 'paraphrase', 'unattributed'],
  ['dialogue-purpose', 'singapore-meeting', 'paraphrase', 'not-named'],
  ['sheehan-statement', 'sheehan-declines', 'quotation', 'on-record'],
  ['anthropic-no-response', 'nyt-asks-anthropic', 'paraphrase', 'no-response'],
  ['china-open-models-lead', 'deepseek-v4-pro-appears', 'paraphrase', 'on-record'],
  ['caisi-most-capable', 'caisi-evaluation', 'quotation', 'on-record'],
  ['gz-conclusion', 'gz-relay', 'paraphrase', 'on-record'],
]

/** Events of which everything known goes back to the one report. */
const nytRooted = [
  'singapore-meeting',
  'access-request',
  'not-official-demand',
  'anthropic-refusal',
  'sheehan-declines',
  'nyt-asks-anthropic',
  'us-official-comment',
  'us-lead-9-to-12',
]

const namedInBaseText = [RELAY, NYT, 'gz-glasswing', 'gz-unauthorised-users', 'gz-caisi-deepseek']

const placed = file.events.flatMap((event) =>
  (event.statements ?? []).map((statement) => ({ event, statement })),
)
const claims = file.events.flatMap((event) =>
  [...(event.accounts ?? []), ...(event.statements ?? [])].map((claim) => ({ event: event.id, claim })),
)
const chains = claims.map(({ event, claim }) => ({ event, chain: claim.chain }))

describe('the 29 rows', () => {
  it('are 21 events and 8 statements', () => {
    expect(eventRows).toHaveLength(21)
    expect(statementRows).toHaveLength(8)
    expect(file.events.map(({ id }) => id)).toEqual(eventRows.map(([id]) => id))
  })

  it.each(statementRows)('%s stands in %s', (id, eventId, form, record) => {
    const { event, statement } = findStatement(id)
    expect(event.id).toBe(eventId)
    expect(statement).toMatchObject({ form, record })
  })
})

describe('dates', () => {
  it.each(eventRows)('%s is %s', (id, edtf, baseText) => {
    const { date } = findEvent(id)
    expect(date?.edtf ?? null).toBe(edtf)
    if (date === null) return
    expect(date.note, 'says why').toBeTruthy()
    expect(date.sources?.length, 'is supported').toBeGreaterThan(0)
    expect(date.outside ?? false).toBe(baseText !== 'same')
    expect('baseText' in date ? date.baseText : 'same').toBe(baseText)
  })

  it('mark the one bound that nobody stated', () => {
    const derived = file.events.filter(({ date }) => date?.derived).map(({ id, date }) => [id, date?.derived])
    expect(derived).toEqual(
      ['anthropic-refusal', 'sheehan-declines', 'nyt-asks-anthropic', 'us-official-comment'].map((id) => [
        id,
        ['earliest'],
      ]),
    )
  })

  it.each(nytRooted)('%s was first reported by the root', (id) => {
    expect(findEvent(id).reported).toMatchObject({ edtf: '2026-05-12', source: NYT })
  })

  it('give the undated their place where it is known', () => {
    for (const id of ['chinese-media-risk', 'chinese-side-argument'])
      expect(findEvent(id).relations).toContainEqual({ is: 'after', to: 'restricted-release' })
    expect(findEvent('thinktank-control').relations ?? []).toEqual([])
  })

  it('of publication events are those of their sources', () => {
    const published = file.events.filter(({ publishes }) => publishes)
    expect(published.map(({ id }) => id)).toEqual([
      'unauthorised-access-reported',
      'caisi-evaluation',
      'nyt-report',
      'gz-relay',
    ])
    for (const { publishes, date } of published) expect(findSource(publishes).issued).toBe(date?.edtf)
  })
})

describe('quotations', () => {
  it('from the base text are these seven', () => {
    const found = placed.filter(({ statement }) => statement.form === 'quotation' && !statement.outside)
    expect(found.map(({ statement }) => statement.id).sort()).toEqual(
      quotations.map(({ statement }) => statement).sort(),
    )
  })

  it.each(quotations)('$statement is equal to the letter, and says whose words it is', (expected) => {
    const { event, statement } = findStatement(expected.statement)
    expect(statement.text).toBe(expected.text)
    expect(statement).toMatchObject({ speaker: expected.speaker, record: expected.record, language: 'en' })
    expect(event.id).toBe(expected.event)
    expect(['relayed', 'translated']).toContain(statement.wording)
    expect(statement.wordingNote).toContain('GIGAZINE')
    expect(statement.chain.at(-1)).toEqual({ source: RELAY })
    expect(statement.locator).toEqual({ source: RELAY, exact: expected.text })
  })

  it.each(['sheehan-statement', 'us-official-quote'])('%s came by the newspaper as is implied', (id) => {
    expect(findStatement(id).statement.chain).toEqual([{ source: NYT, implied: true }, { source: RELAY }])
  })

  it.each(['chinese-media-quote', 'chinese-side-quote'])('%s is not said to have come by it', (id) => {
    expect(findStatement(id).statement.chain).toEqual([{ source: RELAY }])
  })

  it('found nowhere else say so', () => {
    const single = ['sheehan-statement', 'us-official-quote', 'chinese-media-quote', 'chinese-side-quote']
    for (const id of [...single, 'us-lead-belief'])
      expect(findStatement(id).statement.note).toContain('Found nowhere else')
  })
})

describe('sources', () => {
  it.each(file.sources)('$id has outlet, title and consultation, with a word on it', (source) => {
    expect(source['container-title']).toBeTruthy()
    expect(source.title).toBeTruthy()
    expect(source.custom.consultedNote).toBeTruthy()
  })

  it('are marked as outside unless the base text names them', () => {
    const inside = file.sources.filter(({ custom }) => !custom.outside).map(({ id }) => id)
    expect(inside.sort()).toEqual([...namedInBaseText].sort())
    expect(file.story.baseText).toBe(RELAY)
  })

  it('from outside mark every claim that the base text does not have, and no other', () => {
    for (const { event, claim } of claims)
      expect(claim.outside ?? false, `${event}: ${JSON.stringify(claim.chain)}`).toBe(
        claim.chain.at(-1)?.source !== RELAY,
      )
  })

  it('from outside come before the base text only where that is implied', () => {
    const outside = new Set(file.sources.filter(({ custom }) => custom.outside).map(({ id }) => id))
    for (const { event, claim } of claims) {
      if (claim.outside) continue
      const said = claim.chain.filter(({ source, implied }) => outside.has(source) && !implied)
      expect(said, event).toEqual([])
    }
  })

  it('never claim that the newspaper was read, and keep both wordings of its headline', () => {
    const nyt = findSource(NYT)
    expect(nyt.custom.consulted).toBe('cited')
    expect(nyt.title).toBe("China Sought Access to Anthropic's Newest A.I. The Answer Was No.")
    expect(nyt.custom.renderings?.map(({ text, by }) => [text, by])).toEqual([
      ["China Thought Access to Anthropic's Newest AI The Answer Was No.", RELAY],
    ])
  })

  it('come first root, last relay: nothing precedes the newspaper', () => {
    for (const { event, chain } of chains) {
      const at = chain.findIndex(({ source }) => source === NYT)
      expect(at, event).toBeLessThanOrEqual(0)
    }
  })
})

describe('accounts and standing', () => {
  it('both sides of every disagreement stand there', () => {
    const counts = new Map<string, number>()
    for (const { id, accounts } of file.events) {
      for (const { question } of accounts ?? []) {
        if (question) counts.set(`${id}: ${question}`, (counts.get(`${id}: ${question}`) ?? 0) + 1)
      }
    }
    expect(counts.size).toBe(12)
    for (const [question, count] of counts) expect(count, question).toBeGreaterThan(1)
  })

  it('each standing has a source and a reason', () => {
    for (const { id, standing } of file.events) {
      expect(standing.source, id).toBeTruthy()
      expect(standing.note, id).toMatch(/\.$/)
    }
  })

  it('the doubtful are not drawn as plain reports', () => {
    const isOf = (id: string) => findEvent(id).standing.is
    expect(isOf('access-request')).toBe('disputed')
    expect(isOf('not-official-demand')).toBe('disputed')
    expect(isOf('sheehan-declines')).toBe('declined')
    expect(isOf('thinktank-control')).toBe('inferred')
    expect([isOf('us-official-comment'), isOf('unauthorised-access')]).toEqual(['alleged', 'alleged'])
  })

  it('does not say that the refusal was on the spot', () => {
    expect(JSON.stringify(file)).not.toMatch(/on the spot/i)
  })
})

describe('references', () => {
  const actorIds = new Set(file.actors.map(({ id }) => id))
  const sourceIds = new Set(file.sources.map(({ id }) => id))
  const eventIds = new Set(file.events.map(({ id }) => id))

  it('all lead somewhere', () => {
    const actors = file.events.flatMap((event) => [
      ...event.actors.map(({ actor }) => actor),
      ...(event.accounts ?? []).map(({ attributedTo }) => attributedTo),
      ...(event.statements ?? []).map(({ speaker }) => speaker),
    ])
    const sources = [
      file.story.baseText,
      ...file.sources.flatMap(({ custom }) => (custom.renderings ?? []).map(({ by }) => by)),
      ...file.events.flatMap((event) => [
        event.publishes,
        event.standing.source,
        event.reported?.source,
        ...(event.sources ?? []),
        ...(event.date?.sources ?? []),
        ...(event.statements ?? []).map(({ locator }) => locator?.source),
      ]),
      ...chains.flatMap(({ chain }) => chain.map(({ source }) => source)),
    ]
    const related = file.events.flatMap(({ relations }) => (relations ?? []).map(({ to }) => to))
    expect(actors.filter((id) => id && !actorIds.has(id))).toEqual([])
    expect(sources.filter((id) => id && !sourceIds.has(id))).toEqual([])
    expect(related.filter((id) => !eventIds.has(id))).toEqual([])
  })

  it('every actor and every source is used', () => {
    const text = JSON.stringify([file.events, file.story])
    const unused = [...actorIds, ...sourceIds].filter((id) => !text.includes(`"${id}"`))
    expect(unused).toEqual([])
  })

  it('no id is used twice', () => {
    const ids = [...eventIds, ...placed.map(({ statement }) => statement.id)]
    expect(new Set(ids).size).toBe(ids.length)
    expect(actorIds.size + sourceIds.size + eventIds.size).toBe(
      file.actors.length + file.sources.length + file.events.length,
    )
  })

  it('what is at odds or of one root says so on both sides', () => {
    const mutual = file.events.flatMap(({ id, relations }) =>
      (relations ?? [])
        .filter(({ is }) => is === 'at-odds-with' || is === 'same-root')
        .map((relation) => ({ id, ...relation })),
    )
    for (const { id, is, to } of mutual)
      expect(findEvent(to).relations, `${id} ${is} ${to}`).toContainEqual({ is, to: id })
  })

  it('the eight events of one root are tied together', () => {
    const tied = (findEvent('singapore-meeting').relations ?? []).filter(({ is }) => is === 'same-root')
    expect(['singapore-meeting', ...tied.map(({ to }) => to)].sort()).toEqual([...nytRooted].sort())
  })
})

describe('titles', () => {
  it.each(file.events)('$id fits its label, short and long', ({ title, shortTitle }) => {
    expect(title.length).toBeLessThanOrEqual(62)
    expect(shortTitle?.length).toBeLessThanOrEqual(32)
  })
})

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'))
}

function findEvent(id: string): EventFile {
  const event = file.events.find((candidate) => candidate.id === id)
  if (!event) throw new Error(`no event ${id}`)
  return event
}

function findStatement(id: string): { readonly event: EventFile; readonly statement: StatementFile } {
  const found = placed.find(({ statement }) => statement.id === id)
  if (!found) throw new Error(`no statement ${id}`)
  return found
}

function findSource(id: string | undefined) {
  const source = file.sources.find((candidate) => candidate.id === id)
  if (!source) throw new Error(`no source ${id}`)
  return source
}
