/** When was a file, or anything in a folder, last changed? What was made from it later need not be made again. */
import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { root } from './places.ts'

/** @param names files and folders below the root @returns ms since 1970 */
export function newestChange(names: readonly string[]): number {
  return Math.max(...names.map((name) => changeOf(path.join(root, name))))
}

/** 0 for a file that is not there. */
export function changedAt(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0
}

function changeOf(place: string): number {
  const stat = statSync(place)
  const inside = stat.isDirectory() ? readdirSync(place) : []
  return Math.max(stat.mtimeMs, ...inside.map((name) => changeOf(path.join(place, name))))
}
