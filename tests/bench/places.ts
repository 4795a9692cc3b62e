/** Where does the benchmark find and keep its files? */
import path from 'node:path'

/** Both this file and the bundle of it in .tmp/tools lie two folders below. */
export const root = path.resolve(import.meta.dirname, '../..')

/** Generated stories; not part of the repository. */
export const keptFolder = path.join(root, '.tmp/bench')
export const benchFolder = path.join(root, 'tests/bench')
export const siteFolder = path.join(keptFolder, 'site')
