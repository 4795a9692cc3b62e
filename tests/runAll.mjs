/**
 * Runs every kind of test, goes on after a failure so that all are seen, and ends with one line of counts.
 * `node tests/runAll.mjs` runs all; `node tests/runAll.mjs lint flow` runs those stages, and the builds they need.
 */
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { createRequire } from 'node:module'
import path from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { findBrowser } from './flow/findBrowser.mjs'

const root = path.resolve(import.meta.dirname, '..')
const require = createRequire(import.meta.url)
const results = path.join(root, '.tmp/results')
const subsiteOptions = ['--base', '/news/dateline/', '--outDir', '.tmp/dist-sub', '--emptyOutDir']

/** @typedef {{ passed: number, failed: number, output: string }} Outcome */
/** @type {{ name: string, needs?: string, run: () => Promise<Outcome> }[]} in the order they run */
const stages = [
  {
    name: 'types',
    run: () =>
      runSteps([
        ['typescript', 'tsc', '-p', '.'],
        ['typescript', 'tsc', '-p', 'src/core'],
      ]),
  },
  {
    name: 'lint',
    run: () =>
      runSteps([
        ['oxlint', 'oxlint', '--type-aware', '--deny-warnings'],
        ['prettier', 'prettier', '--check', '--log-level', 'warn', '.'],
      ]),
  },
  ...['unit', 'component', 'data', 'architecture'].map((name) => ({ name, run: () => runVitest(name) })),
  {
    name: 'build',
    run: () =>
      runSteps([
        ['vite', 'vite', 'build', { SITE_URL: 'https://timeline.example/' }],
        ['vite', 'vite', 'build', ...subsiteOptions, { SITE_URL: 'https://news.example/news/dateline/' }],
      ]),
  },
  { name: 'built', needs: 'build', run: () => runVitest('built') },
  { name: 'flow', needs: 'build', run: runFlow },
  // Only that it runs: how fast a busy machine is says nothing.
  { name: 'bench', needs: 'build', run: runBench },
]

process.exitCode = await runAll(process.argv.slice(2))

async function runAll(names) {
  const unknown = names.filter((name) => !stages.some((stage) => stage.name === name))
  if (unknown.length > 0) {
    console.error(
      `There is no stage ${unknown.join(', ')}; there are ${stages.map(({ name }) => name).join(', ')}.`,
    )
    return 2
  }
  rmSync(results, { recursive: true, force: true })
  mkdirSync(results, { recursive: true })
  const total = { passed: 0, failed: 0 }
  for (const stage of chooseStages(names)) {
    const { passed, failed } = await runStage(stage)
    total.passed += passed
    total.failed += failed
  }
  console.log(`\n${total.passed} passed, ${total.failed} failed`)
  return total.failed === 0 ? 0 : 1
}

function chooseStages(names) {
  if (names.length === 0) return stages
  const needed = stages.filter(({ name }) => names.includes(name)).map(({ needs }) => needs)
  return stages.filter(({ name }) => names.includes(name) || needed.includes(name))
}

/** One line for a good stage; for a bad one all that it printed. */
async function runStage({ name, run }) {
  const startMs = performance.now()
  const outcome = await run().catch((reason) => ({
    passed: 0,
    failed: 1,
    output: reason.message ?? String(reason),
  }))
  const seconds = ((performance.now() - startMs) / 1000).toFixed(1)
  const { passed, failed, output } = outcome
  // The words differ from the last line's, which is meant to be the only one of its kind.
  const counts = failed === 0 ? `ok ${passed}` : `FAILED ${failed} of ${passed + failed}`
  console.log(`${name.padEnd(13)} ${counts.padEnd(20)} ${seconds.padStart(6)} s`)
  if (failed > 0) console.log(withoutCountLines(output.trimEnd()).replace(/^/gm, '  '))
  return outcome
}

/** Keeps any tool's own summary from being taken for ours. */
function withoutCountLines(output) {
  return output.replace(/^\s*\d+ passed, \d+ failed\s*$/gm, '')
}

