/**
 * What does a source file import? Finds static, dynamic and type imports, re-exports, and the files named by
 * `new URL('…', import.meta.url)`, which is how a worker is reached. TypeScript 7 has no interface for programs, so
 * this reads text; a form it does not know (a computed import) is reported as an import of `?`.
 */

const importForms = [
  // import a from 'x' · import type { a } from 'x' · export { a } from 'x' · export * from 'x'
  /(?:^|[;}\s])(?:import|export)\s+(?:type\s+)?[\w$*{}\s,]+?\sfrom\s*(['"])(?<path>[^'"]+)\1/g,
  // import 'x'
  /(?:^|[;}\s])import\s*(['"])(?<path>[^'"]+)\1/g,
  // import('x') in a program or a type, with nothing but the path or with options after it
  /\bimport\(\s*(['"`])(?<path>[^'"`$]+)\1/g,
  /\bnew URL\(\s*(['"`])(?<path>[^'"`$]+)\1\s*,\s*import\.meta\.url/g,
  /\brequire\(\s*(['"])(?<path>[^'"]+)\1/g,
]
const computedImport = /\bimport\(\s*(?!['"`][^'"`$]+['"`])\S/

export function readImports(source: string): readonly string[] {
  const code = withoutComments(source)
  const found = importForms.flatMap((form) =>
    [...code.matchAll(form)].map((match) => match.groups?.['path'] ?? '?'),
  )
  return computedImport.test(code) ? [...found, '?'] : found
}

/** A `//` counts only after a space or at the start of a line, so that addresses in strings survive. */
function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, ' ').replace(/(^|\s)\/\/.*$/gm, '$1')
}
