/** Puts our own way to fetch parts of the page in the place of Vite's helper for import(), in the build. */
import path from 'node:path'
import type { Plugin } from 'vite'

/** Vite's name for its helper. */
const HELPER = '\0vite/preload-helper.js'

export function leanPreloadPlugin(): Plugin {
  let root = ''
  let isReplaced = false
  return {
    name: 'dateline:lean-preload',
    apply: 'build',
    enforce: 'pre',
    configResolved(config) {
      root = config.root
    },
    resolveId(source) {
      if (source !== HELPER) return null
      isReplaced = true
      return path.join(root, 'src/browser/fetchPart.ts')
    },
    buildEnd(error) {
      if (error === undefined && !isReplaced)
        throw new Error('Vite has another helper for parts that are imported later')
    },
  }
}
