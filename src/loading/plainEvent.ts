/**
 * What does a clean event say, read along its text without making an object of it? All that stays of it in a large
 * story: its brief, its date and actors, its names, the places of its words. An event about which there is anything
 * to say is refused, and read by the reader of all events (core/story/eventReader.ts), which knows the words for it.
 */
import { TextTable } from '../core/base/textTable.ts'
import { textOf } from '../core/base/textUnits.ts'
import type { PlacedBrief, TextRange } from '../core/indexing/briefWriter.ts'
import type { NumberedValues } from '../core/indexing/indexColumns.ts'
import { REFUSED, Tape } from '../core/story/compileScan.ts'
import { OWN_SLOT, slotOfAlias, slotOfStatement } from '../core/story/eventIds.ts'
import { readRareDate } from '../core/story/readDate.ts'
import type { OpenFrame } from '../core/story/readFrame.ts'
import { forms, records } from '../core/story/storyFile.ts'
import type { FuzzyDate } from '../core/time/fuzzyDate.ts'
import { ROLE, roles, scanEvent } from './plainFields.ts'

const QUOTATION = forms.indexOf('quotation')
const UNATTRIBUTED = records.indexOf('unattributed')

/** Dates kept: as in readDate.ts. */
const KEPT_DATES = 1 << 14
/** Entries of each list of an event that is read here; nearly all have fewer. */
const MOST = 64

class Range implements TextRange {
  from = 0
  to = 0

  set(from: number, to: number): this {
    this.from = from
    this.to = to
    return this
  }
}

/** Some numbers, at most so many; those beyond are counted only. */
class Few {
  readonly values: Int32Array
  length = 0

  constructor(most: number) {
    this.values = new Int32Array(most)
  }

  add(value: number): void {
    this.values[this.length++] = value
  }

  get isFull(): boolean {
    return this.length > this.values.length
  }
}

/** Reads events one after the other; what it says of one is true until the next is read. */
export class PlainEvent implements PlacedBrief {
  /** What all ranges are places in. */
  units: Uint16Array = new Uint16Array(0)
  readonly id = new Range()
  readonly title = new Range()
  shortTitle: Range | null = null
  date: FuzzyDate | null = null
  derived = 0
  standing = 0
  /** Bit i: some account has standings[i]. */
  accountStandings = 0
  sourceCount = 0
  statementCount = 0
  report: FuzzyDate | null = null
  publishes: Range | null = null
  /** Numbers of the actors that it lists. */
  readonly listed = new Few(MOST)
  /** Numbers of its values in each facet, as facetValues.ts has them. */
  readonly facets = {
    actor: new Few(3 * MOST),
    source: new Few(8 * MOST),
    speaker: new Few(MOST),
    standingBits: 0,
    recordBits: 0,
  } satisfies NumberedValues
  /** Of each name that it claims: where it begins and ends, and its slot. */
  readonly names = new Few(3 * MOST)
  /** Of each text that a search looks through: where it begins and ends. See searchedTexts. */
  readonly texts = new Few(2 * MOST)
  /** Of each relation: position in `relationKinds`, and where the name begins and ends that it leads to. */
  readonly relations = new Few(3 * MOST)

  readonly #tape = new Tape()
  readonly #actorNumbers: TextTable
  readonly #sourceNumbers: TextTable
  #dateNumbers = new TextTable()
  #dates: FuzzyDate[] = []
  /** [actor] and [source] twice the last event that has it, counted from 1; and one, where it speaks or is rested on. */
  readonly #actorSeen: Float64Array
  readonly #sourceSeen: Float64Array
  #event = 0
  readonly #shortTitle = new Range()
  readonly #publishes = new Range()
  readonly #reportSource = new Range()
  readonly #speakers = new Few(MOST)
  readonly #attributed = new Few(MOST)
  #hasStandingSource = false
  #aliasCount = 0
  // Of the statement under way.
  #statementAliases = 0
  #hasSpeaker = true
  #form = 0
  #recordStatus = 0

  /** @param frame whose actors and sources it may name */
  constructor({ actors, sources }: Pick<OpenFrame, 'actors' | 'sources'>) {
    this.#actorNumbers = new TextTable(actors.keys())
    this.#sourceNumbers = new TextTable(sources.keys())
    this.#actorSeen = new Float64Array(actors.size)
    this.#sourceSeen = new Float64Array(sources.size)
  }

