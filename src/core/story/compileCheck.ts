/**
 * Is a piece of JSON exactly what its schema would give back for it?
 *
 * valibot and inspectFields.ts explain, clean and copy, which costs some forty microseconds an event; nearly all
 * items of a file need none of it. So a schema is walked once and becomes a tree of plain functions that answer
 * without building anything:
 *
 *   yes   inspectFields would note nothing, and valibot would return an equal value
 *   no    somebody has to look: the item may be bad, or only in need of cleaning
 *
 * Nothing of the format is written down a second time here, and a schema with a part that is not known here
 * cannot be compiled.
 */
import type { GenericSchema, InferOutput } from 'valibot'
import { isJsonObject } from './jsonObject.ts'
import type { SchemaPart } from './schemaParts.ts'
import { MAX_LIST_LENGTH, MAX_TEXT_LENGTH } from './storyLimits.ts'

/** Whether a value is a clean one of the schema that it was compiled from. Never throws on JSON. */
export type CleanCheck<Schema extends GenericSchema> = (value: unknown) => value is InferOutput<Schema>

/** The check for `schema`. Throws on a schema that it does not understand: our own mistake, met at start-up. */
export function compileCheck<Schema extends GenericSchema>(schema: Schema): CleanCheck<Schema> {
  return compile(schema as unknown as SchemaPart) as CleanCheck<Schema>
}

type Check = (value: unknown) => boolean

function compile(part: SchemaPart): Check {
  // either would put a value where the file has none
  if (part.default !== undefined || part.fallback !== undefined) throw unknownPart(part)
  if (part.pipe) return part.pipe.map(compile).reduce(both)
  return compileStep(part)
}

function both(first: Check, second: Check): Check {
  return (value) => first(value) && second(value)
}

/** A schema without its pipe, or one action of a pipe; actions come after the schema that makes sure of the kind. */
function compileStep(part: SchemaPart): Check {
  const { type, entries, item, wrapped, options, requirement } = part
  if (type === 'string') return (value) => typeof value === 'string' && value.length <= MAX_TEXT_LENGTH
  if (type === 'boolean') return (value) => typeof value === 'boolean'
  if (type === 'trim') return (value) => (value as string).trim() === value
  if (type === 'regex' && requirement instanceof RegExp) return (value) => requirement.test(value as string)
  if (typeof requirement === 'number') {
    if (type === 'min_length') return (value) => (value as ArrayLike<unknown>).length >= requirement
    if (type === 'max_length') return (value) => (value as ArrayLike<unknown>).length <= requirement
  }
  if (type === 'picklist' && options) return compileChoice(options)
  if (type === 'union' && options) return compileUnion(options as readonly SchemaPart[])
  if (type === 'array' && item) return compileList(compile(item))
  if (type === 'strict_object' && entries) return compileObject(entries)
  if (type === 'optional' && wrapped) return compile(wrapped)
  if (type === 'nullable' && wrapped) return compileNullable(compile(wrapped))
  throw unknownPart(part)
}

function unknownPart({ type }: SchemaPart): Error {
  return new Error(`compileCheck.ts does not know this part of a schema, or this use of it: ${type}`)
}

function compileNullable(check: Check): Check {
  return (value) => value === null || check(value)
}

function compileChoice(options: readonly unknown[]): Check {
  const choices = new Set(options)
  return (value) => choices.has(value)
}

function compileList(check: Check): Check {
  return (value) => {
    if (!Array.isArray(value) || value.length > MAX_LIST_LENGTH) return false
    for (let i = 0; i < value.length; i++) if (!check(value[i])) return false
    return true
  }
}

/** An optional field may be missing but not undefined, which no JSON is. */
function compileObject(entries: Readonly<Record<string, SchemaPart>>): Check {
  const checks = new Map(
    Object.entries(entries).map(([name, part]) => [
      name,
      { check: compile(part), needed: isRequired(part) ? 1 : 0 },
    ]),
  )
  const neededCount = Object.values(entries).filter(isRequired).length
  return (value) => {
    if (!isJsonObject(value)) return false
    let found = 0
    // not Object.keys, which builds a list; a name that is only inherited is unknown, or spoils the count
    for (const name in value) {
      const field = checks.get(name)
      if (!field?.check(value[name])) return false
      found += field.needed
    }
    return found === neededCount
  }
}

function isRequired({ type }: SchemaPart): boolean {
  return type !== 'optional'
}

/** Of forms that exclude one another; else a value could be clean as one of them and be cleaned as an earlier one. */
function compileUnion(forms: readonly SchemaPart[]): Check {
  const excludesOthers = (form: SchemaPart) =>
    form.type === 'strict_object' &&
    Object.entries(form.entries ?? {}).some(
      ([name, part]) =>
        isRequired(part) && forms.every(({ entries }) => entries === form.entries || !entries?.[name]),
    )
  forms.forEach((form) => {
    if (!excludesOthers(form)) throw unknownPart(form)
  })
  const checks = forms.map(compile)
  return (value) => checks.some((check) => check(value))
}
