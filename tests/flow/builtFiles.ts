/** Under which address does the built site have a part that is loaded later? Their names say nothing. */
import { readFileSync } from 'node:fs'
import path from 'node:path'

const manifest = JSON.parse(
  readFileSync(path.resolve(import.meta.dirname, '../../dist/.vite/manifest.json'), 'utf8'),
) as Readonly<Record<string, { readonly file: string }>>

/** A pattern for `page.route`. @param source the module of the part, such as `src/app/ListView.tsx` */
export function addressOfPart(source: string): string {
  const part = manifest[source]
  if (part === undefined) throw new Error(`the build has no part of its own for ${source}`)
  return `**/${part.file}`
}