/** Programs without counts of their own: together one test. All run, so that all failures are seen. */
async function runSteps(steps) {
  const outputs = []
  for (const step of steps) {
    const { code, output } = await runProgram(...step)
    if (code !== 0) outputs.push(output)
  }
  const isGood = outputs.length === 0
  return { passed: isGood ? 1 : 0, failed: isGood ? 0 : 1, output: outputs.join('\n') }
}

async function runVitest(project) {
  const file = path.join(results, `${project}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const { code, output } = await runProgram('vitest', 'vitest', 'run', '--project', project, ...reporters)
  const report = readReport(file)
  const counts = countVitest(report)
  return settle(counts, code, output)
}

function countVitest(report) {
  if (report === null) return { passed: 0, failed: 0, skipped: 0 }
  // A file that could not even be read has no test of its own to count.
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  )
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles.length,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

async function runFlow() {
  const file = path.join(results, 'flow.json')
  const [sitePort, subsitePort] = await findFreePorts()
  const { code, output } = await runProgram(
    '@playwright/test',
    'playwright',
    'test',
    '-c',
    'tests/flow/playwright.config.ts',
    {
      CHROMIUM_PATH: findBrowser(),
      PLAYWRIGHT_JSON_OUTPUT_NAME: file,
      SITE_PORT: String(sitePort),
      SUBSITE_PORT: String(subsitePort),
    },
  )
  const stats = readReport(file)?.stats
  const counts = {
    passed: stats?.expected ?? 0,
    failed: (stats?.unexpected ?? 0) + (stats?.flaky ?? 0),
    skipped: stats?.skipped ?? 0,
  }
  return settle(counts, code, output)
}

/** The benchmark at one small size, once: together one test. */
async function runBench() {
  const program = ['src/prerender/runTool.mjs', 'tests/bench/bench.ts']
  const options = ['--events', '1000', '--runs', '1', '--no-readme']
  const { code, output } = await runScript([...program, ...options])
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, output }
}

/** A skipped test counts as failed: nothing is skipped in silence. So does a bad end that no test accounts for. */
function settle({ passed, failed, skipped }, code, output) {
  const note = skipped > 0 ? `${output}\n${skipped} skipped, which counts as failed` : output
  const accounted = failed + skipped
  return { passed, failed: accounted === 0 && code !== 0 ? 1 : accounted, output: note }
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    // The program ended before it could write one; its exit code says so.
    return null
  }
}

/** @returns {Promise<number[]>} two ports that were free a moment ago */
async function findFreePorts() {
  const servers = [createServer(), createServer()]
  const listening = servers.map((server) => new Promise((resolve) => server.listen(0, '127.0.0.1', resolve)))
  await Promise.all(listening)
  const ports = servers.map((server) => server.address().port)
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))))
  return ports
}

/**
 * Runs a package's program by its file, which needs no shell and so works alike on Windows.
 * @param {string} packageName
 * @param {string} bin its name among the package's programs
 * @param {(string | Record<string, string>)[]} rest arguments, and last, if wanted, additions to the environment
 */
function runProgram(packageName, bin, ...rest) {
  const extra = typeof rest.at(-1) === 'object' ? rest.pop() : {}
  return runScript([findProgram(packageName, bin), ...rest], extra)
}

/**
 * @param {string[]} args a script of Node and its arguments
 * @param {Record<string, string>} extra additions to the environment
 */
function runScript(args, extra = {}) {
  const env = { ...process.env, TZ: 'UTC', ...extra }
  const child = spawn(process.execPath, args, { cwd: root, env })
  let output = ''
  child.stdout.on('data', (chunk) => (output += chunk))
  child.stderr.on('data', (chunk) => (output += chunk))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, output: stripVTControlCharacters(output) }))
  })
}

/** Read from the file itself, since packages need not export their package.json. */
function findProgram(packageName, bin) {
  const folder = path.join(root, 'node_modules', packageName)
  const manifest = require(path.join(folder, 'package.json'))
  return path.join(folder, typeof manifest.bin === 'string' ? manifest.bin : manifest.bin[bin])
}
