/**
 * How does a build run the parts of the interface, which import style sheets and TSX? Bundled with Vite for Node, in some
 * hundred milliseconds, into .tmp/tools; packages stay outside.
 */
import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, type Rolldown } from 'vite'
import { ESModulesEvaluator } from 'vite/module-runner'
import type * as renderer from './renderStory.ts'

export async function loadRenderer(root: string): Promise<typeof renderer> {
  const output = await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    ssr: { target: 'node', external: true },
    build: {
      ssr: path.join(root, 'src/prerender/renderStory.ts'),
      write: false,
      minify: false,
      target: 'node20',
      rolldownOptions: { output: { codeSplitting: false } },
    },
  })
  const [bundle] = [output].flat() as Rolldown.RolldownOutput[]
  const program = bundle?.output[0]
  if (program === undefined) throw new Error('nothing was bundled of src/prerender/renderStory.ts')
  const folder = path.join(root, '.tmp/tools')
  const file = path.join(folder, `renderStory.${process.pid}.mjs`)
  await mkdir(folder, { recursive: true })
  await writeFile(file, program.code)
  try {
    // Node's own import(), under a name by which the test of arrows can tell it from an import of the house.
    const module: unknown = await new ESModulesEvaluator().runExternalModule(pathToFileURL(file).href)
    return module as typeof renderer
  } finally {
    await rm(file)
  }
}
