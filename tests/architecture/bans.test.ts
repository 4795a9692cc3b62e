/** Does the linter refuse what it must? Each ban is proved by a file that breaks it, linted under our own rules. */
import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { root } from './repository.ts'

interface Example {
  readonly ban: string
  /** Where in a project it stands; some bans hold only there. */
  readonly room: string
  readonly rule: string
  readonly code: string
}

const declared =
  'declare const element: HTMLElement\ndeclare const selection: { html(a: string): void; attr(a: string, b: string): void; property(a: string, b: string): void }\n'
const markup = 'no-restricted-properties'

const examples: readonly Example[] = [
  { ban: 'innerHTML', room: 'app', rule: markup, code: "element.innerHTML = 'a'" },
  { ban: 'innerHTML in brackets', room: 'app', rule: markup, code: "element['innerHTML'] = 'a'" },
  { ban: 'innerHTML in the build', room: 'prerender', rule: markup, code: "element.innerHTML = 'a'" },
  { ban: 'outerHTML', room: 'ui/list', rule: markup, code: "element.outerHTML = 'a'" },
  {
    ban: 'insertAdjacentHTML',
    room: 'ui/list',
    rule: markup,
    code: "element.insertAdjacentHTML('beforeend', 'a')",
  },
  { ban: 'document.write', room: 'app', rule: markup, code: "document.write('a')" },
  { ban: "D3's html()", room: 'ui/timeline', rule: markup, code: "selection.html('a')" },
  { ban: "D3's attr('on…')", room: 'ui/timeline', rule: markup, code: "selection.attr('onclick', 'a')" },
  { ban: "D3's attr('href')", room: 'ui/timeline', rule: markup, code: "selection.attr('href', 'a')" },
  { ban: "D3's property()", room: 'ui/timeline', rule: markup, code: "selection.property('innerHTML', 'a')" },
  {
    ban: 'dangerouslySetInnerHTML',
    room: 'ui/list',
    rule: 'no-danger',
    code: "export const a = <p dangerouslySetInnerHTML={{ __html: 'a' }} />",
  },
  {
    ban: 'an address that is a script',
    room: 'ui/list',
    rule: 'no-script-url',
    code: "export const a = 'javascript:void(0)'",
  },
  { ban: 'eval', room: 'app', rule: 'no-eval', code: "eval('1')" },
  {
    ban: 'a function from text',
    room: 'app',
    rule: 'no-new-func',
    code: "export const a = new Function('1')",
  },
  { ban: 'a timer from text', room: 'app', rule: 'no-implied-eval', code: "setTimeout('1', 1)" },
  { ban: 'any', room: 'app', rule: 'no-explicit-any', code: 'export const a: any = 1' },
  {
    ban: 'any that slips in',
    room: 'app',
    rule: 'no-unsafe-assignment',
    code: "export const a = JSON.parse('1')",
  },
  {
    ban: 'a promise that nobody awaits',
    room: 'app',
    rule: 'no-floating-promises',
    code: 'Promise.resolve(1)',
  },
  {
    ban: 'a switch that forgets a case',
    room: 'core/view',
    rule: 'switch-exhaustiveness-check',
    code: "export function a(b: 'x' | 'y'): number { switch (b) { case 'x': return 1 }\n return 2 }",
  },
  {
    ban: 'a type imported as a value',
    room: 'app',
    rule: 'consistent-type-imports',
    code: "import { Shape } from './shape'\nexport const a = (b: Shape): Shape => b",
  },
  {
    ban: 'a hook under a condition',
    room: 'ui/list',
    rule: 'rules-of-hooks',
    code: "import { useState } from 'react'\nexport function A({ b }: { b: boolean }) { if (b) useState(1); return null }",
  },
  {
    ban: 'an effect that forgets what it reads',
    room: 'ui/list',
    rule: 'exhaustive-deps',
    code: "import { useEffect } from 'react'\nexport function A({ b }: { b: string }) { useEffect(() => { document.title = b }, []); return null }",
  },
  {
    ban: 'a clock in core',
    room: 'core/view',
    rule: 'no-restricted-globals',
    code: 'export const a = performance.now()',
  },
  {
    ban: 'the network in core',
    room: 'core/view',
    rule: 'no-restricted-globals',
    code: "export const a = fetch('a')",
  },
  { ban: 'chance in core', room: 'core/view', rule: markup, code: 'export const a = Math.random()' },
  {
    ban: 'a test that runs alone',
    room: 'app',
    rule: 'no-focused-tests',
    code: "import { test } from 'vitest'\ntest.only('a', () => {})",
  },
]

const folder = mkdtempSync(path.join(tmpdir(), 'dateline-bans-'))
const nameOf = (i: number): string => `example${i}.tsx`
let rulesByFile: ReadonlyMap<string, readonly string[]> = new Map()

beforeAll(async () => {
  for (const file of ['.oxlintrc.json', 'tsconfig.json'])
    cpSync(path.join(root, file), path.join(folder, file))
  // For the types of React; a junction, since Windows lets anybody make one.
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'), 'junction')
  examples.forEach(({ room, code }, i) => {
    mkdirSync(path.join(folder, 'src', room), { recursive: true })
    writeFileSync(path.join(folder, 'src', room, nameOf(i)), `${declared}${code}\nexport {}\n`)
  })
  writeFileSync(
    path.join(folder, 'src/app/shape.ts'),
    'export interface Shape {\n  readonly side: number\n}\n',
  )
  rulesByFile = await lint()
}, 60_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Rules broken, by the file's name. Oxlint ends with 1 when it finds something, which is the aim here. */
async function lint(): Promise<ReadonlyMap<string, readonly string[]>> {
  const oxlint = path.join(root, 'node_modules/oxlint/bin/oxlint')
  const output = await new Promise<string>((resolve) => {
    execFile(
      process.execPath,
      [oxlint, '--type-aware', '--format=json', 'src'],
      { cwd: folder },
      (_, stdout) => resolve(stdout),
    )
  })
  const report = JSON.parse(output) as { diagnostics: { filename: string; code?: string }[] }
  const rules = new Map<string, string[]>()
  for (const { filename, code = '' } of report.diagnostics) {
    const name = path.basename(filename)
    rules.set(name, [...(rules.get(name) ?? []), code.replace(/^.*\(|\)$/g, '')])
  }
  return rules
}

describe('the linter refuses', () => {
  test.each(examples.map((example, i) => [example.ban, example, i] as const))('%s', (_, { rule }, i) => {
    expect(rulesByFile.get(nameOf(i))).toContain(rule)
  })
})

test('the linter has nothing against a harmless file', () => {
  expect(rulesByFile.get('shape.ts')).toBeUndefined()
})
