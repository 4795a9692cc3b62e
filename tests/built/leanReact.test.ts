/** Does the built script ask React for anything that was left out? Also what only the compiler writes is seen here. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { unusedExports } from '../../src/prerender/leanReactPlugin.ts'

const assets = path.resolve(import.meta.dirname, '../../dist/assets')

test('nothing in it calls a part of React that is not there', () => {
  const unused = new Set(Object.values(unusedExports).flat())
  const called = readdirSync(assets)
    .filter((file) => file.endsWith('.js'))
    .flatMap((file) => [
      ...readFileSync(path.join(assets, file), 'utf8').matchAll(/\(0,\s*[\w$]+\.([\w$]+)\)\(/g),
    ])
    .map(([, name = '']) => name)
  expect(called).toContain('useState')
  expect(called.filter((name) => unused.has(name))).toEqual([])
})
