/** What does the schema's complaint mean to someone who wrote the file by hand? */
import type { BaseIssue } from 'valibot'
import { fieldStep, joinPath, quote } from './problem.ts'
import { suggestWord } from './suggestWord.ts'

/** A plain sentence for one issue. Rules with a message in storyFile.ts keep it; kinds of value are named here. */
export function explainIssue(issue: BaseIssue<unknown>): string {
  switch (issue.type) {
    case 'string':
      return `must be text${butFound(issue.input)}`
    case 'boolean':
      return 'must be true or false, without quotation marks'
    case 'array':
      return 'must be a list, in square brackets'
    case 'strict_object':
      return issue.expected === 'Object' ? 'must be an object, in curly brackets' : 'is missing'
    case 'picklist':
      return explainChoice(issue)
    case 'union': // the only place where the format knows two forms is an author
      return 'must be a name: either "family" with or without "given", or "literal"'
    default:
      return issue.message
  }
}

/** Where in the item an issue lies, such as `statements[0].chain`. */
export function issuePath(issue: BaseIssue<unknown>): string {
  let path = ''
  for (const { key } of issue.path ?? []) {
    path = joinPath(path, typeof key === 'number' ? `[${key}]` : fieldStep(String(key)))
  }
  return path
}

function butFound(input: unknown): string {
  if (input === null) return ', not null'
  if (Array.isArray(input)) return ', not a list'
  return typeof input === 'object' ? ', not an object' : ', in quotation marks'
}

/** valibot lists the choices only as `("a" | "b")`. */
function explainChoice(issue: BaseIssue<unknown>): string {
  const choices = (issue.expected ?? '').replace(/^\(|\)$/g, '').split(' | ')
  const words = choices.map((choice) => choice.slice(1, -1))
  const oneOf = `must be one of ${choices.join(', ')}`
  if (typeof issue.input !== 'string') return oneOf
  const meant = suggestWord(issue.input, words)
  return meant === null
    ? `${oneOf}, not ${quote(issue.input)}`
    : `${oneOf}, not ${quote(issue.input)}; did you mean ${quote(meant)}?`
}
