/**
 * What is claimed and said in an event, in the terms of schema.org: accounts and paraphrases are a Claim, quotations a
 * Quotation. How a claim stands, and through whom it came, is said in words, for which schema.org has no terms.
 */
import type { ActorId } from '../base/brand.ts'
import type { Account, ChainStep, Statement, StoryFrame, TimelineEvent } from '../story/story.ts'
import { describeChain, formatChain } from '../wording/chainWords.ts'
import { formatWording, recordWords } from '../wording/claimWords.ts'
import { standingWords } from '../wording/standingWords.ts'
import { speakerData } from './actorData.ts'
import { exactDate } from './exactDates.ts'
import { compact, eventAddress, sourceThingId, type Home, type Thing, type ThingId } from './linkedData.ts'

/** In the order of the file, accounts first. */
export function claimsOf(event: TimelineEvent, story: StoryFrame, home: Home): readonly Thing[] {
  return [
    ...event.accounts.map((account) => accountData(account, story, home)),
    ...event.statements.map((statement) => statementData(statement, event, story, home)),
  ]
}

function accountData(account: Account, story: StoryFrame, home: Home): Thing {
  const { question, claim, standing, note, attributedTo, chain } = account
  return compact({
    '@type': 'Claim',
    text: claim,
    description: [...(question === null ? [] : [question]), `${standingWords[standing]}.`, note ?? '']
      .join(' ')
      .trim(),
    inLanguage: story.language,
    ...attribution('author', attributedTo, chain, story, home),
    // Who is only implied to have told it first is not known to have.
    firstAppearance: chain[0]?.isImplied === false ? refer(home, chain.slice(0, 1))[0] : null,
    appearance: refer(home, chain),
  })
}

function statementData(statement: Statement, event: TimelineEvent, story: StoryFrame, home: Home): Thing {
  const { form, text, language, record, speaker, chain, date, note } = statement
  const isQuoted = form === 'quotation'
  const address = `${eventAddress(home, event.id)}#${statement.id}`
  return compact({
    '@type': isQuoted ? 'Quotation' : 'Claim',
    '@id': address,
    url: address,
    text,
    inLanguage: language,
    description: [`${recordWords[record]}.`, formatWording(statement), note ?? ''].join(' ').trim(),
    ...attribution(isQuoted ? 'spokenByCharacter' : 'author', speaker, chain, story, home),
    dateCreated: date === null ? null : exactDate(date),
    [isQuoted ? 'isBasedOn' : 'appearance']: refer(home, chain),
  })
}

function attribution(
  field: 'author' | 'spokenByCharacter',
  by: ActorId | null,
  chain: readonly ChainStep[],
  story: StoryFrame,
  home: Home,
): Readonly<Record<string, unknown>> {
  const actor = by === null ? undefined : story.actors.get(by)
  return {
    [field]: actor === undefined ? null : speakerData(actor),
    creditText: formatChain(describeChain(by, chain, story)),
    citation: refer(home, chain.slice(-1)),
  }
}

function refer(home: Home, chain: readonly ChainStep[]): readonly ThingId[] {
  return chain.map(({ source }) => ({ '@id': sourceThingId(home, source) }))
}
