/** Does anybody ask React for what is left out of the bundle? */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import {
  askedEvents,
  errorAdvice,
  eventList,
  leanReactPlugin,
  uncalledHints,
  unusedExports,
} from '../../../src/prerender/leanReactPlugin.ts'

const modules = path.resolve('node_modules')
const read = (file: string): string => readFileSync(path.join(modules, file), 'utf8')

/** The file as the build has it. */
function leanTextOf(file: string): string {
  const { transform } = leanReactPlugin()
  if (typeof transform !== 'function') throw new Error('the plugin transforms')
  const result = (transform as (code: string, id: string) => unknown)(read(file), path.join(modules, file))
  return result === null ? read(file) : (result as { readonly code: string }).code
}

const exportsOf = (code: string) => [...code.matchAll(/^exports\.(\w+) =/gm)].map(([, name = '']) => name)
const files = Object.keys(unusedExports)
const unused = Object.values(unusedExports).flat()

function readSource(): readonly string[] {
  return readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('prerender'))
    .map((file) => readFileSync(path.join('src', file), 'utf8'))
}

/** Every file of the source, and what of the libraries is in the bundle beside it. */
function listAskers(): readonly string[] {
  const query = '@tanstack/react-query/build/modern'
  const queryFiles = ['useBaseQuery', 'useQuery', 'QueryClientProvider', 'QueryErrorResetBoundary']
    .concat('IsRestoringProvider', 'errorBoundaryUtils', 'suspense')
    .map((name) => read(`${query}/${name}.js`))
  const react = ['react-dom/cjs/react-dom-client.production.js', 'react/cjs/react-jsx-runtime.production.js']
  return [...readSource(), ...queryFiles, ...react.map(read), ...files.map(leanTextOf)]
}

test('only the named exports are gone', () => {
  for (const file of files) {
    const lean = leanTextOf(file)
    expect(exportsOf(lean), file).toEqual(
      exportsOf(read(file)).filter((name) => !unusedExports[file]?.includes(name)),
    )
  }
})

test('only exports that are gone would call what the renderer hands over', () => {
  const dom = 'react-dom/cjs/react-dom.production.js'
  const callers = read(dom)
    .split(/^(?=exports\.)/m)
    .filter((text) => text.startsWith('exports.') && text.includes('Internals.d.'))
    .map((text) => /^exports\.(\w+)/.exec(text)?.[1] ?? '')
  expect(callers).toContain('preload')
  expect(callers.filter((name) => unusedExports[dom]?.includes(name) !== true)).toEqual([])
  expect(read(uncalledHints.file)).toMatch(uncalledHints.text)
  expect(leanTextOf(uncalledHints.file)).not.toMatch(uncalledHints.text)
})

test('an error of React says where its meaning stands, and no more', () => {
  for (const file of errorAdvice.files) {
    const lean = leanTextOf(file)
    expect(lean).toContain('https://react.dev/errors/')
    expect(lean).not.toContain('non-minified')
    expect(read(file).split(errorAdvice.text)).toHaveLength(2)
  }
})

test('nobody asks for one of them', () => {
  const asked = new Set<string>()
  for (const text of listAskers()) {
    for (const [, names = ''] of text.matchAll(/import (?:\w+, )?\{([^}]*)\} from ['"]react(?:-dom)?['"]/g))
      for (const name of names.split(',')) asked.add(name.trim().split(' ')[0] ?? '')
    // Not what a sentence of the library begins with.
    for (const [, name = ''] of text.matchAll(/(?<!")\b(?:React|ReactDOM|Scheduler)\.(\w+)/g)) asked.add(name)
  }
  expect([...asked]).toEqual(expect.arrayContaining(['useState', 'lazy', 'unstable_now', 'useContext']))
  expect(unused.filter((name) => asked.has(name))).toEqual([])
})

test('React listens to the events that somebody asks for, and to no more of its list', () => {
  const [, names = ''] = eventList.exec(read(uncalledHints.file)) ?? []
  const known = new Set([...names.split(' '), 'scrollEnd'])
  // Also what only has such a name: nothing in the text tells one from the other.
  const named = readSource()
    .flatMap((text) => [...text.matchAll(/\bon([A-Z]\w*?)(?:Capture)?\b/g)])
    .map(([, name = '']) => name.charAt(0).toLowerCase() + name.slice(1))
  expect(known).toContain('wheel')
  expect(new Set(named.filter((name) => known.has(name)))).toEqual(new Set(askedEvents))
  const lean = leanTextOf(uncalledHints.file)
  expect(lean).toContain(`"${askedEvents.join(' ')}".split(`)
  expect(lean).not.toContain('"scrollEnd"')
})
