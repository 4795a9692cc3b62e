/**
 * Compiles the scanner of large files (src/loading/scanner) from AssemblyScript, wherever it is asked for: its bytes stand
 * in the module that wants them, as text, so that page, workers and tests have them in the same way and at once.
 */
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { main } from 'assemblyscript/asc'
import type { Plugin } from 'vite'

const NAME = 'virtual:dateline-scanner'
const folder = path.resolve(import.meta.dirname, '../loading/scanner')

const options = [
  // The fastest code: it is read once by each parser, and runs over every byte.
  '-O3',
  // What is reserved stays so until the worker ends.
  '--runtime',
  'stub',
  '--enable',
  'simd',
  // Nobody could be told: an event that is not as it should be is refused instead.
  '--noAssert',
  '--use',
  'abort=',
]

let compiled: Promise<string> | null = null

export function scannerPlugin(): Plugin {
  return {
    name: 'dateline:scanner',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : null),
    async load(id) {
      if (id !== `\0${NAME}`) return null
      for (const file of readdirSync(folder))
        if (file.endsWith('.ts')) this.addWatchFile(path.join(folder, file))
      compiled ??= compile()
      return `export default ${JSON.stringify(await compiled)}`
    },
    watchChange(file) {
      if (path.dirname(file) === folder) compiled = null
    },
  }
}

/** In base64. Rejects with what the compiler says. */
async function compile(): Promise<string> {
  let bytes: Uint8Array = new Uint8Array(0)
  const said: string[] = []
  const { error } = await main(['scanner.ts', '--baseDir', folder, '--outFile', 'scanner.wasm', ...options], {
    stderr: { write: (chunk) => said.push(String(chunk)) },
    writeFile: (name, contents) => {
      if (name === 'scanner.wasm' && typeof contents !== 'string') bytes = Uint8Array.from(contents)
    },
  })
  if (error !== null) throw new Error(`the scanner does not compile: ${said.join('')}`)
  return Buffer.from(bytes).toString('base64')
}
