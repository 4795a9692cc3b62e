/**
 * How is a table of events read as a story? DuckDB reads CSV and Parquet; its rows become events, and all of it the text
 * of a story file, so that everything after is the same. DuckDB is installed only by whoever needs it.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { actorsOfCells, eventOfRow, frameOfTable, type TableFrame, type TableRow } from './tableRows.ts'
import type { StoryPieces } from './storyReading.ts'

const PACKAGE = '@duckdb/node-api'
/** Rows written as one piece. */
const PIECE_ROWS = 1000

/** Rows are streamed, in the order of the file; the engine would else take most of the memory there is. */
const DUCK_DB_OPTIONS = { memory_limit: '256MB', threads: '1' }

/** What of DuckDB's interface is used here. */
interface DuckDb {
  readonly DuckDBInstance: {
    create(
      path: string,
      options: Readonly<Record<string, string>>,
    ): Promise<{ connect(): Promise<DuckDbConnection> }>
  }
}
interface DuckDbConnection {
  stream(sql: string): Promise<{ yieldRowObjectJson(): AsyncIterable<readonly TableRow[]> }>
}

/**
 * The table as a story file, or a sentence that says why not.
 * @param head path of a story file whose events are not looked at; null: none is given
 */
export async function openTable(input: string, head: string | null): Promise<StoryPieces | string> {
  if (head === null) return 'A table needs --story head.json: head, actors and sources of its story'
  const duckDb = loadDuckDb()
  if (typeof duckDb === 'string') return duckDb
  const json: unknown = JSON.parse(readFileSync(head, 'utf8'))
  const instance = await duckDb.DuckDBInstance.create(':memory:', DUCK_DB_OPTIONS)
  const connection = await instance.connect()
  const reader = /\.csv$/i.test(input) ? 'read_csv' : 'read_parquet'
  const from = `${reader}('${input.replaceAll("'", "''")}'${reader === 'read_csv' ? ', all_varchar = true' : ''})`
  const eachRow = async function* (sql: string): AsyncGenerator<readonly TableRow[]> {
    const result = await connection.stream(sql)
    for await (const rows of result.yieldRowObjectJson()) yield rows
  }
  const cells = new Set<string>()
  for await (const rows of eachRow(`SELECT * FROM ${from} LIMIT 1`))
    if (rows.some((row) => 'actors' in row))
      for await (const found of eachRow(
        `SELECT DISTINCT actors FROM ${from} WHERE actors IS NOT NULL ORDER BY 1`,
      ))
        for (const { actors } of found) for (const name of actorsOfCells(String(actors))) cells.add(name)
  const frame = frameOfTable(json, cells)
  return () => writeStory(frame, eachRow(`SELECT * FROM ${from}`))
}

async function* writeStory(
  frame: TableFrame,
  batches: AsyncIterable<readonly TableRow[]>,
): AsyncGenerator<Uint8Array> {
  // Everything but the events first, so that they are read while they come.
  yield Buffer.from(`${JSON.stringify(frame.json).slice(0, -1)},"events":[`)
  let separator = ''
  for await (const rows of batches) {
    for (let from = 0; from < rows.length; from += PIECE_ROWS) {
      const events = rows.slice(from, from + PIECE_ROWS).map((row) => JSON.stringify(eventOfRow(row, frame)))
      yield Buffer.from(separator + events.join(',\n'))
      separator = ',\n'
    }
  }
  yield Buffer.from(']}\n')
}

/** From where the program was started, so that it may be installed anywhere above. */
function loadDuckDb(): DuckDb | string {
  try {
    return createRequire(path.join(process.cwd(), 'package.json'))(PACKAGE) as DuckDb
  } catch {
    return `CSV and Parquet are read by DuckDB, which is not installed: npm install --no-save ${PACKAGE}`
  }
}
