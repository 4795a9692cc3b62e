/**
 * Runs a program of ours that is written in TypeScript: node src/prerender/runTool.mjs <file.ts> [arguments…]
 * Node 20 cannot strip types, so the program is bundled with Vite first, in a few hundred milliseconds, into
 * .tmp/tools; packages stay outside the bundle. It runs in this process: options of Node, such as its limit of memory,
 * hold for it, and its exit status is ours.
 */
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import { ESModulesEvaluator } from 'vite/module-runner'

const root = path.resolve(import.meta.dirname, '../..')
const [file, ...args] = process.argv.slice(2)

if (file === undefined) {
  console.error('Which program? node src/prerender/runTool.mjs <file.ts> [arguments…]')
  process.exitCode = 2
} else if (!existsSync(file)) {
  console.error(`There is no program ${file}.`)
  process.exitCode = 2
} else {
  const bundle = await bundleProgram(path.resolve(file))
  // As if node had been started with it.
  process.argv = [process.execPath, bundle, ...args]
  // Node's own import(), under a name by which the test of arrows can tell it from an import of the house.
  await new ESModulesEvaluator().runExternalModule(pathToFileURL(bundle).href)
}

/**
 * @param {string} entry path of the program
 * @returns {Promise<string>} path of the bundle
 */
async function bundleProgram(entry) {
  const output = await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    ssr: { target: 'node', external: true },
    build: {
      ssr: entry,
      write: false,
      minify: false,
      target: 'node20',
      rolldownOptions: { output: { codeSplitting: false } },
    },
  })
  const [program] = [output].flat()[0].output
  const bundle = path.join(root, '.tmp/tools', `${path.parse(entry).name}.mjs`)
  mkdirSync(path.dirname(bundle), { recursive: true })
  // In one stroke, since two runs may want the same bundle at the same time.
  const draft = `${bundle}.${process.pid}`
  writeFileSync(draft, program.code)
  renameSync(draft, bundle)
  return bundle
}
