/** How do programs that are not ours read a citation? They are only here to read: what they say is held against ours. */
import { plugins, type ReadItem } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import '@citation-js/plugin-ris'
import { parse, type Entry } from '@retorquere/bibtex-parser'
import { Ajv } from 'ajv'
import { readFileSync } from 'node:fs'

/** What citation.js calls the formats; without a name it guesses by what stands in the text. */
const inputTypes = { bibtex: '@biblatex/text', ris: '@ris/file', csl: '@else/json' } as const

export function readByCitationJs(text: string, format: keyof typeof inputTypes): readonly ReadItem[] {
  return plugins.input.chain(text, { generateGraph: false, forceType: inputTypes[format] })
}

/** By the parser of Better BibTeX; throws on what it complains of. */
export function readByBetterBibtex(text: string): readonly Entry[] {
  const { entries, errors } = parse(text, { english: false, sentenceCase: false })
  if (errors.length > 0) throw new Error(errors.map(({ error }) => error).join('\n'))
  return entries
}

// The schema of CSL 1.0.2, as its authors publish it: github.com/citation-style-language/schema, tag v1.0.2, MIT licence.
const schema = new URL('../../fixtures/csl/csl-data.json', import.meta.url)
const validate = new Ajv({ strictTypes: false }).compile(JSON.parse(readFileSync(schema, 'utf8')) as object)

/** What the schema of CSL-JSON finds wrong with a text; empty: nothing. */
export function findCslFaults(text: string): readonly string[] {
  return validate(JSON.parse(text))
    ? []
    : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`)
}

/** As a reader of TeX sees a text: any white space is one space. */
export function joinSpaces(text: string | undefined): string {
  return (text ?? '').replace(/\s+/g, ' ').trim()
}
