/**
 * What do the texts say? Short English sentences from patterns and word lists. A word in curly brackets is drawn;
 * the words at the head of a list come often, those at its tail hardly ever, as in any text.
 */
import { makeProjectNames } from './names.ts'
import type { Random } from './random.ts'
import { createZipfPick } from './zipf.ts'
import { adjectives, deeds, matters, outcomes, subjects, utterances } from './words.ts'

/** What the texts of one event are about. */
export interface Topic {
  /** The name of the first actor. */
  readonly actor: string
  readonly place: string
  /** "ferry" */
  readonly subject: string
  /** "contract" */
  readonly matter: string
  /** What became of it: "signed". */
  readonly outcome: string
}

export interface Writer {
  drawTopic(actor: string, random: Random): Topic
  /** Some 35 characters, without a full stop. */
  title(kind: keyof typeof titles, topic: Topic, random: Random): string
  /** At most some 30 characters. */
  shortTitle(topic: Topic, random: Random): string
  /** Some 40 characters. */
  summary(topic: Topic, random: Random): string
  /** What somebody said, some 45 characters. */
  quotation(topic: Topic, random: Random): string
  /** The same in the words of the editor. */
  paraphrase(topic: Topic, random: Random): string
  /** That somebody was asked and did not answer. */
  silence(topic: Topic, random: Random): string
  /** A headline. */
  headline(topic: Topic, random: Random): string
}

const titles = {
  act: [
    '{actor} {deed} {thing}',
    '{actor} {deed} {thing}',
    '{actor} {deed} {adjective} {thing}',
    '{thing} {outcome} in {place}',
    '{thing} {outcome}, says {actor}',
    'Project {project}: {thing} {outcome}',
  ],
  statement: ['{actor} {utterance} {thing}', '{actor} {utterance} {thing}', '{actor} on {adjective} {thing}'],
  publication: ['Report on {thing} in {place}', '{actor}: paper on {thing}', 'Survey of {place} {subject}'],
  state: [
    '{adjective} {thing} in {place}',
    '{thing} under way in {place}',
    '{place} without {subject} {matter}',
  ],
  context: ['Background: {thing} in {place}', '{place} and its {subject} {matter}'],
} as const

const shortTitles = ['{thing} {outcome}', '{thing}'] as const

const summaries = [
  'The {matter} is {outcome} after {weeks} weeks.',
  'The {adjective} {other} has to wait for it.',
  '{place} has waited {weeks} weeks for it.',
  'The {adjective} {matter} concerns {place}.',
  'It follows the {adjective} {other}.',
  'The {thing} costs {weeks} million more.',
  'Nobody in {place} objects to the {matter}.',
  'The {other} is left for later.',
] as const

const quotations = [
  'We have read the {thing}, and we stand by it.',
  'The {matter} will cost {place} {weeks} million.',
  'Nobody told us about the {adjective} {thing}.',
  'It took {weeks} weeks, and it was worth it.',
  'If the {other} fails, we start again.',
  'The {matter} was {outcome} without us in {place}.',
  'Ask {place}, not us, about the {thing}.',
  'I would not call it a {adjective} {matter}.',
] as const

const paraphrases = [
  'The {thing} was {outcome} for good reasons.',
  'The {matter} should not have been {outcome}.',
  'A {adjective} {thing} would be needed in {place}.',
  'The {thing} may take another {weeks} weeks.',
  'There was no {adjective} {matter} at any time.',
  'The {other} had little to do with the {matter}.',
  'What {place} decides will bind the {other}.',
] as const

const silences = [
  'Asked about the {thing}, and did not answer.',
  'No answer on the {matter} came in {weeks} days.',
] as const

const headlines = [
  '{thing} {outcome} in {place}',
  '{place}: what is known of the {thing}',
  'Why the {adjective} {matter} matters',
  'The {thing}, {weeks} weeks on',
] as const

type Slot = keyof Topic | 'thing' | 'other' | 'adjective' | 'deed' | 'utterance' | 'project' | 'weeks'
type Draw = Readonly<Record<Slot, (topic: Topic, random: Random) => string>>

/**
 * @param places the busiest first
 * @param random orders the names of projects
 */
export function createWriter(places: readonly string[], random: Random): Writer {
  const pickPlace = createZipfPick(places)
  const pickSubject = createZipfPick(subjects)
  const pickMatter = createZipfPick(matters)
  const pickAdjective = createZipfPick(adjectives)
  const pickDeed = createZipfPick(deeds)
  const pickUtterance = createZipfPick(utterances)
  const pickOutcome = createZipfPick(outcomes)
  const pickProject = createZipfPick(makeProjectNames(random))
  const draw: Draw = {
    actor: ({ actor }) => actor,
    place: ({ place }) => place,
    subject: ({ subject }) => subject,
    matter: ({ matter }) => matter,
    outcome: ({ outcome }) => outcome,
    thing: ({ subject, matter }) => `${subject} ${matter}`,
    other: (_, chance) => `${pickSubject(chance)} ${pickMatter(chance)}`,
    adjective: (_, chance) => pickAdjective(chance),
    deed: (_, chance) => pickDeed(chance),
    utterance: (_, chance) => pickUtterance(chance),
    project: (_, chance) => pickProject(chance),
    weeks: (_, chance) => String(2 + chance.below(60)),
  }
  const write = (patterns: readonly string[]) => compilePatterns(patterns, draw)
  const titleWriters = {
    act: write(titles.act),
    statement: write(titles.statement),
    publication: write(titles.publication),
    state: write(titles.state),
    context: write(titles.context),
  }
  return {
    drawTopic: (actor, chance) => ({
      actor,
      place: pickPlace(chance),
      subject: pickSubject(chance),
      matter: pickMatter(chance),
      outcome: pickOutcome(chance),
    }),
    title: (kind, topic, chance) => titleWriters[kind](topic, chance),
    shortTitle: write(shortTitles),
    summary: write(summaries),
    quotation: write(quotations),
    paraphrase: write(paraphrases),
    silence: write(silences),
    headline: write(headlines),
  }
}

/** Splits the patterns once, so that a sentence is a walk over its parts. */
function compilePatterns(patterns: readonly string[], draw: Draw): (topic: Topic, random: Random) => string {
  const compiled = patterns.map((pattern) =>
    pattern.split(/[{}]/).map((part, i) => (i % 2 === 1 ? { slot: part as Slot } : { text: part })),
  )
  return (topic, random) => {
    let sentence = ''
    for (const part of random.pick(compiled)) {
      sentence += 'slot' in part ? draw[part.slot](topic, random) : part.text
    }
    return sentence.charAt(0).toUpperCase() + sentence.slice(1)
  }
}
