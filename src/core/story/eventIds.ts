/**
 * Is every id of an event or a statement, old or new, used once? They share one room, since all of them stand
 * in addresses: `/events/<event>/#<statement>`, and an alias must lead to one place only.
 */
import type { ItemReport } from './problem.ts'
import { joinPath, quote, refuseItem } from './problem.ts'
import type { EventFile } from './storyFile.ts'

/**
 * Claims all ids of an event; refuses it where one of them is taken. The first in the file keeps an id, even
 * if it is left out later for another reason: which of the two was meant is not ours to guess.
 * @param claimed id → path of its holder; grows
 */
export function claimEventIds(file: EventFile, claimed: Map<string, string>, report: ItemReport): void {
  const claim = (id: string, at: string) => {
    const holder = claimed.get(id)
    if (holder === undefined) claimed.set(id, joinPath(report.path, at))
    else refuseItem(report, at, `${quote(id)} is already used at ${holder}`)
  }
  claim(file.id, 'id')
  file.aliases?.forEach((id, i) => claim(id, `aliases[${i}]`))
  file.statements?.forEach((statement, i) => {
    claim(statement.id, `statements[${i}].id`)
    statement.aliases?.forEach((id, j) => claim(id, `statements[${i}].aliases[${j}]`))
  })
}
