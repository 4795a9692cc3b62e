/**
 * Gives the app its fonts as one style sheet, `import 'virtual:dateline-fonts.css'`, and lets the built page ask for
 * the two fonts of the first view at once instead of after the style sheet.
 */
import type { HtmlTagDescriptor, Plugin, Rolldown } from 'vite'
import { cutFonts } from './cutFonts.ts'
import { fontCuts } from './fontCuts.ts'

const VIRTUAL_ID = 'virtual:dateline-fonts.css'

export function subsetFontsPlugin(): Plugin {
  let root = ''
  let base = '/'
  return {
    name: 'dateline:subset-fonts',
    enforce: 'pre',
    configResolved(config) {
      root = config.root
      base = config.base
    },
    resolveId(id) {
      // A real file, so that the fonts it names are served, hashed and emitted like any others.
      return id === VIRTUAL_ID ? cutFonts(root) : undefined
    },
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle }) => (bundle === undefined ? [] : findFirstFonts(bundle).map(preload)),
    },
  }

  function preload(fileName: string): HtmlTagDescriptor {
    return {
      tag: 'link',
      injectTo: 'head',
      attrs: { rel: 'preload', href: base + fileName, as: 'font', type: 'font/woff2', crossorigin: true },
    }
  }
}

function findFirstFonts(bundle: Rolldown.OutputBundle): readonly string[] {
  const wanted = fontCuts.filter((cut) => cut.isFirst).map((cut) => `${cut.name}.woff2`)
  return Object.values(bundle)
    .filter((file) => file.type === 'asset' && file.names.some((name) => wanted.includes(name)))
    .map((file) => file.fileName)
}
