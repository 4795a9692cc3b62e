/** In which words is a standing said? Apart from claimWords.ts, since the first view needs no more of them. */
import type { StandingKind } from '../story/story.ts'

export const standingWords: Readonly<Record<StandingKind, string>> = {
  reported: 'Reported',
  confirmed: 'Confirmed by a party',
  denied: 'Denied',
  disputed: 'Disputed',
  declined: 'Declined to comment',
  alleged: 'Alleged',
  inferred: 'Inferred',
}
