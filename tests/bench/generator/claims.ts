/** What is said of an event? Its statements, of which there is always one, and now and then rival accounts. */
import type { AccountFile, ChainStepFile, StatementFile } from '../../../src/core/story/storyFile.ts'
import { standings, wordings } from '../../../src/core/story/storyFile.ts'
import type { Cast } from './cast.ts'
import { writeDay } from './dates.ts'
import { createDeck } from './deck.ts'
import { foreignQuotations } from './foreignQuotations.ts'
import type { Random } from './random.ts'
import type { Topic, Writer } from './sentences.ts'
import type { Library } from './sources.ts'

/** The event that is spoken of. */
export interface Occasion {
  readonly eventId: string
  /** Days since 1970-01-01. */
  readonly day: number
  /** How far into the story it lies, 0 to 1. */
  readonly progress: number
  readonly topic: Topic
}

export interface ClaimWriter {
  /** One statement, rarely up to three. */
  writeStatements(occasion: Occasion, random: Random): StatementFile[]
  /** Two or three answers to one question, or one claim that nobody contradicts. */
  writeAccounts(occasion: Occasion, random: Random): AccountFile[]
}

const disputes = [
  { question: 'Who asked for it?', answers: ['The owners.', 'The tenants.', 'Nobody did.'] },
  { question: 'When was it agreed?', answers: ['In spring.', 'Only after the vote.', 'It was not.'] },
  { question: 'Who pays?', answers: ['The city.', 'The buyers.', 'Both in equal parts.'] },
  { question: 'How many took part?', answers: ['Some forty.', 'More than two hundred.', 'Twelve.'] },
] as const

/** Cards in a deck of a hundred. */
const recordShares: readonly (readonly [StatementFile['record'], number])[] = [
  ['on-record', 72],
  ['not-named', 11],
  ['unidentified', 6],
  ['unattributed', 7],
  ['no-response', 4],
]

export function createClaimWriter(cast: Cast, library: Library, writer: Writer): ClaimWriter {
  const dealRecord = createDeck(recordShares)

  function writeChain(progress: number, random: Random): ChainStepFile[] {
    const first = library.draw(progress, random)
    if (random.chance(0.88)) return [{ source: first }]
    const last = library.draw(progress, random)
    if (last === first) return [{ source: first }]
    return [random.chance(0.2) ? { source: first, implied: true } : { source: first }, { source: last }]
  }

  function writeStatement(occasion: Occasion, i: number, random: Random): StatementFile {
    const { eventId, day, progress, topic } = occasion
    const record = dealRecord(random)
    const isQuotation = record !== 'unattributed' && record !== 'no-response' && random.chance(0.4)
    const foreign = isQuotation && random.chance(0.04) ? random.pick(foreignQuotations) : null
    const text = foreign
      ? foreign.text
      : record === 'no-response'
        ? writer.silence(topic, random)
        : isQuotation
          ? writer.quotation(topic, random)
          : writer.paraphrase(topic, random)
    const chain = writeChain(progress, random)
    const page = chain.at(-1)?.source
    return {
      id: `${eventId}-${i}`,
      aliases: random.chance(0.003) ? [`${eventId}-${i}-old`] : undefined,
      speaker: drawSpeaker(record, random),
      form: isQuotation ? 'quotation' : 'paraphrase',
      text,
      language: foreign?.language ?? 'en',
      wording: random.chance(0.7) ? 'relayed' : random.pick(wordings),
      record,
      date: random.chance(0.03) ? writeDay(day) : undefined,
      chain,
      locator:
        isQuotation && page !== undefined && random.chance(0.01) ? { source: page, exact: text } : undefined,
    }
  }

  function drawSpeaker(record: StatementFile['record'], random: Random): string | null {
    if (record === 'unattributed') return null
    const isNamed = record === 'on-record' || record === 'no-response'
    return (isNamed ? cast.drawNamed(random) : cast.drawUnnamed(random)).id
  }

  return {
    writeStatements(occasion, random) {
      const count = random.chance(0.95) ? 1 : random.chance(0.8) ? 2 : 3
      return Array.from({ length: count }, (_, i) => writeStatement(occasion, i, random))
    },
    writeAccounts({ progress, topic }, random) {
      const chain = () => writeChain(progress, random)
      if (random.chance(0.3)) {
        return [{ claim: writer.paraphrase(topic, random), standing: random.pick(standings), chain: chain() }]
      }
      const { question, answers } = random.pick(disputes)
      return answers.slice(0, random.chance(0.8) ? 2 : 3).map((claim) => ({
        question,
        claim,
        standing: random.pick(standings),
        attributedTo: cast.drawNamed(random).id,
        chain: chain(),
      }))
    },
  }
}
