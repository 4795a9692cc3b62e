/**
 * Which files does a part that is loaded later need, and how does a page ask for them at once?
 * Read from Vite's manifest, so that the names are those of this build.
 */

/** The entry of Vite's manifest for one file of the source, as far as it is read here. */
interface ManifestChunk {
  readonly file: string
  readonly imports?: readonly string[]
  readonly css?: readonly string[]
}

/** By source file, from the project's root; chunks that are nobody's own begin with `_`. */
export type Manifest = Readonly<Record<string, ManifestChunk>>

export interface PartFiles {
  readonly scripts: readonly string[]
  readonly styles: readonly string[]
}

/**
 * What the part needs over and above the page.
 * @param page key of the page, such as `index.html`
 * @param part key of the module that is imported later
 */
export function listPartFiles(manifest: Manifest, page: string, part: string): PartFiles {
  const there = new Set(listChunks(manifest, page))
  const chunks = listChunks(manifest, part).filter((chunk) => !there.has(chunk))
  return {
    scripts: chunks.map(({ file }) => file),
    styles: chunks.flatMap(({ css }) => css ?? []),
  }
}

/** The chunk and all it imports statically. */
function listChunks(manifest: Manifest, key: string): readonly ManifestChunk[] {
  const seen = new Set([key])
  // A set that grows while it is read: what is added is read too.
  for (const at of seen) for (const imported of manifest[at]?.imports ?? []) seen.add(imported)
  return [...seen].map((at) => {
    const chunk = manifest[at]
    if (chunk === undefined) throw new Error(`Vite's manifest has no ${at}`)
    return chunk
  })
}

/**
 * Asks for the part after all that the page itself asks for: a browser has six connections to a host of HTTP/1.1,
 * and the large script is to have one of the first. The sheets are for the text that the page has; the script finds
 * them there and need not wait for them.
 * @param base begins and ends with `/`
 */
export function addPartLinks(html: string, base: string, { scripts, styles }: PartFiles): string {
  const sheets = styles.map((file) => `<link rel="stylesheet" crossorigin href="${base}${file}">`)
  const preloads = scripts.map((file) => `<link rel="modulepreload" crossorigin href="${base}${file}">`)
  return insertBefore(html, '</head>', [...sheets, ...preloads])
}

function insertBefore(html: string, mark: string, lines: readonly string[]): string {
  const at = html.lastIndexOf(mark)
  if (at < 0) throw new Error(`index.html has no ${mark}`)
  return html.slice(0, at) + lines.map((line) => `  ${line}\n  `).join('') + html.slice(at)
}
