/** In which words does a citation say what a bibliography has no field for? */
import type { Source } from '../story/story.ts'
import type { FuzzyDate } from '../time/fuzzyDate.ts'
import { consultationWords } from './claimWords.ts'
import { formatDateWords } from './dateWords.ts'
import { lowerFirst } from './phrase.ts'

/** "Revised 27 November 2026". */
export function formatRevised(revised: FuzzyDate): string {
  return `Revised ${lowerFirst(formatDateWords(revised))}`
}

/** @param when the event's date in words, as it stands inside a sentence */
export function formatEventNote(when: string): string {
  return `Of the event: ${when}.`
}

/** "Date of issue in EDTF: [2026-05-01..2026-05-13]." For programs that read it, and whoever wants it exactly. */
export function formatEdtfNote(of: string, { edtf }: FuzzyDate): string {
  return `Date of ${of} in EDTF: ${edtf}.`
}

export function formatInEvent(title: string, when: string): string {
  return `In the event “${title}” (${when}).`
}

/** A quotation under its speaker's name; a paraphrase that says that it is one. */
export function formatStatementTitle({
  speaker,
  isQuotation,
  text,
}: {
  readonly speaker: string | null
  readonly isQuotation: boolean
  readonly text: string
}): string {
  const said = isQuotation ? `“${text}”` : text
  if (speaker === null) return isQuotation ? said : `In paraphrase: ${said}`
  return `${speaker}${isQuotation ? '' : ', in paraphrase'}: ${said}`
}

/** "As cited in “A request in Singapore” (https://…), revised 27 November 2026." */
export function formatCitedIn(title: string, revised: FuzzyDate, address: string): string {
  return `As cited in “${title}” (${address}), revised ${lowerFirst(formatDateWords(revised))}.`
}

/** What the story's authors saw of a source. */
export function formatSeenNote({ consulted, consultedNote }: Source, storyTitle: string): string {
  const note = consultedNote === null ? '' : ` ${consultedNote}`
  return `For “${storyTitle}” this source was ${consultationWords[consulted]}.${note}`
}
