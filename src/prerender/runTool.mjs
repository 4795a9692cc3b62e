/**
 * Runs a program of ours that is written in TypeScript: node src/prerender/runTool.mjs <file.ts> [arguments…]
 * It runs in this process: options of Node, such as its limit of memory, hold for it, and its exit status is ours.
 */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { ESModulesEvaluator } from 'vite/module-runner'
import { bundleProgram } from './bundleProgram.mjs'

const root = path.resolve(import.meta.dirname, '../..')
const [file, ...args] = process.argv.slice(2)

if (file === undefined) {
  console.error('Which program? node src/prerender/runTool.mjs <file.ts> [arguments…]')
  process.exitCode = 2
} else if (!existsSync(file)) {
  console.error(`There is no program ${file}.`)
  process.exitCode = 2
} else {
  const bundle = await bundleProgram(root, path.resolve(file))
  // As if node had been started with it.
  process.argv = [process.execPath, bundle, ...args]
  // Node's own import(), under a name by which the test of arrows can tell it from an import of the house.
  await new ESModulesEvaluator().runExternalModule(pathToFileURL(bundle).href)
}
