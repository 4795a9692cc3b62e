/** How is a reader told what a link asked for and could not have? One sentence for each. */
import type { Ignored } from '../view/viewLink.ts'

const names: Readonly<Record<Ignored['what'], string>> = {
  path: 'The address',
  event: 'The event',
  statement: 'The statement',
  actor: 'The actor',
  standing: 'The standing',
  record: 'The record status',
  source: 'The source',
  speaker: 'The speaker',
  from: 'The date “from”',
  to: 'The date “to”',
  q: 'The words searched for',
  view: 'The view',
  clock: 'The clock',
  lanes: 'The arrangement of lanes',
  since: 'The date “since”',
  window: 'The stretch of time',
  v: 'The version',
  other: 'The part',
}

const reasons: Readonly<Record<Ignored['reason'], string>> = {
  unknown: 'is not in this story',
  unreadable: 'could not be read',
  'too-long': 'is too long',
  repeated: 'was given twice; the first one counts',
  'too-many': 'is one too many',
  unsupported: 'cannot be shown of this story',
  newer: 'is newer than this Dateline',
  reversed: 'lies before the date “from”',
}

/** What they may be stands in the program, not in the story. */
const ofDateline: ReadonlySet<Ignored['what']> = new Set([
  'path',
  'standing',
  'record',
  'view',
  'clock',
  'lanes',
  'other',
])

/** "The actor “nobody” is not in this story." */
export function describeIgnored({ what, text, reason }: Ignored): string {
  const why =
    reason === 'unknown' && ofDateline.has(what) ? 'is not one that Dateline knows' : reasons[reason]
  return `${names[what]} “${text}” ${what === 'q' ? why.replace(/^is/, 'are') : why}.`
}
