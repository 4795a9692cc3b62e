/** How is a reader told what a link asked for and could not have? One sentence for each. */
import type { Ignored } from '../view/viewLink.ts'

const names: Readonly<Record<Ignored['what'], string>> = {
  path: 'The address',
  event: 'The event',
  statement: 'The statement',
  actor: 'The actor',
  from: 'The date “from”',
  to: 'The date “to”',
  q: 'The words searched for',
  view: 'The view',
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
  unsupported: 'is not something this Dateline can show yet',
  newer: 'is newer than this Dateline',
  reversed: 'lies before the date “from”',
}

/** "The actor “nobody” is not in this story." */
export function describeIgnored({ what, text, reason }: Ignored): string {
  const why =
    reason === 'unknown' && (what === 'path' || what === 'view' || what === 'other')
      ? 'is not one that Dateline knows'
      : reasons[reason]
  return `${names[what]} “${text}” ${what === 'q' ? why.replace(/^is/, 'are') : why}.`
}
