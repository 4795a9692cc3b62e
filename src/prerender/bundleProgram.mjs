/**
 * How does Node run a program of ours that is written in TypeScript? Node 20 cannot strip types, so it is bundled with
 * Vite first, in a few hundred milliseconds, into .tmp/tools; packages stay outside the bundle.
 */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { build } from 'vite'

/**
 * @param {string} root of the project
 * @param {string} entry path of the program
 * @returns {Promise<string>} path of the bundle
 */
export async function bundleProgram(root, entry) {
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
