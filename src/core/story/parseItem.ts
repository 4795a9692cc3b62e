/** Is one item of the file, taken by itself, what the format says? Says all that is wrong with it, not the first. */
import * as v from 'valibot'
import type { CleanCheck } from './compileCheck.ts'
import { compileCheck } from './compileCheck.ts'
import { explainIssue, issuePath } from './explainIssue.ts'
import { inspectFields } from './inspectFields.ts'
import type { ItemReport } from './problem.ts'
import { isRefused, refuseItem } from './problem.ts'

/** What items of one kind are held against. */
export interface ItemFormat<Schema extends v.GenericSchema> {
  readonly schema: Schema
  readonly isClean: CleanCheck<Schema>
}

/** Done once for each kind of item, when the program starts. Throws on a schema that compileCheck.ts does not know. */
export function prepareFormat<Schema extends v.GenericSchema>(schema: Schema): ItemFormat<Schema> {
  return { schema, isClean: compileCheck(schema) }
}

/**
 * The item as the schema gives it, or null when it has to be left out; why stands in `report`.
 * A clean item is returned itself, not copied.
 */
export function parseItem<Schema extends v.GenericSchema>(
  { schema, isClean }: ItemFormat<Schema>,
  json: unknown,
  report: ItemReport,
): v.InferOutput<Schema> | null {
  return isClean(json) ? json : cleanItem(schema, json, report)
}

function cleanItem<Schema extends v.GenericSchema>(
  schema: Schema,
  json: unknown,
  report: ItemReport,
): v.InferOutput<Schema> | null {
  const result = v.safeParse(schema, inspectFields(schema, json, report))
  for (const issue of result.issues ?? []) refuseItem(report, issuePath(issue), explainIssue(issue))
  return result.success && !isRefused(report) ? result.output : null
}
