/**
 * How is a schema written down without the library that can run it? As a description: the same names, the same parts,
 * the same types as valibot's, but nothing that checks. A sound file needs no more (compileCheck.ts reads it); where
 * a fault has to be explained, and for the published schema, valibot's own is made of it (validSchema.ts). The library
 * then comes only to those who need it.
 */
import type * as v from 'valibot'

/** The parts of a schema, or of one rule in its pipe; which of them exist follows from `type`. */
export interface SchemaPart {
  readonly type: string
  readonly pipe?: readonly SchemaPart[]
  readonly entries?: Readonly<Record<string, SchemaPart>>
  readonly item?: SchemaPart
  readonly wrapped?: SchemaPart
  /** Words of a picklist, forms of a union. */
  readonly options?: readonly unknown[]
  readonly literal?: unknown
  readonly requirement?: unknown
  readonly message?: string
  readonly default?: unknown
  readonly fallback?: unknown
}

/** The types are valibot's, so that those of a story file can be read off its schema. */
type Library = typeof v
const as = <Builder>(builder: unknown): Builder => builder as Builder

export const string = as<Library['string']>(() => ({ type: 'string' }))
export const boolean = as<Library['boolean']>(() => ({ type: 'boolean' }))
export const literal = as<Library['literal']>((literal: unknown) => ({ type: 'literal', literal }))
export const picklist = as<Library['picklist']>((options: unknown) => ({ type: 'picklist', options }))
export const union = as<Library['union']>((options: unknown) => ({ type: 'union', options }))
export const array = as<Library['array']>((item: unknown) => ({ type: 'array', item }))
export const optional = as<Library['optional']>((wrapped: unknown) => ({ type: 'optional', wrapped }))
export const nullable = as<Library['nullable']>((wrapped: unknown) => ({ type: 'nullable', wrapped }))
export const strictObject = as<Library['strictObject']>((entries: unknown) => ({
  type: 'strict_object',
  entries,
}))
export const pipe = as<Library['pipe']>((...pipe: readonly SchemaPart[]) => ({ ...pipe[0], pipe }))

export const trim = as<Library['trim']>(() => ({ type: 'trim' }))
export const regex = as<Library['regex']>((requirement: unknown, message: unknown) => ({
  type: 'regex',
  requirement,
  message,
}))
export const minLength = as<Library['minLength']>((requirement: unknown, message: unknown) => ({
  type: 'min_length',
  requirement,
  message,
}))
export const maxLength = as<Library['maxLength']>((requirement: unknown, message: unknown) => ({
  type: 'max_length',
  requirement,
  message,
}))
