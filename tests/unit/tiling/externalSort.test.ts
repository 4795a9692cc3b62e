/** Are records sorted that do not fit into memory? As if they did. */
import path from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ExternalSorter } from '../../../src/tiling/externalSort.ts'
import { mergeRunFiles } from '../../../src/tiling/mergeRuns.ts'
import { compareRecords, type RunRecord } from '../../../src/tiling/runReader.ts'
import { tempFolder } from './tileFolder.ts'

const key = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constantFrom(-Infinity, Infinity, 2 ** 40))
const record = fc.record({ key0: key, key1: key, key2: key, payload: fc.uint8Array({ maxLength: 60 }) })

function copy(records: Iterable<RunRecord>): RunRecord[] {
  return Array.from(records, ({ key0, key1, key2, payload }) => ({
    key0,
    key1,
    key2,
    payload: Uint8Array.from(payload),
  }))
}

test('in one run or many, with small payloads and large ones', () => {
  const folder = tempFolder()
  fc.assert(
    fc.property(fc.array(record), fc.constantFrom(1, 2000, 1 << 20), (records, maxBytes) => {
      const sorter = new ExternalSorter(path.join(folder, 'a.unsorted'), maxBytes, 8)
      for (const { key0, key1, key2, payload } of records) sorter.add(key0, key1, key2, payload)
      const expected = records.toSorted(compareRecords)
      expect(copy(sorter.sorted())).toEqual(expected)
      expect(copy(sorter.sorted())).toEqual(expected)
      sorter.remove()
    }),
  )
})

test('a payload larger than all memory is a run of its own', () => {
  const sorter = new ExternalSorter(path.join(tempFolder(), 'a.unsorted'), 1, 1)
  const large = new Uint8Array(3_000_000).fill(7)
  sorter.add(2, 0, 0, Uint8Array.of(2))
  sorter.add(1, 0, 0, large)
  sorter.add(0, 0, 0, Uint8Array.of(0))
  expect(copy(sorter.sorted()).map(({ key0, payload }) => [key0, payload.length])).toEqual([
    [0, 1],
    [1, 3_000_000],
    [2, 1],
  ])
  sorter.remove()
})

test('runs of several files are read as one', () => {
  const folder = tempFolder()
  const files = [0, 1, 2].map((part) => {
    const sorter = new ExternalSorter(path.join(folder, `${part}.unsorted`), 1000, 4)
    for (let i = 0; i < 500; i++) sorter.add((i * 7) % 100, part, i, Uint8Array.of(part))
    const file = path.join(folder, `${part}.run`)
    sorter.writeRun(file)
    sorter.remove()
    return file
  })
  const merged = copy(mergeRunFiles(files))
  expect(merged).toHaveLength(1500)
  expect(merged).toEqual(merged.toSorted(compareRecords))
})
