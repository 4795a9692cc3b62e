/** Which event does a row of a table describe? See README.md for its columns. */

/** A row as the engine gives it: texts, numbers, dates as texts; null where a cell is empty. */
export type TableRow = Readonly<Record<string, unknown>>

/** All of a story but its events. */
export interface TableFrame {
  readonly json: Readonly<Record<string, unknown>>
  /** Ids of actors by id and by name. */
  readonly actorIds: ReadonlyMap<string, string>
}

interface TableActor {
  readonly id: string
  readonly name: string
}

/**
 * Actors that the head does not list are added, with an id made of their name.
 * @param head a story file; its events are left away; @param cells names or ids that stand in the table
 */
export function frameOfTable(head: unknown, cells: Iterable<string>): TableFrame {
  const given = typeof head === 'object' && head !== null ? (head as Record<string, unknown>) : {}
  const listed = Array.isArray(given['actors']) ? (given['actors'] as readonly unknown[]) : []
  const actorIds = new Map<string, string>()
  const taken = new Set<string>()
  for (const { id, name } of listed.filter(isActor)) {
    taken.add(id)
    actorIds.set(id, id)
    if (!actorIds.has(name)) actorIds.set(name, id)
  }
  const added: object[] = []
  for (const name of cells) {
    if (actorIds.has(name)) continue
    const id = freeId(name, taken)
    taken.add(id)
    actorIds.set(name, id)
    added.push({ id, name, kind: 'organisation' })
  }
  const { events: _, ...rest } = given
  const json = { format: 1, sources: [], ...rest, actors: [...listed, ...added] }
  return { json, actorIds }
}

/** Names or ids of actors in one cell, without their roles. */
export function actorsOfCells(cell: string): readonly string[] {
  return splitCell(cell).map((entry) => readActor(entry).name)
}

/** An event as in a story file, not yet checked. */
export function eventOfRow(row: TableRow, { actorIds }: TableFrame): unknown {
  const json = textOf(row, 'json')
  if (json !== null) return parseJson(json)
  const edtf = edtfOf(textOf(row, 'date'), textOf(row, 'end'))
  const sources = splitCell(textOf(row, 'source') ?? '')
  const reported = dateOf(textOf(row, 'reported'))
  const title = textOf(row, 'title')
  const optional = {
    place: textOf(row, 'place'),
    note: textOf(row, 'note'),
    publishes: textOf(row, 'publishes'),
    reported: reported === null ? null : { edtf: reported, source: sources[0] ?? '' },
    sources: sources.length === 0 ? null : sources,
  }
  return {
    id: textOf(row, 'id'),
    title,
    summary: textOf(row, 'summary') ?? title,
    kind: textOf(row, 'kind') ?? 'act',
    date: edtf === null ? null : { edtf },
    standing: { is: textOf(row, 'standing') ?? 'reported' },
    actors: splitCell(textOf(row, 'actors') ?? '').map((entry) => {
      const { name, role } = readActor(entry)
      return { actor: actorIds.get(name) ?? name, role }
    }),
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== null)),
  }
}

function isActor(actor: unknown): actor is TableActor {
  return (
    typeof actor === 'object' &&
    actor !== null &&
    'id' in actor &&
    'name' in actor &&
    typeof actor.id === 'string' &&
    typeof actor.name === 'string'
  )
}

/** "Port Authority (host)". */
function readActor(entry: string): { readonly name: string; readonly role: string } {
  const [, name, role] = /^(.*?)\s*\(([^()]+)\)$/.exec(entry) ?? []
  return name === undefined || role === undefined || name === ''
    ? { name: entry, role: 'involved' }
    : { name, role }
}

function splitCell(cell: string): readonly string[] {
  return cell
    .split(';')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
}

function edtfOf(date: string | null, end: string | null): string | null {
  const from = dateOf(date)
  const to = dateOf(end)
  if (to === null) return from
  return `${from ?? ''}/${to}`
}

/** EDTF as it is; what an engine writes for a timestamp, "2004-06-11 09:15:00", as EDTF has it. */
function dateOf(text: string | null): string | null {
  if (text === null) return null
  const [, day, clock] = /^(-?\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)(?:\.\d+)?$/.exec(text) ?? []
  if (day === undefined || clock === undefined) return text
  return clock === '00:00:00' ? day : `${day}T${clock}`
}

/** null: there is no such column, or the cell is empty. */
function textOf(row: TableRow, column: string): string | null {
  const value = row[column]
  if (typeof value !== 'string' && typeof value !== 'number') return null
  const text = String(value).trim()
  return text === '' ? null : text
}

/** What is no JSON is no event, which its reader will say. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return null
  }
}

/** "Łanden City Council" as "anden-city-council", or with a number where that is taken. */
function freeId(name: string, taken: ReadonlySet<string>): string {
  const letters = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '')
  const base = letters === '' ? 'actor' : letters
  for (let n = 1; ; n++) {
    const id = n === 1 ? base : `${base}-${n}`
    if (!taken.has(id)) return id
  }
}
