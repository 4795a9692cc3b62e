/**
 * Leaves out of the bundle what TanStack Query can do and this page never asks of it: changes on a server, lists that
 * grow by pages, coming back to the page, and the many ways to read and write its cache from outside. No bundler can
 * see that a method is not called. They are some 4 kB of the first view.
 */
import type { Plugin } from 'vite'

/** What stands in for each file of the library. */
const standIns: Readonly<Record<string, string>> = {
  // As much of it as QueryClient itself calls.
  'mutationCache.js': `export class MutationCache {
    constructor(config = {}) { this.config = config }
    resumePausedMutations() { return Promise.resolve() }
  }`,
  // Nothing is fetched again because the reader comes back: a story is as it was when it was opened.
  'focusManager.js': `export class FocusManager {
    subscribe() { return () => undefined }
    isFocused() { return true }
  }
  export const focusManager = new FocusManager()`,
  'infiniteQueryBehavior.js': `const refuse = () => { throw new Error('infinite queries are left out of this build') }
  export { refuse as hasNextPage, refuse as hasPreviousPage, refuse as infiniteQueryBehavior }`,
}

/** Methods that nobody calls: leanQuery.test.ts looks for calls of each in what is left of the library. */
export const uncalledMethods: Readonly<Record<string, readonly string[]>> = {
  'queryClient.js': [
    'isFetching',
    'isMutating',
    'getQueryData',
    'ensureQueryData',
    'getQueriesData',
    'setQueryData',
    'setQueriesData',
    'getQueryState',
    'removeQueries',
    'resetQueries',
    'invalidateQueries',
    'refetchQueries',
    'query',
    'fetchQuery',
    'prefetchQuery',
    'infiniteQuery',
    'fetchInfiniteQuery',
    'prefetchInfiniteQuery',
    'ensureInfiniteQueryData',
    'getMutationCache',
    'getDefaultOptions',
    'setDefaultOptions',
    'setQueryDefaults',
    'setMutationDefaults',
    'getMutationDefaults',
    'defaultMutationOptions',
    'clear',
  ],
  'queryObserver.js': ['getCurrentQuery', 'fetchOptimistic'],
  'query.js': ['reset', 'isDisabled', 'isStatic', 'invalidate'],
  'queryCache.js': ['find', 'clear'],
  'notifyManager.js': ['setNotifyFunction', 'setBatchNotifyFunction', 'setScheduler'],
  'timeoutManager.js': ['setTimeoutProvider'],
}

const file = /node_modules\/@tanstack\/query-core\/build\/modern\/(\w+\.js)$/

export function leanQueryPlugin(): Plugin {
  return {
    name: 'dateline-lean-query',
    apply: 'build',
    transform(code, id) {
      const name = file.exec(id)?.[1] ?? ''
      const lean = standIns[name] ?? uncalledMethods[name]?.reduce(leaveOut, code)
      return lean === undefined ? null : { code: lean, map: null }
    },
  }
}

/** The library is printed with a tab before each method of a class, and two where a function makes an object. Throws where it has no such method any more. */
function leaveOut(code: string, method: string): string {
  const text = new RegExp(`^(\\t\\t?)(?:async )?${method}(?:\\(|: \\().*\\{\\n[^]*?^\\1\\},?\\n`, 'm')
  if (!text.test(code)) throw new Error(`TanStack Query has no method ${method} to leave out`)
  return code.replace(text, '')
}
