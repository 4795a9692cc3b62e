/** Which actors (or sources) does the file define? Items by id, each checked by itself; the first of an id wins. */
import type { GenericSchema } from 'valibot'
import { isJsonObject } from './jsonObject.ts'
import type { Explainer, ItemFormat } from './parseItem.ts'
import { parseItem } from './parseItem.ts'
import type { ItemReport } from './problem.ts'
import { openReport, quote, refuseItem } from './problem.ts'

export interface ParsedDirectory<Id extends string, Item> {
  readonly items: ReadonlyMap<Id, { readonly item: Item; readonly report: ItemReport }>
  /** Ids that stand in the file, of items that were left out. */
  readonly leftOut: ReadonlySet<string>
  /** One for each entry, in file order. */
  readonly reports: readonly ItemReport[]
}

/** @param name of the list in the file: `actors` or `sources` */
export function parseDirectory<Id extends string, Item extends { readonly id: string }>(
  format: ItemFormat<GenericSchema<unknown, Item>>,
  list: readonly unknown[],
  name: string,
  explainer: Explainer | null,
): ParsedDirectory<Id, Item> {
  const items = new Map<Id, { item: Item; report: ItemReport }>()
  const leftOut = new Set<string>()
  const reports = list.map((json, i) => {
    const report = openReport(`${name}[${i}]`)
    const item = parseItem(format, json, report, explainer)
    const earlier = item && items.get(item.id as Id)
    if (earlier) refuseItem(report, 'id', `${quote(item.id)} is already the id of ${earlier.report.path}`)
    else if (item) items.set(item.id as Id, { item, report })
    else if (isJsonObject(json) && typeof json['id'] === 'string') leftOut.add(json['id'])
    return report
  })
  return { items, leftOut, reports }
}
