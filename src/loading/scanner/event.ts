/**
 * What does a clean event say? Told value by value, in the order of its text (scan.ts). What is said of it here stands in
 * the columns when the event is closed, and nowhere when it is refused.
 */
import { claimAll, checkOf, noteName, placeOf, startNames } from './names'
import { closeBrief, closeList, openBrief, openList, writeNumber, writeText } from './briefBytes'
import { extend, lengthOf, push32, push8 } from './columns'
import { dateAt, noteReport, pushDate } from './dates'
import { addStandings } from './facts'
import {
  ACTOR,
  KEPT,
  RECORD,
  RELATION_CHECKS,
  RELATION_FROM,
  RELATION_KINDS,
  RELATION_NAMES,
  RELATION_PLACES,
  ROLE_ACCOUNT_STANDING,
  ROLE_ACTOR,
  ROLE_ALIAS,
  ROLE_ATTRIBUTED,
  ROLE_DATE,
  ROLE_DERIVED,
  ROLE_FORM,
  ROLE_ID,
  ROLE_OTHER_DATE,
  ROLE_OTHER_SOURCE,
  ROLE_PUBLISHES,
  ROLE_READ_IN_FULL,
  ROLE_RECORD,
  ROLE_RELATION,
  ROLE_RELATION_KIND,
  ROLE_RELATION_TO,
  ROLE_REPORTED,
  ROLE_REPORT_SOURCE,
  ROLE_SHORT_TITLE,
  ROLE_SOURCE,
  ROLE_SPEAKER,
  ROLE_STANDING,
  ROLE_STANDING_SOURCE,
  ROLE_STATEMENT,
  ROLE_STATEMENT_ALIAS,
  ROLE_STATEMENT_ID,
  ROLE_STATEMENT_TEXT,
  ROLE_SUMMARY,
  ROLE_TITLE,
  SOURCE,
  SPEAKER,
  STANDING,
  TEXT_PLACES,
} from './layout'
import { Few } from './few'
import { isSame, TextTable } from './textTable'

/** Stands for `null`, and for what is not there. */
export const NONE: usize = 0

/** After the name of each relation. */
const LINE_BREAK: u8 = 0x0a

/** Entries of each list of an event that is read here; nearly all have fewer. */
const MOST: u32 = 64

const actorNumbers = new TextTable()
const sourceNumbers = new TextTable()
/** [actor] and [source] twice the last event that has it, counted from 1; and one, where it speaks or is rested on. */
let actorSeen: usize = 0
let sourceSeen: usize = 0

// Known to both sides; see openEvents.
let placesPerStatement: u32 = 0
let quotation: u32 = 0
let unattributed: u32 = 0

// Of the event under way.
let event: u32 = 0
let idFrom: usize = 0
let idTo: usize = 0
let titleFrom: usize = 0
let titleTo: usize = 0
let shortTitleFrom: usize = NONE
let shortTitleTo: usize = 0
let dateFrom: usize = NONE
let dateTo: usize = 0
let date: i32 = -1
let derived: u32 = 0
let reportedFrom: usize = NONE
let reportedTo: usize = 0
let report: i32 = -1
let reportSourceFrom: usize = 0
let reportSourceTo: usize = 0
let publishesFrom: usize = NONE
let publishesTo: usize = 0
let standing: u32 = 0
let accountStandings: u32 = 0
let sourceCount: u32 = 0
let statementCount: u32 = 0
let recordBits: u32 = 0
let hasStandingSource: bool = false
let aliasCount: u32 = 0
// Of the statement under way.
let statementAliases: u32 = 0
let hasSpeaker: bool = true
let form: u32 = 0
let recordStatus: u32 = 0

const listed = new Few(MOST)
const speakers = new Few(MOST)
const attributed = new Few(MOST)
const facetActors = new Few(3 * MOST)
const facetSources = new Few(8 * MOST)
const facetSpeakers = new Few(MOST)
/** Where each text begins and ends that a search looks through. */
const texts = new Few(2 * MOST)
/** Kind of each relation, and where the name begins and ends that it leads to. */
const relations = new Few(3 * MOST)

/** @param quotationForm position among forms; @param unattributedRecord among records */
export function openEvents(placesOfStatement: u32, quotationForm: u32, unattributedRecord: u32): void {
  placesPerStatement = placesOfStatement
  quotation = quotationForm
  unattributed = unattributedRecord
}

export function addActor(from: usize, length: u32): void {
  actorNumbers.add(from, length)
}

export function addSource(from: usize, length: u32): void {
  sourceNumbers.add(from, length)
}

/** After the last actor and the last source. */
export function closeDirectory(): void {
  actorSeen = emptyColumn(actorNumbers.count)
  sourceSeen = emptyColumn(sourceNumbers.count)
}

function emptyColumn(length: u32): usize {
  const column = heap.alloc((length as usize) << 2)
  memory.fill(column, 0, (length as usize) << 2)
  return column
}

