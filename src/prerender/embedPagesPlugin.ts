/**
 * Writes the folder of the frame, `embed/`, which is the built page without its masthead from the first picture on; and
 * `embed-example/`, a page as of somebody else that has three such frames.
 */
import { readFile } from 'node:fs/promises'
import type { Plugin } from 'vite'
import { heightScript } from '../core/publishing/embedSnippet.ts'
import { EXAMPLE_STYLE, formatEmbedExample, listExampleFrames } from './embedExample.ts'
import { storySource } from './storyAddress.ts'

export function embedPagesPlugin(): Plugin {
  let root = ''
  let base = ''
  return {
    name: 'dateline:embed-pages',
    apply: 'build',
    // After the page itself has been written.
    enforce: 'post',
    configResolved(config) {
      root = config.root
      base = config.base
    },
    async generateBundle(_options, bundle) {
      const page = bundle['index.html']
      if (page?.type !== 'asset') throw new Error('the built page index.html is missing')
      const html = typeof page.source === 'string' ? page.source : new TextDecoder().decode(page.source)
      const story: unknown = JSON.parse(await readFile(storySource(root), 'utf8'))
      const files = {
        'embed/index.html': markAsFrame(html),
        'embed-example/index.html': formatEmbedExample(listExampleFrames(story, base), base),
        'embed-example/style.css': EXAMPLE_STYLE,
        'embed-example/height.js': heightScript,
      }
      for (const [fileName, source] of Object.entries(files))
        this.emitFile({ type: 'asset', fileName, source })
    },
  }
}

/** Search engines are to find the whole page instead. @param html of the built page */
export function markAsFrame(html: string): string {
  const marked = html
    .replace('<html lang="en"', '<html lang="en" data-embed')
    .replace('<title>', '<meta name="robots" content="noindex" />\n    <title>')
  if (!marked.includes('data-embed') || !marked.includes('noindex'))
    throw new Error('index.html has no <html lang="en"> or no <title>')
  return marked
}
