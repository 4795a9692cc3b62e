/** Is a JSON value an object, whose fields have names? */

export type JsonObject = Readonly<Record<string, unknown>>

/** Whether a JSON value is an object in curly brackets. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