export function startEvent(): void {
  event++
  shortTitleFrom = dateFrom = reportedFrom = publishesFrom = NONE
  date = report = -1
  derived = standing = accountStandings = sourceCount = statementCount = recordBits = 0
  listed.length = speakers.length = attributed.length = 0
  facetActors.length = facetSources.length = facetSpeakers.length = 0
  texts.length = relations.length = 0
  hasStandingSource = false
  aliasCount = 0
  hasSpeaker = true
  startNames()
}

/**
 * The next value. False: there is something to say about it.
 * @param from and @param to of a text; of a choice both are its position; NONE: null
 */
export function take(role: i32, from: usize, to: usize): bool {
  switch (role) {
    case ROLE_ID:
      idFrom = from
      idTo = to
      return noteName(from, to, 0)
    case ROLE_ALIAS:
      return noteName(from, to, ++aliasCount)
    case ROLE_TITLE:
      titleFrom = from
      titleTo = to
      return search(from, to)
    case ROLE_SHORT_TITLE:
      shortTitleFrom = from
      shortTitleTo = to
      return true
    case ROLE_SUMMARY:
    case ROLE_STATEMENT_TEXT:
      return search(from, to)
    case ROLE_DATE:
      dateFrom = from
      dateTo = to
      date = dateAt(from, to)
      return date != -1
    case ROLE_DERIVED:
      derived |= 1 << (from as u32)
      return true
    case ROLE_OTHER_DATE:
      return from == NONE || dateAt(from, to) != -1
    case ROLE_REPORTED:
      reportedFrom = from
      reportedTo = to
      report = dateAt(from, to)
      return report != -1
    case ROLE_REPORT_SOURCE:
      reportSourceFrom = from
      reportSourceTo = to
      return tellSource(from, to)
    case ROLE_PUBLISHES:
      publishesFrom = from
      publishesTo = to
      return tellSource(from, to)
    case ROLE_STANDING:
      standing = from as u32
      return true
    case ROLE_STANDING_SOURCE:
      hasStandingSource = true
      return tellSource(from, to)
    case ROLE_ACTOR:
      return name(from, to, listed)
    case ROLE_ATTRIBUTED:
      return name(from, to, attributed)
    case ROLE_SOURCE:
      return restOn(from, to)
    case ROLE_OTHER_SOURCE:
      return sourceNumbers.numberOf(from, (to - from) as u32) != -1
    case ROLE_RELATION:
      return relations.add(0) && relations.add(0) && relations.add(0)
    case ROLE_RELATION_KIND:
      relations.set(relations.length - 3, from as u32)
      return true
    case ROLE_RELATION_TO:
      relations.set(relations.length - 2, from as u32)
      relations.set(relations.length - 1, to as u32)
      return true
    case ROLE_ACCOUNT_STANDING:
      accountStandings |= 1 << (from as u32)
      return true
    case ROLE_READ_IN_FULL:
      return false
    default:
      return takeOfStatement(role, from, to)
  }
}

function takeOfStatement(role: i32, from: usize, to: usize): bool {
  switch (role) {
    case ROLE_STATEMENT:
      if (!isSpeakerSound()) return false
      statementCount++
      statementAliases = 0
      return true
    case ROLE_STATEMENT_ID:
      return noteName(from, to, statementCount * placesPerStatement)
    case ROLE_STATEMENT_ALIAS:
      return noteName(from, to, statementCount * placesPerStatement + ++statementAliases)
    case ROLE_SPEAKER:
      hasSpeaker = from != NONE
      return !hasSpeaker || name(from, to, speakers)
    case ROLE_FORM:
      form = from as u32
      return true
    case ROLE_RECORD:
      recordStatus = from as u32
      recordBits |= 1 << recordStatus
      return true
    default:
      return false
  }
}

/**
 * Writes the event under way into the columns. False: there is something to say about it, and nothing is written.
 * @param entry of the batch; @param index place in the file; @param start of the part: texts are counted from there
 */
export function closeEvent(entry: u32, index: u32, start: usize): bool {
  if (!isSpeakerSound()) return false
  if (shortTitleFrom != NONE) {
    const length = shortTitleTo - shortTitleFrom
    if (length == titleTo - titleFrom && isSame(shortTitleFrom, titleFrom, length as u32))
      shortTitleFrom = NONE
    else if (!search(shortTitleFrom, shortTitleTo)) return false
  }
  if (sourceCount == 0 && report == -1 && publishesFrom == NONE && !hasStandingSource) return false
  if (!gatherPeople() || !claimAll(index)) return false
  pushRelations(lengthOf(KEPT))
  push32(KEPT, entry)
  pushDate(date, derived != 0)
  if (report != -1) noteReport(report)
  addStandings(accountStandings | (1 << standing))
  facetActors.pushTo(ACTOR)
  facetSources.pushTo(SOURCE)
  facetSpeakers.pushTo(SPEAKER)
  push8(STANDING, 1 << standing)
  push8(RECORD, recordBits)
  pushTexts(entry, start as u32)
  writeBrief()
  return true
}

