/** Which nodes has the pyramid? One small file, so that no request asks for what is not there. */
import { ByteReader } from './byteReader.ts'
import { ByteWriter } from './byteWriter.ts'
import { nodeKinds, type NodeKind } from './pyramid.ts'

export interface NodeEntry {
  readonly level: number
  readonly node: number
  /** Events anchored in it. */
  readonly begun: number
  readonly kind: NodeKind
}

/** @param entries from the top level down, ascending by node within a level */
export function writePyramidDirectory(entries: readonly NodeEntry[]): Uint8Array {
  const writer = new ByteWriter()
  writer.varint(entries.length)
  let level = 0
  let before = 0
  for (const entry of entries) {
    if (entry.level !== level) before = 0
    level = entry.level
    writer.byte(level)
    writer.signedVarint(entry.node - before)
    before = entry.node
    writer.varint(entry.begun)
    writer.byte(nodeKinds.indexOf(entry.kind))
  }
  return writer.close()
}

/** @throws RangeError where the bytes end too soon */
export function readPyramidDirectory(bytes: Uint8Array): readonly NodeEntry[] {
  const reader = new ByteReader(bytes)
  const count = reader.varint()
  const entries: NodeEntry[] = []
  let level = 0
  let node = 0
  for (let i = 0; i < count; i++) {
    const entryLevel = reader.byte()
    if (entryLevel !== level) node = 0
    level = entryLevel
    node += reader.signedVarint()
    const begun = reader.varint()
    const kind = nodeKinds[reader.byte()]
    if (kind === undefined) throw new RangeError('a node of the pyramid is of no known kind')
    entries.push({ level, node, begun, kind })
  }
  return entries
}
