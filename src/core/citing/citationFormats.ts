/** In which formats can something be cited, what are they called, and as which file is each saved? */
import { formatApaReference } from './apaReference.ts'
import { formatBibtex } from './bibtex.ts'
import { formatChicagoNote } from './chicagoNote.ts'
import type { CitedItem } from './citedItem.ts'
import { formatCslJson } from './cslJson.ts'
import { formatRis } from './ris.ts'

export const citationKinds = ['chicago', 'apa', 'bibtex', 'ris', 'csl'] as const
export type CitationKind = (typeof citationKinds)[number]

export interface CitationFormat {
  readonly name: string
  /** With its dot. */
  readonly ending: string
  readonly mediaType: string
  /** For people; else for programs. */
  readonly isProse: boolean
  readonly format: (item: CitedItem) => string
}

export const citationFormats: Readonly<Record<CitationKind, CitationFormat>> = {
  chicago: {
    name: 'Chicago note',
    ending: '.txt',
    mediaType: 'text/plain',
    isProse: true,
    format: formatChicagoNote,
  },
  apa: { name: 'APA 7', ending: '.txt', mediaType: 'text/plain', isProse: true, format: formatApaReference },
  bibtex: {
    name: 'BibTeX',
    ending: '.bib',
    mediaType: 'application/x-bibtex',
    isProse: false,
    format: formatBibtex,
  },
  ris: {
    name: 'RIS',
    ending: '.ris',
    mediaType: 'application/x-research-info-systems',
    isProse: false,
    format: formatRis,
  },
  csl: {
    name: 'CSL-JSON',
    ending: '.json',
    mediaType: 'application/vnd.citationstyles.csl+json',
    isProse: false,
    format: formatCslJson,
  },
}

/** "harbour-fire-source-morning-post.bib": letters, digits and hyphens before the ending. */
export function fileNameOf({ key }: CitedItem, kind: CitationKind): string {
  return `${key.replaceAll(':', '-')}${citationFormats[kind].ending}`
}
