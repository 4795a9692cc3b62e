/**
 * In which shape are a million texts searched by words? Folded, and joined into few long strings:
 *
 *   block.text   first text ␤ second text ␤ third text        starts  0, 11, 23, 34
 *
 * so that one indexOf of the engine, which looks at many letters at once, runs over thousands of rows. Texts that
 * fit in one byte a letter stand apart from those that do not, which would make a whole string twice as large.
 */
import { GrowingColumn } from '../base/growingColumn.ts'
import type { EventRow } from './eventIndex.ts'
import { foldQuickly } from './foldQuickly.ts'

export interface WordIndex {
  readonly rowCount: number
  readonly blocks: readonly WordBlock[]
}

/** Texts of some rows, in the order in which they were added. */
export interface WordBlock {
  /** Folded texts with a SEPARATOR between them. */
  readonly text: string
  /** [n + 1] where each row's text starts; last, where one more would. A text ends one before the next start. */
  readonly starts: Uint32Array
  /** [n] the row of each text. */
  readonly rows: Uint32Array
}

export interface WordIndexBuilder {
  /** The next text, as written; it is folded here. */
  add(text: string): void
  /**
   * The index; the builder is used up.
   * @param rowOrder [n] the row of each text in the order of adding, each once; left out: that order itself
   */
  close(rowOrder?: Uint32Array): WordIndex
}

/** Stands in no folded text, since folding makes every run of white space one space. */
const SEPARATOR = '\n'
/** UTF-16 units from which a block is closed: some milliseconds of a search, see searchWordIndex.ts. */
const BLOCK_UNITS = 1 << 21
const WIDE_LETTER = /[\u0100-\uffff]/

/** Memory: the folded texts, 8 bytes for each, and while it is open one block more. */
export function openWordIndex(): WordIndexBuilder {
  const blocks: WordBlock[] = []
  const narrow = new OpenBlock(blocks, makeNarrow)
  const wide = new OpenBlock(blocks, (text) => text)
  let rowCount = 0
  return {
    add(text) {
      const folded = foldQuickly(text)
      const block = WIDE_LETTER.test(folded) ? wide : narrow
      block.add(folded, rowCount++)
    },
    close(rowOrder) {
      narrow.close()
      wide.close()
      if (rowOrder !== undefined)
        for (const { rows } of blocks)
          for (let i = 0; i < rows.length; i++) rows[i] = rowOrder[rows[i] ?? 0] ?? 0
      return { rowCount, blocks }
    },
  }
}

/** Texts that are not joined yet. */
class OpenBlock {
  readonly #closed: WordBlock[]
  readonly #store: (text: string) => string
  #texts: string[] = []
  #starts = newColumn()
  #rows = newColumn()
  #length = 0

  /** @param store the same text as it is to be kept in memory */
  constructor(closed: WordBlock[], store: (text: string) => string) {
    this.#closed = closed
    this.#store = store
  }

  add(folded: string, row: EventRow): void {
    this.#texts.push(folded)
    this.#starts.push(this.#length)
    this.#rows.push(row)
    this.#length += folded.length + SEPARATOR.length
    if (this.#length >= BLOCK_UNITS) this.close()
  }

  close(): void {
    if (this.#texts.length === 0) return
    this.#starts.push(this.#length)
    // One join makes one flat string; added up piece by piece it would be a tree of them.
    const text = this.#store(this.#texts.join(SEPARATOR))
    this.#closed.push({ text, starts: this.#starts.close(), rows: this.#rows.close() })
    this.#texts = []
    this.#starts = newColumn()
    this.#rows = newColumn()
    this.#length = 0
  }
}

/**
 * The same text in one byte a letter, if none needs two. V8 leaves a text two bytes wide that lost its wide letters
 * by folding (“a” is "a" then), and one such row makes a whole block wide; JSON.parse measures what it reads.
 */
function makeNarrow(text: string): string {
  return JSON.parse(JSON.stringify(text)) as string
}

function newColumn(): GrowingColumn<Uint32Array> {
  return new GrowingColumn((length) => new Uint32Array(length))
}
