/**
 * What is wrong with an item that is not just what the format says, and what of it can be kept? Says all of it, not the
 * first. Of a sound file nobody ever asks: the page fetches this only when a file needs it.
 */
import * as v from 'valibot'
import { explainIssue, issuePath } from './explainIssue.ts'
import { inspectFields } from './inspectFields.ts'
import { parseFrame } from './parseFrame.ts'
import type { Explainer } from './parseItem.ts'
import { isRefused, refuseItem } from './problem.ts'
import { validSchema } from './validSchema.ts'

export const explainer: Explainer = {
  cleanItem: (schema, json, report) => {
    const result = v.safeParse(validSchema(schema), inspectFields(schema, json, report))
    for (const issue of result.issues ?? []) refuseItem(report, issuePath(issue), explainIssue(issue))
    return result.success && !isRefused(report) ? result.output : null
  },
  readFrame: parseFrame,
}
