/** From the description of a schema (schemaParts.ts) to valibot's own, which checks, explains, cleans and copies. */
import * as v from 'valibot'
import type { SchemaPart } from './schemaParts.ts'

const made = new WeakMap<object, v.GenericSchema>()

/** Made once for each description. Throws on a part that it does not know: our own mistake. */
export function validSchema<Schema extends v.GenericSchema>(described: Schema): Schema {
  return makeSchema(described as unknown as SchemaPart) as Schema
}

function makeSchema(part: SchemaPart): v.GenericSchema {
  const known = made.get(part)
  if (known !== undefined) return known
  const schema = part.pipe ? makePipe(part.pipe) : makePlain(part)
  made.set(part, schema)
  return schema
}

function makePipe([first, ...rules]: readonly SchemaPart[]): v.GenericSchema {
  if (first === undefined) throw new Error('a pipe of a schema begins with what it takes')
  const steps = rules.map(makeRule)
  return v.pipe(makePlain(first), ...steps)
}

function makePlain(part: SchemaPart): v.GenericSchema {
  const { type, entries, item, wrapped, options, literal } = part
  if (type === 'string') return v.string()
  if (type === 'boolean') return v.boolean()
  if (type === 'literal') return v.literal(literal as v.Literal)
  if (type === 'picklist' && options) return v.picklist(options as readonly string[])
  if (type === 'union' && options) return v.union((options as readonly SchemaPart[]).map(makeSchema))
  if (type === 'array' && item) return v.array(makeSchema(item))
  if (type === 'optional' && wrapped) return v.optional(makeSchema(wrapped))
  if (type === 'nullable' && wrapped) return v.nullable(makeSchema(wrapped))
  if (type === 'strict_object' && entries)
    return v.strictObject(
      Object.fromEntries(Object.entries(entries).map(([name, entry]) => [name, makeSchema(entry)])),
    )
  throw unknownPart(part)
}

type Rule = v.PipeItem<unknown, unknown, v.BaseIssue<unknown>>

function makeRule(part: SchemaPart): Rule {
  const { type, requirement, message } = part
  if (type === 'trim') return v.trim() as unknown as Rule
  if (message !== undefined) {
    if (type === 'regex') return v.regex(requirement as RegExp, message) as unknown as Rule
    if (type === 'min_length') return v.minLength(requirement as number, message) as unknown as Rule
    if (type === 'max_length') return v.maxLength(requirement as number, message) as unknown as Rule
  }
  throw unknownPart(part)
}

function unknownPart({ type }: SchemaPart): Error {
  return new Error(`validSchema.ts does not know this part of a schema, or this use of it: ${type}`)
}
