/**
 * Does a piece of JSON stay inside the format's fields and limits? Walks value and schema side by side.
 *
 * Unknown fields are named and cut off, so that a slip of the pen costs the field and not the item; texts and
 * lists beyond the limits leave the item out. Nothing below an unknown field is looked at: the schema alone
 * decides how deep the walk goes, however deep the file is.
 */
import type { GenericSchema } from 'valibot'
import { isJsonObject, type JsonObject } from './jsonObject.ts'
import type { ItemReport } from './problem.ts'
import { fieldStep, joinPath, noteProblem, quote, refuseItem } from './problem.ts'
import { formatLimit, MAX_LIST_LENGTH, MAX_TEXT_LENGTH, MAX_UNKNOWN_FIELDS_NAMED } from './storyLimits.ts'
import { suggestWord } from './suggestWord.ts'

/** The parts of a valibot schema that lead further down; which of them exists follows from `type`. */
interface SchemaNode {
  readonly type: string
  readonly entries?: Readonly<Record<string, SchemaNode>>
  readonly item?: SchemaNode
  readonly wrapped?: SchemaNode
  readonly options?: readonly SchemaNode[]
}

/** `value` without unknown fields; itself where it has none. What is wrong goes to `report`. */
export function inspectFields(schema: GenericSchema, value: unknown, report: ItemReport): unknown {
  return inspect(schema as unknown as SchemaNode, value, report, '')
}

/** Names the own fields of `object` that are not among those of `known`. Returns whether there are any. */
export function noteUnknownFields(
  object: JsonObject,
  known: Readonly<Record<string, unknown>>,
  report: ItemReport,
  at: string,
): boolean {
  const unknown = Object.keys(object).filter((name) => !Object.hasOwn(known, name))
  for (const name of unknown.slice(0, MAX_UNKNOWN_FIELDS_NAMED)) {
    const meant = suggestWord(name, Object.keys(known))
    const hint = meant === null ? '' : `; did you mean ${quote(meant)}?`
    noteProblem(report, joinPath(at, fieldStep(name)), `is not a field of the format${hint}`)
  }
  const rest = unknown.length - MAX_UNKNOWN_FIELDS_NAMED
  if (rest > 0) noteProblem(report, at, `has ${formatLimit(rest)} more fields that are not in the format`)
  return unknown.length > 0
}

function inspect(schema: SchemaNode, value: unknown, report: ItemReport, at: string): unknown {
  if (typeof value === 'string') {
    if (value.length > MAX_TEXT_LENGTH)
      refuseItem(report, at, tooMany(value.length, 'characters', MAX_TEXT_LENGTH))
    return value
  }
  if (schema.wrapped) return inspect(schema.wrapped, value, report, at)
  if (schema.type === 'union') return inspect(chooseOption(schema.options ?? [], value), value, report, at)
  if (schema.entries) {
    // valibot takes a list for an object whose fields are missing; null gets the plainer "must be an object"
    return isJsonObject(value) ? inspectObject(schema.entries, value, report, at) : null
  }
  if (schema.item && Array.isArray(value)) return inspectList(schema.item, value, report, at)
  return value
}

function inspectObject(
  entries: Readonly<Record<string, SchemaNode>>,
  object: JsonObject,
  report: ItemReport,
  at: string,
): JsonObject {
  let isSame = !noteUnknownFields(object, entries, report, at)
  const kept: Record<string, unknown> = {}
  for (const name of Object.keys(object)) {
    const entry = Object.hasOwn(entries, name) ? entries[name] : undefined
    if (!entry) continue
    kept[name] = inspect(entry, object[name], report, joinPath(at, name))
    if (kept[name] !== object[name]) isSame = false
  }
  return isSame ? object : kept
}

function inspectList(
  item: SchemaNode,
  list: readonly unknown[],
  report: ItemReport,
  at: string,
): readonly unknown[] {
  if (list.length > MAX_LIST_LENGTH) {
    refuseItem(report, at, tooMany(list.length, 'entries', MAX_LIST_LENGTH))
    return []
  }
  const kept = list.map((entry, i) => inspect(item, entry, report, `${at}[${i}]`))
  return kept.every((entry, i) => entry === list[i]) ? list : kept
}

/** The first form that shares a field with the value: its other fields are then slips, not another form. */
function chooseOption(options: readonly SchemaNode[], value: unknown): SchemaNode {
  const shares = (option: SchemaNode) =>
    isJsonObject(value) && Object.keys(option.entries ?? {}).some((name) => Object.hasOwn(value, name))
  return options.find(shares) ?? { type: 'unknown' }
}

function tooMany(count: number, unit: string, limit: number): string {
  return `has ${formatLimit(count)} ${unit}; at most ${formatLimit(limit)} are read`
}
