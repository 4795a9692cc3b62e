/**
 * Is every id of an event or a statement, old or new, used once? They share one room, since all of them stand
 * in addresses: `/events/<event>/#<statement>`, and an alias must lead to one place only.
 */
import type { ItemReport } from './problem.ts'
import { quote, refuseItem } from './problem.ts'
import type { EventFile } from './storyFile.ts'
import { MAX_LIST_LENGTH } from './storyLimits.ts'

/**
 * Who holds each id. A holder is one number, since a file may have millions, and becomes words only on a clash:
 * `slot · EVENTS + place of the event in the file`. The slot of an event's own id is 0.
 */
export interface ClaimedIds {
  readonly get: (id: string) => number | undefined
  readonly set: (id: string, holder: number) => unknown
}

const EVENTS = 2 ** 30
/** Of a list inside an event: its entries, and one for "not in the list". */
const PLACES = MAX_LIST_LENGTH + 1
/** Of the event's own id. */
export const OWN_SLOT = 0

/** Of the id of the event's i-th statement, from 0. */
export function slotOfStatement(i: number): number {
  return (i + 1) * PLACES
}

/** Of the i-th alias, from 0. @param owner slot of the id beside it */
export function slotOfAlias(owner: number, i: number): number {
  return owner + i + 1
}

/**
 * Claims all ids of an event; refuses it where one of them is taken. The first in the file keeps an id, even
 * if it is left out later for another reason: which of the two was meant is not ours to guess.
 * @param index place of the event in the file, from 0, below 2^30; @param claimed grows
 */
export function claimEventIds(file: EventFile, index: number, claimed: ClaimedIds, report: ItemReport): void {
  claim(file.id, OWN_SLOT)
  claimAliases(file.aliases, OWN_SLOT)
  const { statements = [] } = file
  for (let i = 0; i < statements.length; i++) {
    const statement = statements[i]
    if (!statement) continue
    claim(statement.id, slotOfStatement(i))
    claimAliases(statement.aliases, slotOfStatement(i))
  }

  function claimAliases(aliases: readonly string[] | undefined, slot: number) {
    aliases?.forEach((id, i) => claim(id, slotOfAlias(slot, i)))
  }

  function claim(id: string, slot: number) {
    const holder = claimed.get(id)
    if (holder === undefined) claimed.set(id, slot * EVENTS + index)
    else refuseItem(report, pathOfSlot(slot), `${quote(id)} is already used at ${pathOfHolder(holder)}`)
  }
}

/** Place in the file of the event that holds an id as its own, old or new; null: one of its statements does. */
export function eventOfHolder(holder: number): number | null {
  return Math.floor(holder / EVENTS) < PLACES ? holder % EVENTS : null
}

function pathOfHolder(holder: number): string {
  return `events[${holder % EVENTS}].${pathOfSlot(Math.floor(holder / EVENTS))}`
}

/** Inside the event. A slot counts statements, and aliases within the statement, from 1; 0 is the event, or the id. */
function pathOfSlot(slot: number): string {
  const statement = Math.floor(slot / PLACES)
  const alias = slot % PLACES
  const owner = statement === 0 ? '' : `statements[${statement - 1}].`
  return alias === 0 ? `${owner}id` : `${owner}aliases[${alias - 1}]`
}
