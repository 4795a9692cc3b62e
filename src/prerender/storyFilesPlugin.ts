/**
 * Puts every JSON file of the top-level `data/` at a stable address, `<base>data/<name>.json`: served while
 * developing, copied unhashed when building, so that a publisher can replace a story without a build.
 */
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Plugin } from 'vite'
import { STORY_FILE, STORY_FOLDER, storySource } from './storyAddress.ts'

/** Served names are looked up among these, so no address can climb out of the folder. */
const requestPattern = new RegExp(`^/${STORY_FOLDER}/([\\w-]+(?:\\.[\\w-]+)*\\.json)(?:\\?.*)?$`)

export function storyFilesPlugin(): Plugin {
  let root = ''
  let folder = ''
  const sourceOf = (name: string): string =>
    `${STORY_FOLDER}/${name}` === STORY_FILE ? storySource(root) : path.join(folder, name)
  return {
    name: 'dateline:story-files',
    configResolved(config) {
      root = config.root
      folder = path.join(root, STORY_FOLDER)
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const name = requestPattern.exec(request.url ?? '')?.[1]
        if (name === undefined) return next()
        readFile(sourceOf(name)).then(
          (file) => {
            response.setHeader('Content-Type', 'application/json')
            response.setHeader('Cache-Control', 'no-store')
            response.end(file)
          },
          () => {
            // Said here, since the server's own answer to an unknown path is the page.
            response.statusCode = 404
            response.end()
          },
        )
      })
      server.watcher.add(folder)
      server.watcher.on('change', (file) => {
        if (path.dirname(file) === folder) server.ws.send({ type: 'full-reload' })
      })
    },
    async generateBundle() {
      for (const name of await readdir(folder)) {
        if (!name.endsWith('.json')) continue
        const source = await readFile(sourceOf(name))
        this.emitFile({ type: 'asset', fileName: `${STORY_FOLDER}/${name}`, source })
      }
    },
  }
}
