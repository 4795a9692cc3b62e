/**
 * Leaves out of the bundle what TanStack Query can do and this page never asks of it: changes on a server, and lists
 * that grow by pages. Its client makes a cache of mutations whether or not there will ever be one, so that no bundler
 * can see that they are not used. They are some 3 kB of the first view.
 */
import type { Plugin } from 'vite'

/** What stands in for each file of the library. */
const standIns: Readonly<Record<string, string>> = {
  // As much of it as QueryClient itself calls.
  'mutationCache.js': `export class MutationCache {
    constructor(config = {}) { this.config = config }
    findAll() { return [] }
    resumePausedMutations() { return Promise.resolve() }
    clear() {}
  }`,
  'infiniteQueryBehavior.js': `const refuse = () => { throw new Error('infinite queries are left out of this build') }
  export { refuse as hasNextPage, refuse as hasPreviousPage, refuse as infiniteQueryBehavior }`,
}

const file = /node_modules\/@tanstack\/query-core\/build\/modern\/(\w+\.js)$/

export function leanQueryPlugin(): Plugin {
  return {
    name: 'dateline-lean-query',
    apply: 'build',
    transform(_, id) {
      const code = standIns[file.exec(id)?.[1] ?? '']
      return code === undefined ? null : { code, map: null }
    },
  }
}
