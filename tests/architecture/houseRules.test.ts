/** Rules of the house that are not about imports: what lies where, how files are named, what core may not ask. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { listFiles, readSources, root } from './repository.ts'

const topLevel = [
  'src public data tests index.html vite.config.ts package.json package-lock.json README.md LICENSE tsconfig.json',
  '.ci .gitignore .gitattributes .npmrc .oxlintrc.json .prettierrc.json .prettierignore',
]
  .join(' ')
  .split(' ')

test('the top level holds what the map names, and nothing else', () => {
  const found = new Set(listFiles().map((file) => file.split('/')[0] ?? ''))
  expect([...found].filter((name) => !topLevel.includes(name))).toEqual([])
})

test('no file is a barrel, and none is named for having no home', () => {
  const homeless = /(?:^|\/)(?:index\.[cm]?[jt]sx?$|(?:utils?|helpers?|common|misc)(?:[./]|$))/i
  expect(
    readSources()
      .map((file) => file.path)
      .filter((file) => homeless.test(file)),
  ).toEqual([])
  expect(
    ['core/index.ts', 'ui/utils.ts', 'core/helpers/a.ts', 'app/misc.tsx'].every((file) =>
      homeless.test(file),
    ),
  ).toBe(true)
  expect(['core/indexing/buildIndex.ts', 'ui/shared/commonEra.ts'].some((file) => homeless.test(file))).toBe(
    false,
  )
})

test('core never asks what time it is', () => {
  const clock = /\bnew Date\(\s*\)|\bDate\.now\b|\bDate\(\s*\)/
  const asking = readSources().filter((file) => file.path.startsWith('core/') && clock.test(file.text))
  expect(asking.map((file) => file.path)).toEqual([])
  expect(clock.test('const today = new Date()')).toBe(true)
})

test('every file of src opens with what it is for', () => {
  const silent = readSources().filter((file) => !/^(?:\/\/\/.*\n)*\/\*\*/.test(file.text))
  expect(silent.map((file) => file.path)).toEqual([])
})

test('the project stands without the folder it was designed in', () => {
  // In parts, or this file would name it too.
  const folder = ['..', 'shared', ''].join('/')
  const absolute = ['', 'work', 'shared'].join('/')
  const naming = listFiles().filter((file) => {
    const text = readFileSync(path.join(root, file), 'latin1')
    // ui/shared is a room of ours, reached by the same three letters from its neighbours.
    const isOurRoom = file.startsWith('src/ui/') || file.startsWith('tests/')
    return text.includes(absolute) || (!isOurRoom && text.includes(folder))
  })
  expect(naming).toEqual([])
})
