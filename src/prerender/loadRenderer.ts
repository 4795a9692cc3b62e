/** How does a build run the parts of the interface, which import style sheets and TSX? Bundled for Node first. */
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { ESModulesEvaluator } from 'vite/module-runner'
import { bundleProgram } from './bundleProgram.mjs'
import type * as renderer from './renderStory.ts'

export async function loadRenderer(root: string): Promise<typeof renderer> {
  const file = await bundleProgram(root, path.join(root, 'src/prerender/renderStory.ts'))
  // Node's own import(), under a name by which the test of arrows can tell it from an import of the house.
  const module: unknown = await new ESModulesEvaluator().runExternalModule(pathToFileURL(file).href)
  return module as typeof renderer
}
