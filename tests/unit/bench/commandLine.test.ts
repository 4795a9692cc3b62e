/** Does the command write the file that was asked for, whole, and say clearly what it cannot do? */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { generateStory } from '../../bench/generator/generateStory.ts'
import { readArguments } from '../../bench/generator/readArguments.ts'
import { writePieces } from '../../bench/generator/writePieces.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'dateline-generate-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test.each([1, 1_000, 100_000, 10_000_000])(
  'written in batches of %i, the file is the same',
  (batchLength) => {
    const options = { events: 200, seed: 5 }
    const file = path.join(folder, 'deep', `${batchLength}.json`)
    const byteCount = writePieces(file, generateStory(options), batchLength)
    const bytes = readFileSync(file)
    expect(bytes).toHaveLength(byteCount)
    expect(bytes.toString()).toBe([...generateStory(options)].join(''))
  },
)

test('what was in the file before is gone', () => {
  const file = path.join(folder, 'old.json')
  writeFileSync(file, 'x'.repeat(1_000))
  expect(writePieces(file, ['a', 'ü'])).toBe(3)
  expect(readFileSync(file, 'utf8')).toBe('aü')
})

test('arguments are read; the seed is 1 unless said', () => {
  expect(readArguments(['--events', '1000', '--out', 'a.json'])).toEqual({
    ok: true,
    value: { events: 1_000, out: 'a.json', seed: 1 },
  })
  expect(readArguments(['--seed=0', '--out=a.json', '--events=10'])).toEqual({
    ok: true,
    value: { events: 10, out: 'a.json', seed: 0 },
  })
})

describe('what is wrong with the arguments is said of', () => {
  test.each([
    ['no number', '--out a.json', '--events is missing'],
    ['no file', '--events 10', '--out is missing'],
    ['too few events', '--events 9 --out a.json', 'from 10 to 10000000, not "9"'],
    ['too many', '--events 10000001 --out a.json', 'not "10000001"'],
    ['a number that is none', '--events 1e6 --out a.json', 'not "1e6"'],
    ['half an event', '--events 10.5 --out a.json', 'not "10.5"'],
    [
      'a seed that is none',
      '--events 10 --out a.json --seed x',
      '--seed is a whole number from 0 to 4294967295',
    ],
    ['a seed that is too large', '--events 10 --out a.json --seed 4294967296', 'not "4294967296"'],
    ['an unknown option', '--events 10 --out a.json --sead 1', '--sead'],
    ['a stray word', '--events 10 --out a.json twice', 'twice'],
    ['an option without its value', '--events 10 --out', '--out'],
  ])('%s', (_, line, sentence) => {
    const request = readArguments(line.split(' '))
    expect(request.ok ? '' : request.problem).toContain(sentence)
  })
})
