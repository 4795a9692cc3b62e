/**
 * How does a story file answer for its faults? By a list of problems, each with where, what and how much it
 * cost. One report collects those of one item (an actor, a source, an event, a revision, the head).
 */

export interface StoryProblem {
  /** From the root of the file, such as `events[12].date.edtf`; `file` for the file itself. */
  readonly path: string
  /** Plain English that follows "path: ", without a full stop. */
  readonly sentence: string
  /** The id of the event it stands in, as written; null outside events or where the id itself is bad. */
  readonly eventId: string | null
  /** true: because of this, the item that the path lies in is not in the story. */
  readonly isLeftOut: boolean
}

export interface ItemReport {
  readonly path: string
  readonly eventId: string | null
  /** Grows while the item is read. */
  readonly problems: StoryProblem[]
}

/**
 * Where inside an item, such as `date.edtf`; '' is the item itself. A path that has to be put together is given
 * as a function, which is called only where there is a problem: most items have none.
 */
export type PathInItem = string | (() => string)

/** An empty report on the item at `path`. */
export function openReport(path: string, eventId: string | null = null): ItemReport {
  return { path, eventId, problems: [] }
}

/** Adds a problem that the item survives. */
export function noteProblem(report: ItemReport, at: PathInItem, sentence: string): void {
  addProblem(report, at, sentence, false)
}

/** Adds a problem for which the item is left out. */
export function refuseItem(report: ItemReport, at: PathInItem, sentence: string): void {
  addProblem(report, at, sentence, true)
}

/** Whether anything so far leaves the item out. */
export function isRefused(report: ItemReport): boolean {
  return report.problems.some((problem) => problem.isLeftOut)
}

/** `events[3]` and `date.edtf`, or `[0]`, as one path; either may be empty. */
export function joinPath(base: string, at: string): string {
  return base === '' || at === '' || at.startsWith('[') ? base + at : `${base}.${at}`
}

/** Path step to a field; a name that is not a plain word is quoted, so that a path stays on one line. */
export function fieldStep(name: string): string {
  return /^[\w$-]{1,60}$/.test(name) ? name : `[${quote(name)}]`
}

/** A value of the file as shown inside a sentence: in double quotes, escaped, at most 80 characters. */
export function quote(text: string): string {
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 79)}…` : text)
}

function addProblem(report: ItemReport, at: PathInItem, sentence: string, isLeftOut: boolean): void {
  report.problems.push({
    path: joinPath(report.path, typeof at === 'string' ? at : at()),
    sentence,
    eventId: report.eventId,
    isLeftOut,
  })
}
