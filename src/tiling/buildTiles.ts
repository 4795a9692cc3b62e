/** From a story that is too large to load to a folder of tiles, or to a part of them. */
import { existsSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { Result } from '../core/base/result.ts'
import { fail, succeed } from '../core/base/result.ts'
import type { TileManifest } from '../core/tiles/manifest.ts'
import { MANIFEST_PATH } from '../core/tiles/tilePaths.ts'
import { mergeParts } from './mergeParts.ts'
import { PartBuilder } from './partBuilder.ts'
import { PART_PATH } from './partPaths.ts'
import type { Share } from './share.ts'
import { readStory, type StoryPieces } from './storyReading.ts'

/** In the folder of the story while it is made. */
const WHOLE_PART = '.part'

export interface BuildOptions {
  readonly out: string
  readonly cellBits: number
  /** With the order of reports; default: yes. */
  readonly hasReported?: boolean
}

/** All at once. Or a sentence that says why not. */
export async function buildTiles(
  pieces: StoryPieces,
  { out, cellBits, hasReported = true }: BuildOptions,
): Promise<Result<TileManifest, string>> {
  const refusal = whyNotInto(out)
  if (refusal !== null) return fail(refusal)
  const folder = path.join(out, WHOLE_PART)
  const part = await writePart(pieces, { folder, cellBits, share: { kind: 'all' }, hasReported })
  const merged = part.ok ? mergeParts({ folders: [folder], out, isMove: true }) : part
  rmSync(folder, { recursive: true, force: true })
  return merged
}

/** One share. Or a sentence that says why not. */
export async function buildPart(
  pieces: StoryPieces,
  { out, cellBits, share, hasReported = true }: BuildOptions & { readonly share: Share },
): Promise<Result<null, string>> {
  const refusal = whyNotInto(out)
  return refusal === null ? writePart(pieces, { folder: out, cellBits, share, hasReported }) : fail(refusal)
}

/** Parts, which are kept. Or a sentence that says why not. */
export function mergeTiles(folders: readonly string[], out: string): Result<TileManifest, string> {
  const refusal = whyNotInto(out)
  return refusal === null ? mergeParts({ folders, out, isMove: false }) : fail(refusal)
}

async function writePart(
  pieces: StoryPieces,
  options: ConstructorParameters<typeof PartBuilder>[0],
): Promise<Result<null, string>> {
  const read = await readStory(pieces, (frame) => new PartBuilder(options, frame))
  if (!read.ok) {
    rmSync(options.folder, { recursive: true, force: true })
    return read
  }
  read.value.sink.close(read.value.json)
  return succeed(null)
}

/** What was not made by this program is not overwritten. */
function whyNotInto(out: string): string | null {
  if (!existsSync(out)) return null
  const entries = readdirSync(out)
  const isOurs = [MANIFEST_PATH, PART_PATH, WHOLE_PART].some((entry) => entries.includes(entry))
  return entries.length === 0 || isOurs ? null : `${out} is not empty, and holds no tiles`
}
