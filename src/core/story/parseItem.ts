/** Is one item of the file, taken by itself, what the format says? Says all that is wrong with it, not the first. */
import * as v from 'valibot'
import { explainIssue, issuePath } from './explainIssue.ts'
import { inspectFields } from './inspectFields.ts'
import type { ItemReport } from './problem.ts'
import { isRefused, refuseItem } from './problem.ts'

/** The item as the schema gives it, or null when it has to be left out; why stands in `report`. */
export function parseItem<Schema extends v.GenericSchema>(
  schema: Schema,
  json: unknown,
  report: ItemReport,
): v.InferOutput<Schema> | null {
  const result = v.safeParse(schema, inspectFields(schema, json, report))
  for (const issue of result.issues ?? []) refuseItem(report, issuePath(issue), explainIssue(issue))
  return result.success && !isRefused(report) ? result.output : null
}
