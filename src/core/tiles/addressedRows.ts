/** How are some events of many cells written? Their addresses, cell by cell, and their columns. */
import type { ByteReader } from './byteReader.ts'
import type { ByteWriter } from './byteWriter.ts'
import type { Address } from './cell.ts'
import {
  readColumns,
  rowAt,
  rowsToColumns,
  writeColumns,
  type TileColumns,
  type TileRow,
} from './tileColumns.ts'

export interface AddressedRow extends Address {
  readonly row: TileRow
}

/** Ascending by cell, then by position. */
export interface AddressedColumns {
  readonly columns: TileColumns
  /** [n] */
  readonly cells: Int32Array
  /** [n] */
  readonly positions: Uint32Array
}

/** @param rows ascending by cell, then by position, each address once */
export function writeAddressedRows(rows: readonly AddressedRow[], writer: ByteWriter): void {
  writeColumns(
    rows.map(({ row }) => row),
    writer,
  )
  let cell = 0
  let position = -1
  rows.forEach((row, i) => {
    // The distance between cells is seldom more than 0, and then nothing else than one byte.
    writer.signedVarint(row.cell - cell)
    if (row.cell !== cell || i === 0) position = -1
    writer.varint(row.position - position - 1)
    cell = row.cell
    position = row.position
  })
}

/** @throws RangeError where the bytes end too soon */
export function readAddressedRows(reader: ByteReader): AddressedColumns {
  const columns = readColumns(reader)
  const cells = new Int32Array(columns.rowCount)
  const positions = new Uint32Array(columns.rowCount)
  let cell = 0
  let position = -1
  for (let i = 0; i < columns.rowCount; i++) {
    const step = reader.signedVarint()
    if (step !== 0) position = -1
    cell += step
    position += reader.varint() + 1
    cells[i] = cell
    positions[i] = position
  }
  return { columns, cells, positions }
}

/** Those that pass, in the same order. @param keep told the number of a row */
export function filterRows(rows: AddressedColumns, keep: (row: number) => boolean): AddressedColumns {
  const kept: { readonly list: number; readonly row: number }[] = []
  for (let row = 0; row < rows.columns.rowCount; row++) if (keep(row)) kept.push({ list: 0, row })
  return joinRows([rows], kept)
}

/** Rows of several lists as one, in the order of `wanted`. */
export function joinRows(
  lists: readonly AddressedColumns[],
  wanted: readonly { readonly list: number; readonly row: number }[],
): AddressedColumns {
  return {
    columns: rowsToColumns(
      wanted.flatMap(({ list, row }) => {
        const rows = lists[list]
        return rows === undefined ? [] : [rowAt(rows.columns, row)]
      }),
    ),
    cells: Int32Array.from(wanted, ({ list, row }) => lists[list]?.cells[row] ?? 0),
    positions: Uint32Array.from(wanted, ({ list, row }) => lists[list]?.positions[row] ?? 0),
  }
}
