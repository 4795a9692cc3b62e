/**
 * How does a part of the page come that is imported when it is needed? With all its files at once, drawn only when its
 * sheet is here. Stands in for Vite's own helper (prerender/leanPreloadPlugin.ts): that does the same for other pages than
 * ours too, in four times the letters, and never fetches a sheet again that failed once.
 */

/** Sheets that are here, or on their way, by address; only those of this visit, not those of the page itself. */
const sheets = new Map<string, Promise<unknown>>()

/**
 * Rejects with what `load` rejects with, or where a sheet could not be fetched; then it may be called again.
 * @param load imports the part; @param files its scripts and sheets, below the base of the site
 */
export async function fetchPart<Part>(
  load: () => Promise<Part>,
  files: readonly string[] = [],
): Promise<Part> {
  await Promise.all(files.map(ask))
  return load()
}

/** The name under which the code that Vite writes for import() asks for it. */
export { fetchPart as __vitePreload }

/** A script is only told of: it is the import that waits for it. */
async function ask(file: string): Promise<unknown> {
  const address = import.meta.env.BASE_URL + file
  if (document.querySelector(`link[href="${address}"]`) !== null) return sheets.get(address)
  const link = document.createElement('link')
  link.crossOrigin = ''
  link.href = address
  if (file.endsWith('.css')) {
    link.rel = 'stylesheet'
    sheets.set(
      address,
      new Promise((resolve, reject) => {
        link.onload = resolve
        link.onerror = () => {
          link.remove()
          reject(new Error(`could not fetch ${address}`))
        }
      }),
    )
  } else link.rel = 'modulepreload'
  document.head.append(link)
  return sheets.get(address)
}
