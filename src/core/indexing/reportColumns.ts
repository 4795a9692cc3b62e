/** From the dates of reports, event after event, to the columns that put a story into their order. */
import { GrowingColumn } from '../base/growingColumn.ts'
import type { FuzzyDate } from '../time/fuzzyDate.ts'
import { readingPeriod } from '../time/readingPeriod.ts'
import type { DateOrderColumns } from './closeIndex.ts'
import { dateNumbers, type DateColumns } from './dateNumbers.ts'

/** Reports of fifty years, to the day. */
const KEPT_DATES = 1 << 14

/** What is worked out once for a date that stands on many events. */
interface DateNumbers extends DateColumns {
  readonly periodStartMs: number
  readonly periodEndMs: number
}

/** Gathers the date of each event's report, in the order of rows. */
export class ReportColumns {
  readonly #columns: Omit<DateOrderColumns, 'partStartMs' | 'partEndMs'>
  readonly #partStartMs = new GrowingColumn((length) => new Float64Array(length))
  readonly #partEndMs = new GrowingColumn((length) => new Float64Array(length))
  readonly #numbers = new Map<string, DateNumbers>()
  #length = 0

  /** @param rowCount so many will be added */
  constructor(rowCount: number) {
    this.#columns = {
      startMs: new Float64Array(rowCount),
      endMs: new Float64Array(rowCount),
      lane: new Uint8Array(rowCount),
      dateKind: new Uint8Array(rowCount),
      partCounts: new Uint32Array(rowCount),
      periodStartMs: new Float64Array(rowCount),
      periodEndMs: new Float64Array(rowCount),
    }
  }

  /** @param date of the next row's report; null: it has none */
  add(date: FuzzyDate | null): void {
    const row = this.#length++
    const columns = this.#columns
    const { parts, ...numbers } = this.#numbersOf(date)
    columns.startMs[row] = numbers.startMs
    columns.endMs[row] = numbers.endMs
    columns.lane[row] = numbers.lane
    columns.dateKind[row] = numbers.dateKind
    columns.periodStartMs[row] = numbers.periodStartMs
    columns.periodEndMs[row] = numbers.periodEndMs
    columns.partCounts[row] = parts.length
    for (const part of parts) {
      this.#partStartMs.push(part.startMs)
      this.#partEndMs.push(part.endMs)
    }
  }

  /** The columns, once every row has been added. */
  take(): DateOrderColumns {
    return { ...this.#columns, partStartMs: this.#partStartMs.take(), partEndMs: this.#partEndMs.take() }
  }

  #numbersOf(date: FuzzyDate | null): DateNumbers {
    const text = date === null ? '' : date.edtf
    const known = this.#numbers.get(text)
    if (known !== undefined) return known
    const period = date === null ? null : readingPeriod(date)
    const columns = dateNumbers(date)
    const numbers = {
      ...columns,
      periodStartMs: date === null ? NaN : (period?.startMs ?? Infinity),
      periodEndMs: period?.endMs ?? columns.endMs,
    }
    if (this.#numbers.size >= KEPT_DATES) this.#numbers.clear()
    this.#numbers.set(text, numbers)
    return numbers
  }
}
