/** How is it said who says so, through whom? */
import { describe, expect, it } from 'vitest'
import type { ActorId } from '../../../src/core/base/brand.ts'
import { formatWording } from '../../../src/core/wording/claimWords.ts'
import { describeChain, formatChain } from '../../../src/core/wording/chainWords.ts'
import {
  makeEvent,
  makeStatement,
  makeStory,
  makeStoryFile,
  type StatementJson,
} from '../../fixtures/makeStory.ts'

const file = makeStoryFile()
const sources = file.sources.map((source) =>
  source.id === 'morning-post' ? { ...source, custom: { consulted: 'cited' as const } } : source,
)

function chainOf(statement: Partial<StatementJson>, changes: Parameters<typeof makeStory>[0] = {}): string {
  const events = [makeEvent(0, { statements: [makeStatement('said', statement)] })]
  const story = makeStory({ sources, ...changes, events })
  const said = story.events[0]?.statements[0]
  if (said === undefined) throw new Error('missing: statement')
  return formatChain(describeChain(said.speaker, said.chain, story))
}

describe('a chain', () => {
  it('goes from the speaker through each outlet to the page we read', () => {
    expect(chainOf({})).toBe('Ana Silva → Morning Post (not consulted) → Evening Star (consulted)')
  })

  it('says of a speaker who is not named that they are not', () => {
    expect(chainOf({ speaker: 'an-official', record: 'not-named' })).toBe(
      'an official, not named → Morning Post (not consulted) → Evening Star (consulted)',
    )
  })

  it('says of a step that follows from the context that it is implied', () => {
    expect(chainOf({ chain: [{ source: 'morning-post', implied: true }, { source: 'evening-star' }] })).toBe(
      'Ana Silva → Morning Post (implied, not consulted) → Evening Star (consulted)',
    )
  })

  it('begins with the outlet where nobody is named', () => {
    expect(chainOf({ speaker: null, record: 'unattributed', form: 'paraphrase' })).toBe(
      'Morning Post (not consulted) → Evening Star (consulted)',
    )
  })

  it('names an outlet that speaks for itself once, also by another of its names', () => {
    const post = { id: 'post', name: 'The Post', kind: 'media' as const, aliases: ['Morning Post'] }
    expect(chainOf({ speaker: 'post' }, { actors: [...file.actors, post] })).toBe(
      'Morning Post (not consulted) → Evening Star (consulted)',
    )
  })

  it('tells two pages of one outlet apart by their dates', () => {
    const twice = sources.map((source, i) => ({
      ...source,
      'container-title': 'Post',
      issued: `2020-01-2${i}`,
    }))
    expect(chainOf({}, { sources: twice })).toBe(
      'Ana Silva → Post, 20 January 2020 (not consulted) → Post, 21 January 2020 (consulted)',
    )
  })

  it('says where we read a translation', () => {
    const translated = sources.map((source) => ({ ...source, custom: { consulted: 'translation' as const } }))
    expect(chainOf({ chain: [{ source: 'evening-star' }] }, { sources: translated })).toBe(
      'Ana Silva → Evening Star (read in translation)',
    )
  })

  it('of nobody over nothing is empty', () => {
    expect(formatChain(describeChain('nobody' as ActorId, [], makeStory()))).toBe('')
  })
})

describe('whose words a statement gives', () => {
  const wordingOf = (changes: Partial<StatementJson>): string => {
    const said = makeStory({ events: [makeEvent(0, { statements: [makeStatement('said', changes)] })] })
      .events[0]?.statements[0]
    return said === undefined ? '' : formatWording(said)
  }

  it.each<[Partial<StatementJson>, string]>([
    [{}, 'The speaker’s own words.'],
    [{ wording: 'relayed' }, 'Relayed wording, not certified as the speaker’s own words.'],
    [{ wording: 'translated' }, 'A translation of the speaker’s words.'],
    [{ form: 'paraphrase', wording: 'relayed' }, 'Paraphrase: no words are quoted.'],
    [{ form: 'paraphrase', wording: 'relayed', wordingNote: 'Twice removed.' }, 'Twice removed.'],
  ])('%j: %s', (changes, expected) => {
    expect(wordingOf(changes)).toBe(expected)
  })
})
