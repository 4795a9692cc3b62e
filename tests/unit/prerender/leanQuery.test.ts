/** Does what stands in for parts of TanStack Query still fit the library, and does a query work with it? */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { leanQueryPlugin } from '../../../src/prerender/leanQueryPlugin.ts'

const folder = path.resolve('node_modules/@tanstack/query-core/build/modern')

function standInFor(name: string): string | null {
  const { transform } = leanQueryPlugin()
  if (typeof transform !== 'function') throw new Error('the plugin transforms')
  const result = (transform as (code: string, id: string) => unknown)('', path.join(folder, name))
  return result === null ? null : (result as { readonly code: string }).code
}

/** Names in `export { a, b as c }` and `export class a`. */
function exportsOf(code: string): readonly string[] {
  const listed = [...code.matchAll(/export \{([^}]*)\}/g)].flatMap(([, names = '']) =>
    names.split(',').map((name) => name.trim().split(' as ').at(-1) ?? ''),
  )
  const classes = [...code.matchAll(/export class (\w+)/g)].map(([, name = '']) => name)
  return [...listed, ...classes].filter((name) => name !== '').sort()
}

test('every stand-in exports what the file of the library does', () => {
  const replaced = readdirSync(folder).filter((name) => name.endsWith('.js') && standInFor(name) !== null)
  expect(replaced).toEqual(['infiniteQueryBehavior.js', 'mutationCache.js'])
  for (const name of replaced) {
    const original = readFileSync(path.join(folder, name), 'utf8')
    expect(exportsOf(standInFor(name) ?? ''), name).toEqual(exportsOf(original))
  }
})

test('the client of queries calls nothing of the cache of mutations that the stand-in lacks', () => {
  const client = readFileSync(path.join(folder, 'queryClient.js'), 'utf8')
  const called = new Set([...client.matchAll(/#mutationCache\.(\w+)/g)].map(([, name = '']) => name))
  const code = standInFor('mutationCache.js') ?? ''
  expect(called.size).toBeGreaterThan(0)
  for (const name of called) expect(code).toMatch(new RegExp(`\\b${name}\\(`))
})
