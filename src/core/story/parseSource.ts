/**
 * A source of the file as a source of the story. Nothing in here leaves a source out, since the events that
 * rest on it would go with it: a bad date of issue counts as unknown, a rendering by nobody is dropped, both said.
 */
import type { SourceId } from '../base/brand.ts'
import type { Directory } from './directory.ts'
import { whyUnknown } from './directory.ts'
import { parseLink } from './parseLink.ts'
import type { ItemReport } from './problem.ts'
import { noteProblem } from './problem.ts'
import { readOptionalDate } from './readDate.ts'
import type { Source } from './story.ts'
import type { SourceFile } from './storyFile.ts'

type RenderingFile = NonNullable<SourceFile['custom']['renderings']>[number]
type AuthorFile = NonNullable<SourceFile['author']>[number]

/** @param file passed the schema already; @param sources all of the file, for renderings */
export function parseSource(file: SourceFile, sources: Directory<SourceId>, report: ItemReport): Source {
  const { custom } = file
  return {
    id: file.id as SourceId,
    type: file.type,
    title: file.title,
    isDescribed: custom.described ?? false,
    outlet: file['container-title'],
    authors: (file.author ?? []).map(joinName),
    authorNames: file.author ?? [],
    issued: readOptionalDate(file.issued, report, 'issued'),
    issuedNote: custom.issuedNote ?? null,
    language: file.language ?? null,
    link: parseLink(file.URL, report, 'URL'),
    archive: parseLink(custom.archive, report, 'custom.archive'),
    consulted: custom.consulted,
    consultedNote: custom.consultedNote ?? null,
    renderings: parseRenderings(custom.renderings ?? [], sources, report),
    isSeveral: custom.several ?? false,
    isOutside: custom.outside ?? false,
  }
}

function parseRenderings(
  files: readonly RenderingFile[],
  sources: Directory<SourceId>,
  report: ItemReport,
): Source['renderings'] {
  return files.flatMap(({ text, by, note }, i) => {
    const reason = whyUnknown(by, sources)
    if (reason === null) return [{ text, by: by as SourceId, note: note ?? null }]
    noteProblem(report, `custom.renderings[${i}].by`, `${reason}; this rendering is left out`)
    return []
  })
}

function joinName(name: AuthorFile): string {
  if ('literal' in name) return name.literal
  return name.given === undefined ? name.family : `${name.given} ${name.family}`
}
