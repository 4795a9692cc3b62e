/**
 * How is a table written so that spreadsheets read it, and nothing in it runs?
 * RFC 4180: commas, quotes where they are needed, CRLF; in UTF-8 with a byte order mark, without which some read it in
 * another encoding.
 */
import { csvFormatRow } from 'd3'

export const BYTE_ORDER_MARK = '\uFEFF'

/** One row with its line break; every cell is guarded. */
export function formatCsvRow(cells: readonly string[]): string {
  return `${csvFormatRow(cells.map(guardCell))}\r\n`
}

/**
 * A cell that a spreadsheet would take for a formula begins with an apostrophe instead: one that starts, after white space
 * or not, with = + - @ (or their full-width forms), or with a tab or a line break. The same holds after a semicolon, a
 * tab or a line break within the cell, at which spreadsheets of other settings split.
 */
export function guardCell(text: string): string {
  const guarded = text.replace(/[;\t\r\n](?=\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/g, "$&'")
  return /^(?:[\t\r\n]|\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/.test(text) ? `'${guarded}` : guarded
}
