/**
 * What does an editor complete from while someone writes a story file? The published JSON Schema: the shape
 * comes from the validation schema of the program itself, so the two cannot drift apart; the descriptions stand
 * in storySchemaTexts.ts, where they cost readers of a story nothing.
 */
import { toJsonSchema } from '@valibot/to-json-schema'
import { storyFile } from '../core/story/storyFile.ts'
import { validSchema } from '../core/story/validSchema.ts'
import { storySchemaTexts } from './storySchemaTexts.ts'

/** The parts of a JSON Schema that toJsonSchema makes of ours. */
interface JsonSchema {
  description?: string
  readonly type?: string
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly items?: JsonSchema
  readonly anyOf?: readonly JsonSchema[]
}

/** The text of `data/story.schema.json`, with a line break at its end. */
export function buildStorySchema(): string {
  // trim and the sentences of checks have no counterpart in JSON Schema and are left out of it
  const schema = toJsonSchema(validSchema(storyFile), { typeMode: 'input', errorMode: 'ignore' })
  describe(schema as JsonSchema)
  const { $schema, ...rest } = schema
  const title = 'Dateline story'
  const description =
    'A story for Dateline: reported events, who took part, who reports them and who said what.'
  return `${JSON.stringify({ $schema, title, description, ...rest }, null, 2)}\n`
}

/** Every place that an editor can describe, such as `events[].date.edtf`, in the order of the schema. */
export function listSchemaPaths(): readonly string[] {
  const paths: string[] = []
  walk(
    toJsonSchema(validSchema(storyFile), { typeMode: 'input', errorMode: 'ignore' }) as JsonSchema,
    '',
    (_, path) => paths.push(path),
  )
  return paths
}

function describe(schema: JsonSchema): void {
  walk(schema, '', (field, path) => {
    const text = storySchemaTexts.get(path)
    if (text !== undefined) field.description = text
  })
}

/** Visits each named field once by its path; the forms of one field share the path. */
function walk(schema: JsonSchema, path: string, visit: (field: JsonSchema, path: string) => void): void {
  for (const form of schema.anyOf ?? []) walk(form, path, visit)
  if (schema.items) walk(schema.items, `${path}[]`, visit)
  for (const [name, field] of Object.entries(schema.properties ?? {})) {
    const fieldPath = path === '' ? name : `${path}.${name}`
    visit(field, fieldPath)
    walk(field, fieldPath, visit)
  }
}
