/** Does what is left of TanStack Query still fit together? */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { leanQueryPlugin, uncalledMethods } from '../../../src/prerender/leanQueryPlugin.ts'

const folder = path.resolve('node_modules/@tanstack/query-core/build/modern')
const reactFolder = path.resolve('node_modules/@tanstack/react-query/build/modern')
/** What of the library's React part reaches the page; the rest is not imported. */
const reactFiles = ['useQuery.js', 'useBaseQuery.js', 'QueryClientProvider.js', 'errorBoundaryUtils.js']

const read = (name: string): string => readFileSync(path.join(folder, name), 'utf8')

/** The file as the build has it. */
function leanTextOf(name: string): string {
  const { transform } = leanQueryPlugin()
  if (typeof transform !== 'function') throw new Error('the plugin transforms')
  const result = (transform as (code: string, id: string) => unknown)(read(name), path.join(folder, name))
  return result === null ? read(name) : (result as { readonly code: string }).code
}

/** Names in `export { a, b as c }` and `export class a`. */
function exportsOf(code: string): readonly string[] {
  const listed = [...code.matchAll(/export \{([^}]*)\}/g)].flatMap(([, names = '']) =>
    names.split(',').map((name) => name.trim().split(' as ').at(-1) ?? ''),
  )
  const constants = [...code.matchAll(/export const (\w+)/g)].map(([, name = '']) => name)
  const classes = [...code.matchAll(/export class (\w+)/g)].map(([, name = '']) => name)
  return [...listed, ...constants, ...classes].filter((name) => name !== '').sort()
}

const names = readdirSync(folder).filter((name) => name.endsWith('.js'))
const changed = names.filter((name) => leanTextOf(name) !== read(name))
const withoutComments = (code: string): string => code.replace(/\/\*[^]*?\*\//g, '')

test('every file that is changed exports what the file of the library does', () => {
  expect(changed).toEqual(
    [
      'focusManager.js',
      'infiniteQueryBehavior.js',
      'mutationCache.js',
      ...Object.keys(uncalledMethods),
    ].sort(),
  )
  for (const name of changed) expect(exportsOf(leanTextOf(name)), name).toEqual(exportsOf(read(name)))
})

test('what is left of the client calls nothing of the cache of mutations that the stand-in lacks', () => {
  const client = leanTextOf('queryClient.js')
  const called = new Set([...client.matchAll(/#mutationCache\.(\w+)/g)].map(([, name = '']) => name))
  expect(called.size).toBeGreaterThan(0)
  for (const name of called) expect(leanTextOf('mutationCache.js')).toMatch(new RegExp(`\\b${name}\\(`))
})

test('what is left calls nothing of the focus that the stand-in lacks', () => {
  const left = names
    .filter((name) => !['focusManager.js', 'index.js'].includes(name))
    .map((name) => withoutComments(leanTextOf(name)))
    .join('\n')
  const called = new Set([...left.matchAll(/focusManager\.(?!js)(\w+)/g)].map(([, name = '']) => name))
  expect([...called].sort()).toEqual(['isFocused', 'subscribe'])
  for (const name of called) expect(leanTextOf('focusManager.js')).toMatch(new RegExp(`\\b${name}\\(`))
})

test('only the named methods are gone', () => {
  const methodsOf = (code: string) => [...code.matchAll(/^\t(?:async )?([#\w]+)\(.*\{$/gm)].map(([, m]) => m)
  for (const [name, uncalled] of Object.entries(uncalledMethods))
    expect(methodsOf(leanTextOf(name)), name).toEqual(
      methodsOf(read(name)).filter((method) => !uncalled.includes(method ?? '')),
    )
})

test('nothing that is left calls a method that is gone', () => {
  const kept = [
    'queryClient',
    'queryObserver',
    'query',
    'queryCache',
    'retryer',
    'removable',
    'notifyManager',
  ]
    .concat('focusManager', 'onlineManager', 'timeoutManager', 'subscribable', 'utils')
    .map((name) => leanTextOf(`${name}.js`))
    .concat(reactFiles.map((name) => readFileSync(path.join(reactFolder, name), 'utf8')))
    .map(withoutComments)
    .join('\n')
    // Collections of the language.
    .replace(/\bthis\.(?:listeners|observers|#queries)\??\.(?:clear|find)\(/g, '')
  for (const method of Object.values(uncalledMethods).flat())
    expect(kept, method).not.toMatch(new RegExp(`\\.${method}\\(`))
})
