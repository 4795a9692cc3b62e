/**
 * Where does an event of the story stand in the order of reports, and where does one of that order stand in the story?
 *
 *   order of the story     cell −1 │ 0 1 2 │   cell 0 │ 0 1 │      reported/places/<cell>/<b>.bin: an address for each
 *   order of reports       cell  7 │ 0 1 │     undated │ 0 1 2 │   its own address stands in each brief
 */
import type { WrittenBrief } from '../indexing/briefColumn.ts'
import type { ByteWriter } from './byteWriter.ts'
import { cellName, INDEX_EVENTS, type Address } from './cell.ts'

/** The order of reports lies in a folder of its own, in the same layout as the story. */
export const REPORTED_FOLDER = 'reported/'

/** Every address has so many, so that one is a range of its file. */
export const ADDRESS_BYTES = 8
/** Makes cells positive, so that their bytes sort. */
const CELLS = 2 ** 31

/** Where the address in the order of reports stands of an event of the story. */
export function reportPlace({ cell, position }: Address): { readonly path: string; readonly at: number } {
  return {
    path: placesPath(cell, Math.floor(position / INDEX_EVENTS)),
    at: (position % INDEX_EVENTS) * ADDRESS_BYTES,
  }
}

/** Addresses of INDEX_EVENTS events of a cell of the story. @param block from 0 */
export function placesPath(cell: number, block: number): string {
  return `${REPORTED_FOLDER}places/${cellName(cell)}/${block}.bin`
}

/** Highest bytes first: they sort as addresses do. */
export function writeAddress({ cell, position }: Address, writer: ByteWriter): void {
  for (const value of [cell + CELLS, position])
    for (let shift = 24; shift >= 0; shift -= 8) writer.byte((value >>> shift) & 0xff)
}

/** @throws RangeError where the bytes end too soon */
export function readAddress(bytes: Uint8Array, at: number): Address {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return { cell: view.getUint32(at) - CELLS, position: view.getUint32(at + 4) }
}

/** A brief of the order of reports: that of the story, and where the event stands there. */
export type ReportedBrief = readonly [brief: WrittenBrief, cell: number, position: number]

/** @param brief JSON of the one of the story, UTF-8 */
export function writeReportedBrief(brief: Uint8Array, { cell, position }: Address, writer: ByteWriter): void {
  writer.byte(0x5b)
  writer.bytes(brief)
  for (const value of [cell, position]) {
    writer.byte(0x2c)
    for (const digit of String(value)) writer.byte(digit.charCodeAt(0))
  }
  writer.byte(0x5d)
}
