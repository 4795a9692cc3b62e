/** How does a column of numbers grow whose length nobody knows beforehand? By doubling; cut to size at the end. */

type Numbers = Uint8Array | Uint16Array | Uint32Array | Float64Array

/** A column to which values are added, wherever it is kept. */
export interface NumberColumn<Column extends Numbers> {
  readonly length: number
  readonly push: (value: number) => void
  readonly pushAll: (values: ArrayLike<number>) => void
  /** The value at i; undefined beyond the length. */
  readonly at: (i: number) => number | undefined
  /** All values, in a buffer of their own length; the column begins anew. */
  readonly take: () => Column
}

export class GrowingColumn<Column extends Numbers> implements NumberColumn<Column> {
  #values: Column
  #length = 0
  readonly #make: (length: number) => Column

  /** @param make an empty column of a length, such as `(n) => new Float64Array(n)` */
  constructor(make: (length: number) => Column) {
    this.#make = make
    this.#values = make(1024)
  }

  get length(): number {
    return this.#length
  }

  /** The values, and after them room for more. Valid until there is another; for loops that read many. */
  get values(): Column {
    return this.#values
  }

  push(value: number): void {
    if (this.#length === this.#values.length) this.#reserve(1)
    this.#values[this.#length++] = value
  }

  pushAll(values: ArrayLike<number>): void {
    this.#reserve(values.length)
    this.#values.set(values, this.#length)
    this.#length += values.length
  }

  /** The value at i; undefined beyond the length. */
  at(i: number): number | undefined {
    return i < this.#length ? this.#values[i] : undefined
  }

  /** Forgets all values from this one on. @param length at most as many as there are */
  cutTo(length: number): void {
    this.#length = length
  }

  /** All values, in a buffer of their own length. */
  close(): Column {
    return this.#values.slice(0, this.#length) as Column
  }

  /** The same; the column begins anew, in the memory that it has. */
  take(): Column {
    const taken = this.close()
    this.clear()
    return taken
  }

  /** Forgets all values, and keeps their memory. */
  clear(): void {
    this.cutTo(0)
  }

  #reserve(count: number): void {
    const needed = this.#length + count
    if (needed <= this.#values.length) return
    const larger = this.#make(Math.max(needed, Math.ceil(this.#values.length * 1.6)))
    larger.set(this.#values)
    this.#values = larger
  }
}