  get edtf(): string | null {
    return this.date === null ? null : this.date.edtf
  }

  get actors(): Int32Array {
    return this.listed.values
  }

  get actorCount(): number {
    return this.listed.length
  }

  get reported(): PlacedBrief['reported'] {
    return this.report === null ? null : { edtf: this.report.edtf, source: this.#reportSource }
  }

  /** The index after the event that begins at `at`; REFUSED: it is to be read in full. */
  read(units: Uint16Array, at: number): number {
    const tape = this.#tape
    tape.length = 0
    const end = scanEvent(units, at, tape)
    if (end === REFUSED) return REFUSED
    this.#start(units)
    const { entries, length } = tape
    for (let i = 0; i < 3 * length; i += 3) {
      const role = roles[entries[i] ?? 0] ?? ROLE.nothing
      if (role === ROLE.nothing) continue
      if (!this.#take(role, entries[i + 1] ?? 0, entries[i + 2] ?? 0)) return REFUSED
    }
    return this.#finish() ? end : REFUSED
  }

  #start(units: Uint16Array): void {
    this.#event++
    this.units = units
    this.shortTitle = this.date = this.report = this.publishes = null
    this.derived = this.standing = this.accountStandings = this.sourceCount = this.statementCount = 0
    this.listed.length = this.names.length = 0
    const { facets } = this
    facets.actor.length = facets.source.length = facets.speaker.length = facets.recordBits = 0
    this.texts.length = this.relations.length = 0
    this.#speakers.length = this.#attributed.length = 0
    this.#hasStandingSource = false
    this.#aliasCount = 0
    this.#hasSpeaker = true
  }

  /** False: there is something to say about it. */
  #take(role: number, from: number, to: number): boolean {
    switch (role) {
      case ROLE.id:
        this.id.set(from, to)
        return this.#claim(from, to, OWN_SLOT)
      case ROLE.alias:
        return this.#claim(from, to, slotOfAlias(OWN_SLOT, this.#aliasCount++))
      case ROLE.title:
        this.title.set(from, to)
        return this.#search(from, to)
      case ROLE.shortTitle:
        this.shortTitle = this.#shortTitle.set(from, to)
        return true
      case ROLE.summary:
      case ROLE.statementText:
        return this.#search(from, to)
      case ROLE.date:
        return (this.date = this.#dateAt(from, to)) !== null
      case ROLE.derived:
        this.derived |= 1 << from
        return true
      case ROLE.otherDate:
        return from === NULL || this.#dateAt(from, to) !== null
      case ROLE.reported:
        return (this.report = this.#dateAt(from, to)) !== null
      case ROLE.reportSource:
        this.#reportSource.set(from, to)
        return this.#tellSource(this.#sourceAt(from, to))
      case ROLE.publishes:
        this.publishes = this.#publishes.set(from, to)
        return this.#tellSource(this.#sourceAt(from, to))
      case ROLE.standing:
        this.standing = from
        return true
      case ROLE.standingSource:
        this.#hasStandingSource = true
        return this.#tellSource(this.#sourceAt(from, to))
      case ROLE.actor:
        return this.#name(from, to, this.listed)
      case ROLE.attributed:
        return this.#name(from, to, this.#attributed)
      case ROLE.source:
        return this.#restOn(this.#sourceAt(from, to))
      case ROLE.otherSource:
        return this.#sourceAt(from, to) !== UNKNOWN
      case ROLE.relation:
        this.relations.length += 3
        return true
      case ROLE.relationKind:
        this.relations.values[this.relations.length - 3] = from
        return true
      case ROLE.relationTo:
        this.relations.values[this.relations.length - 2] = from
        this.relations.values[this.relations.length - 1] = to
        return true
      case ROLE.accountStanding:
        this.accountStandings |= 1 << from
        return true
      case ROLE.readInFull:
        return false
      default:
        return this.#takeOfStatement(role, from, to)
    }
  }

  #takeOfStatement(role: number, from: number, to: number): boolean {
    const slot = slotOfStatement(this.statementCount - 1)
    switch (role) {
      case ROLE.statement:
        if (!this.#isSpeakerSound()) return false
        this.statementCount++
        this.#statementAliases = 0
        return true
      case ROLE.statementId:
        return this.#claim(from, to, slot)
      case ROLE.statementAlias:
        return this.#claim(from, to, slotOfAlias(slot, this.#statementAliases++))
      case ROLE.speaker:
        this.#hasSpeaker = from !== NULL
        return !this.#hasSpeaker || this.#name(from, to, this.#speakers)
      case ROLE.form:
        this.#form = from
        return true
      case ROLE.record:
        this.#recordStatus = from
        this.facets.recordBits |= 1 << from
        return true
      default:
        throw new Error(`plainEvent.ts does not know the role ${role}`)
    }
  }

  #finish(): boolean {
    const { units, title, shortTitle } = this
    if (!this.#isSpeakerSound()) return false
    if (shortTitle !== null) {
      if (isSame(units, title, shortTitle)) this.shortTitle = null
      else this.#search(shortTitle.from, shortTitle.to)
    }
    const { facets } = this
    if (facets.source.isFull) return false
    for (const few of [this.listed, this.#speakers, this.#attributed, this.names, this.texts, this.relations])
      if (few.isFull) return false
    this.#involve(this.listed)
    this.#hear(this.#speakers)
    this.#involve(this.#attributed)
    facets.standingBits = 1 << this.standing
    return this.sourceCount > 0 || this.report !== null || this.publishes !== null || this.#hasStandingSource
  }

  /** Of the last statement; see checkSpeaker in parseClaims.ts. */
  #isSpeakerSound(): boolean {
    return this.#hasSpeaker || (this.#form !== QUOTATION && this.#recordStatus === UNATTRIBUTED)
  }

  #claim(from: number, to: number, slot: number): true {
    this.names.add(from)
    this.names.add(to)
    this.names.add(slot)
    return true
  }

  #search(from: number, to: number): true {
    this.texts.add(from)
    this.texts.add(to)
    return true
  }

  #name(from: number, to: number, actors: Few): boolean {
    const number = this.#actorNumbers.numberOf(this.units, from, to)
    actors.add(number)
    return number !== UNKNOWN
  }

