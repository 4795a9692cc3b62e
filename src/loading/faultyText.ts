/** What came in the place of a story file, where it is no JSON? */
import { LoadError } from './loadError.ts'

/** @param error what the parser threw */
export function faultOfText(text: string, contentType: string, address: string, error: unknown): LoadError {
  const start = text.trimStart()
  if (contentType.includes('html') || start.startsWith('<')) return new LoadError({ kind: 'html' }, address)
  const isCut = /^[[{]/.test(start) && !/[}\]]$/.test(text.trimEnd())
  const sentence = error instanceof Error ? error.message : String(error)
  return new LoadError({ kind: 'json', isCut, sentence }, address)
}
