/** What does the reader see when the story did not come? What failed, where, and what to do. */
import { assertNever } from '../core/base/assert.ts'
import { formatCount } from '../core/wording/storyWords.ts'
import { LoadError } from '../loading/loadError.ts'
import { describeLostConnection, formatBytes } from './progressWords.ts'

export interface FaultWords {
  readonly title: string
  readonly sentences: readonly string[]
  readonly details: readonly string[]
}

/** The reader would not wait. */
export function describeStopped(address: string): FaultWords {
  return {
    title: 'The loading was stopped',
    sentences: ['Nothing was kept of what had arrived.', `Asked for: ${address}`],
    details: [],
  }
}

/** Problems of a story file that are listed; a file may have thousands. */
const LISTED_PROBLEMS = 20

export function describeFault(error: unknown): FaultWords {
  if (!(error instanceof LoadError))
    return { title: 'Something went wrong here', sentences: [String(error)], details: [] }
  const { fault, address } = error
  const where = `Asked for: ${address}`
  switch (fault.kind) {
    case 'status':
      return {
        title: fault.status === 404 ? 'The story file is not there' : 'The server did not give the story',
        sentences: [
          fault.status === 404
            ? 'The server answered that it has no such file (404). If the story was moved, ask whoever sent you here.'
            : `The server answered with an error of its own (${fault.status}). Try again in a minute.`,
          where,
        ],
        details: [],
      }
    case 'html':
      return {
        title: 'A web page came instead of the story',
        sentences: [
          'The server sent an HTML page where the story file should be. The file’s address is probably wrong, or the file was not published.',
          where,
        ],
        details: [],
      }
    case 'json':
      return {
        title: fault.isCut ? 'The story file ends in the middle' : 'The story file cannot be read',
        sentences: [
          fault.isCut
            ? 'Only a part of it arrived. Try again; if it stays so, the file itself was cut off when it was published.'
            : 'It is not valid JSON. Whoever publishes it has to mend it.',
          where,
        ],
        details: [fault.sentence],
      }
    case 'story':
      return {
        title: 'The story file cannot be shown',
        sentences: ['It came whole, but it is not a story that this Dateline can draw:', where],
        details: listProblems(fault.problems.map(({ path, sentence }) => `${path}: ${sentence}`)),
      }
    case 'network':
      return describeLostConnection(address)
    case 'stalled':
      return {
        title: 'The story stopped coming',
        sentences: [
          `Nothing arrived for ${fault.seconds} seconds, after ${formatBytes(fault.receivedBytes)}. Try again.`,
          where,
        ],
        details: [],
      }
    case 'worker':
      return {
        title: 'The story could not be read here',
        sentences: [
          'The browser stopped reading it, most likely for want of memory. Close other tabs and try again.',
          where,
        ],
        details: [],
      }
    case 'too-large':
      return {
        title: 'The story file is too large',
        sentences: [`It is over the limit of ${formatBytes(fault.limitBytes)} for one file.`, where],
        details: [],
      }
    default:
      return assertNever(fault)
  }
}

export function listProblems(problems: readonly string[]): readonly string[] {
  const rest = problems.length - LISTED_PROBLEMS
  const listed = problems.slice(0, LISTED_PROBLEMS)
  return rest > 0 ? [...listed, `… and ${formatCount(rest)} more`] : listed
}