  #sourceAt(from: number, to: number): number {
    return this.#sourceNumbers.numberOf(this.units, from, to)
  }

  #restOn(source: number): boolean {
    if (source === UNKNOWN) return false
    const now = 2 * this.#event
    const seen = this.#sourceSeen[source] ?? 0
    if (seen > now) return true
    if (seen < now) this.facets.source.add(source)
    this.sourceCount++
    this.#sourceSeen[source] = now + 1
    return true
  }

  #tellSource(source: number): boolean {
    if (source === UNKNOWN) return false
    const now = 2 * this.#event
    if ((this.#sourceSeen[source] ?? 0) >= now) return true
    this.facets.source.add(source)
    this.#sourceSeen[source] = now
    return true
  }

  #involve({ values, length }: Few): void {
    const now = 2 * this.#event
    for (let i = 0; i < length; i++) {
      const actor = values[i] ?? 0
      if ((this.#actorSeen[actor] ?? 0) >= now) continue
      this.#actorSeen[actor] = now
      this.facets.actor.add(actor)
    }
  }

  /** Who speaks is involved as well. */
  #hear({ values, length }: Few): void {
    const now = 2 * this.#event
    for (let i = 0; i < length; i++) {
      const actor = values[i] ?? 0
      const seen = this.#actorSeen[actor] ?? 0
      if (seen > now) continue
      if (seen < now) this.facets.actor.add(actor)
      this.facets.speaker.add(actor)
      this.#actorSeen[actor] = now + 1
    }
  }

  /** null: it is no date, or none that a story may have. */
  #dateAt(from: number, to: number): FuzzyDate | null {
    const known = this.#dateNumbers.numberOf(this.units, from, to)
    if (known !== UNKNOWN) return this.#dates[known] ?? null
    const edtf = textOf(this.units, from, to)
    const read = readRareDate(edtf)
    if (!read.ok) return null
    if (this.#dates.length >= KEPT_DATES) {
      this.#dateNumbers = new TextTable()
      this.#dates = []
    }
    this.#dates[this.#dateNumbers.add(edtf)] = read.value
    return read.value
  }
}

/** See Scan.fields and TextTable.numberOf. */
const NULL = -1
const UNKNOWN = -1

function isSame(units: Uint16Array, a: TextRange, b: TextRange): boolean {
  if (a.to - a.from !== b.to - b.from) return false
  for (let i = 0; i < a.to - a.from; i++) if (units[a.from + i] !== units[b.from + i]) return false
  return true
}
