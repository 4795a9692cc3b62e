/**
 * Gives the app its fonts as one style sheet, `import 'virtual:dateline-fonts.css'`.
 * They are not preloaded: on a slow line they would take the script's share of it, and text in a fallback face of
 * the same widths is there a second sooner than text in no face at all.
 */
import type { Plugin } from 'vite'
import { cutFonts } from './cutFonts.ts'

const VIRTUAL_ID = 'virtual:dateline-fonts.css'

export function subsetFontsPlugin(): Plugin {
  let root = ''
  return {
    name: 'dateline:subset-fonts',
    enforce: 'pre',
    configResolved(config) {
      root = config.root
    },
    resolveId(id) {
      // A real file, so that the fonts it names are served, hashed and emitted like any others.
      return id === VIRTUAL_ID ? cutFonts(root) : undefined
    },
  }
}