/** Of the last statement; see checkSpeaker in parseClaims.ts. */
function isSpeakerSound(): bool {
  return hasSpeaker || (form != quotation && recordStatus == unattributed)
}

function search(from: usize, to: usize): bool {
  return texts.add(from as u32) && texts.add(to as u32)
}

function name(from: usize, to: usize, actors: Few): bool {
  const number = actorNumbers.numberOf(from, (to - from) as u32)
  return number != -1 && actors.add(number)
}

function restOn(from: usize, to: usize): bool {
  const source = sourceNumbers.numberOf(from, (to - from) as u32)
  if (source == -1) return false
  const at = sourceSeen + ((source as usize) << 2)
  const seen = load<u32>(at)
  if (seen > 2 * event) return true
  if (seen < 2 * event && !facetSources.add(source)) return false
  sourceCount++
  store<u32>(at, 2 * event + 1)
  return true
}

function tellSource(from: usize, to: usize): bool {
  const source = sourceNumbers.numberOf(from, (to - from) as u32)
  if (source == -1) return false
  const at = sourceSeen + ((source as usize) << 2)
  if (load<u32>(at) >= 2 * event) return true
  store<u32>(at, 2 * event)
  return facetSources.add(source)
}

/** Everyone that the event involves: who is listed, who speaks, to whom a claim is attributed. */
function gatherPeople(): bool {
  for (let i: u32 = 0; i < listed.length; i++) if (!involve(listed.at(i))) return false
  for (let i: u32 = 0; i < speakers.length; i++) {
    const actor = speakers.at(i)
    const at = actorSeen + ((actor as usize) << 2)
    if (load<u32>(at) > 2 * event) continue
    if (!involve(actor) || !facetSpeakers.add(actor)) return false
    store<u32>(at, 2 * event + 1)
  }
  for (let i: u32 = 0; i < attributed.length; i++) if (!involve(attributed.at(i))) return false
  return true
}

function involve(actor: u32): bool {
  const at = actorSeen + ((actor as usize) << 2)
  if (load<u32>(at) >= 2 * event) return true
  store<u32>(at, 2 * event)
  return facetActors.add(actor)
}

function pushRelations(number: u32): void {
  for (let i: u32 = 0; i < relations.length; i += 3) {
    const from = relations.at(i + 1) as usize
    const to = relations.at(i + 2) as usize
    const length = (to - from) as u32
    push32(RELATION_FROM, number)
    push8(RELATION_KINDS, relations.at(i))
    push32(RELATION_PLACES, placeOf(from, to))
    push32(RELATION_CHECKS, checkOf(from, to))
    const at = extend(RELATION_NAMES, length + 1)
    memory.copy(at, from, length)
    store<u8>(at + length, LINE_BREAK)
  }
}

/** See textPlaces.ts. */
function pushTexts(entry: u32, start: u32): void {
  const at = extend(TEXT_PLACES, 2 + texts.length)
  store<u32>(at, entry)
  store<u32>(at, texts.length / 2, 4)
  for (let i: u32 = 0; i < texts.length; i++) store<u32>(at + 8 + ((i as usize) << 2), texts.at(i) - start)
}

/** As BriefWriter does; texts are copied as they stand, since they have no escapes. */
function writeBrief(): void {
  let most = idTo - idFrom + (titleTo - titleFrom)
  if (shortTitleFrom != NONE) most += shortTitleTo - shortTitleFrom
  if (dateFrom != NONE) most += dateTo - dateFrom
  if (reportedFrom != NONE) most += reportedTo - reportedFrom + reportSourceTo - reportSourceFrom
  if (publishesFrom != NONE) most += publishesTo - publishesFrom
  openBrief(most as u32, listed.length)
  openList()
  writeText(idFrom, idTo)
  writeText(titleFrom, titleTo)
  writeOptional(shortTitleFrom, shortTitleTo)
  writeOptional(dateFrom, dateTo)
  writeNumber(derived)
  writeNumber(standing)
  openList()
  for (let i: u32 = 0; i < listed.length; i++) writeNumber(listed.at(i))
  closeList()
  writeNumber(sourceCount)
  writeNumber(statementCount)
  if (reportedFrom != NONE || publishesFrom != NONE) {
    if (reportedFrom == NONE) writeNumber(0)
    else {
      openList()
      writeText(reportedFrom, reportedTo)
      writeText(reportSourceFrom, reportSourceTo)
      closeList()
    }
    writeOptional(publishesFrom, publishesTo)
  }
  closeList()
  closeBrief()
}

function writeOptional(from: usize, to: usize): void {
  if (from == NONE) writeNumber(0)
  else writeText(from, to)
}
