/** Is one item of the file, taken by itself, what the format says? */
import type * as v from 'valibot'
import type { FileFrame } from './cleanFrame.ts'
import type { CleanCheck } from './compileCheck.ts'
import { compileCheck } from './compileCheck.ts'
import type { ItemReport } from './problem.ts'

/** What items of one kind are held against. */
export interface ItemFormat<Schema extends v.GenericSchema> {
  readonly schema: Schema
  readonly isClean: CleanCheck<Schema>
}

/** Done once for each kind of item, when the program starts. Throws on a schema that compileCheck.ts does not know. */
export function prepareFormat<Schema extends v.GenericSchema>(schema: Schema): ItemFormat<Schema> {
  return { schema, isClean: compileCheck(schema) }
}

/** Who says what is wrong with a file or an item, and keeps what can be kept (see explainItem.ts). */
export interface Explainer {
  /** The item as the schema gives it, or null when it has to be left out; why stands in `report`. */
  readonly cleanItem: <Schema extends v.GenericSchema>(
    schema: Schema,
    json: unknown,
    report: ItemReport,
  ) => v.InferOutput<Schema> | null
  /** The parts of a file; see parseFrame.ts. */
  readonly readFrame: (
    json: unknown,
    report: ItemReport,
    eventCount: number | null | undefined,
  ) => FileFrame | null
}

/** Thrown where something is not clean and nobody is there to explain it. */
export class UncleanFile extends Error {}

/**
 * A clean item is returned itself, not copied; another is cleaned.
 * @param explainer null: every item is expected to be clean; one that is not throws UncleanFile
 */
export function parseItem<Schema extends v.GenericSchema>(
  { schema, isClean }: ItemFormat<Schema>,
  json: unknown,
  report: ItemReport,
  explainer: Explainer | null,
): v.InferOutput<Schema> | null {
  if (isClean(json)) return json
  if (explainer === null) throw new UncleanFile(report.path)
  return explainer.cleanItem(schema, json, report)
}
