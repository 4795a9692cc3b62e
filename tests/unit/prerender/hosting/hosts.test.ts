import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { listHostFiles } from '../../../../src/prerender/hosting/hostFiles.ts'
import {
  CACHE_OF_ASSETS,
  CACHE_OF_PAGES,
  HEADERS_OF_ALL,
  POLICY_OF_EMBEDS,
  POLICY_OF_PAGES,
} from '../../../../src/prerender/hosting/siteHeaders.ts'

function textOf(base: string, name: string): string {
  const file = listHostFiles(base).find(({ fileName }) => fileName === name)
  if (file === undefined) throw new Error(name)
  return file.text
}

function sample(name: string): string {
  return readFileSync(path.resolve(import.meta.dirname, '../../../../src/prerender/hosting', name), 'utf8')
}

describe('_headers', () => {
  /** As its hosts read it: a path begins a rule, indented lines are its headers. */
  function rulesIn(text: string): ReadonlyMap<string, readonly string[]> {
    const rules = new Map<string, string[]>()
    let current: string[] = []
    for (const line of text.split('\n').filter((any) => any !== '')) {
      if (line.startsWith(' ')) current.push(line.trim())
      else rules.set(line, (current = []))
    }
    return rules
  }

  test('has each header in one rule, since values of two that fit are joined', () => {
    const names = [...rulesIn(textOf('/', '_headers')).values()].flat().map((line) => line.split(':')[0])
    expect(new Set(names).size).toBe(names.length)
  })

  test('sends the policy, and forbids no frame, since an embed has the path of what it embeds', () => {
    const all = rulesIn(textOf('/', '_headers')).get('/*') ?? []
    expect(all).toContain(`Content-Security-Policy: ${POLICY_OF_EMBEDS}`)
    for (const [name, value] of Object.entries(HEADERS_OF_ALL)) expect(all).toContain(`${name}: ${value}`)
  })

  test('names paths below the base', () => {
    expect([...rulesIn(textOf('/timelines/', '_headers')).keys()]).toEqual([
      '/timelines/*',
      '/timelines/assets/*',
    ])
  })
})

describe('vercel.json', () => {
  interface Rule {
    readonly source: string
    readonly headers: readonly { readonly key: string; readonly value: string }[]
    readonly has?: readonly { readonly key: string }[]
    readonly missing?: readonly { readonly key: string }[]
  }

  /** Headers of an address, by rules whose sources are regular expressions. */
  function headersOf(base: string, pathname: string, isEmbed: boolean): Readonly<Record<string, string>> {
    const { headers } = JSON.parse(textOf(base, 'vercel.json')) as { readonly headers: readonly Rule[] }
    const fitting = headers.filter(
      ({ source, has, missing }) =>
        new RegExp(`^${source}$`).test(pathname) &&
        (has === undefined || isEmbed) &&
        (missing === undefined || !isEmbed),
    )
    const pairs = fitting.flatMap((rule) => rule.headers.map(({ key, value }) => [key, value] as const))
    // Nothing is left to the order of rules.
    expect(new Set(pairs.map(([key]) => key)).size).toBe(pairs.length)
    return Object.fromEntries(pairs)
  }

  test.each(['/', '/timelines/'])('sends what each kind of file needs, under %s', (base) => {
    const page = { ...HEADERS_OF_ALL, 'Cache-Control': CACHE_OF_PAGES }
    const whole = { ...page, 'Content-Security-Policy': POLICY_OF_PAGES }
    const embed = { ...page, 'Content-Security-Policy': POLICY_OF_EMBEDS }
    expect(headersOf(base, base, false)).toEqual(whole)
    expect(headersOf(base, `${base}events/a/`, false)).toEqual(whole)
    expect(headersOf(base, `${base}events/a/`, true)).toEqual(embed)
    expect(headersOf(base, `${base}embed/`, false)).toEqual(embed)
    expect(headersOf(base, `${base}embed/`, true)).toEqual(embed)
    expect(headersOf(base, `${base}assets/a.js`, false)).toEqual({
      ...whole,
      'Cache-Control': CACHE_OF_ASSETS,
    })
  })
})

test.each(['nginx.conf', 'Caddyfile'])('the sample %s sends the headers of siteHeaders.ts', (name) => {
  const text = sample(name)
  for (const [header, value] of Object.entries(HEADERS_OF_ALL)) {
    expect(text).toContain(`${header} "${value}"`)
  }
  expect(text).toContain(`Content-Security-Policy "${POLICY_OF_EMBEDS}`)
  expect(text).toContain(POLICY_OF_PAGES.slice(POLICY_OF_EMBEDS.length))
  expect(text).toContain(`"${CACHE_OF_ASSETS}"`)
  expect(text).toContain(`"${CACHE_OF_PAGES}"`)
})
