/** Is a table read back as it was written, and is no cell of it a formula? */
import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { BYTE_ORDER_MARK, formatCsvRow, guardCell } from '../../../src/core/exporting/csvTable.ts'
import { eventCells, eventColumns } from '../../../src/core/exporting/eventTable.ts'
import { statementColumns, statementRows } from '../../../src/core/exporting/statementTable.ts'
import { makeEvent, makeStory } from '../../fixtures/makeStory.ts'
import { readHostileStory, takenFrom } from './takenStory.ts'

const awkward = fc.string({
  unit: fc.constantFrom(
    '=',
    '+',
    '-',
    '@',
    ';',
    ',',
    '"',
    '\t',
    '\r',
    '\n',
    ' ',
    'a',
    'ü',
    '，',
    '＝',
    '\u202e',
  ),
})

/** What a spreadsheet computes, if it is the beginning of a cell. */
const isFormula = (cell: string): boolean => /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(cell)

function read(text: string, delimiter = ','): readonly (readonly string[])[] {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, newline: '\r\n' })
  expect(errors).toEqual([])
  return data
}

describe('a row of a table', () => {
  it('is read by another program as the same cells, each guarded', () => {
    fc.assert(
      fc.property(fc.array(awkward, { minLength: 2, maxLength: 6 }), (cells) => {
        expect(read(formatCsvRow(cells))[0]).toEqual(cells.map(guardCell))
      }),
    )
  })

  it('has no cell that is a formula, nor any part after a semicolon, a tab or a line break', () => {
    fc.assert(
      fc.property(awkward, (cell) => {
        for (const part of guardCell(cell).split(/[;\t\r\n]/)) expect(isFormula(part)).toBe(false)
      }),
    )
  })

  it('changes nothing but by apostrophes, and nothing that is no formula', () => {
    fc.assert(
      fc.property(awkward, (cell) => {
        expect(guardCell(cell).replaceAll("'", '')).toBe(cell)
      }),
    )
    expect(guardCell('2026-04-07')).toBe('2026-04-07')
    expect(guardCell('China’s “request” - refused')).toBe('China’s “request” - refused')
    expect(guardCell('-0043-03-15')).toBe("'-0043-03-15")
    expect(guardCell('=HYPERLINK("https://evil.example")')).toBe('\'=HYPERLINK("https://evil.example")')
    expect(guardCell('a; =1+1')).toBe("a;' =1+1")
  })
})

describe('the table of events', () => {
  it('says what is known of an event, and nothing where nothing is', () => {
    const story = makeStory({
      events: [
        makeEvent(0, {
          date: { edtf: '[..2020-01-12]' },
          reported: { edtf: '2020-01-20', source: 'morning-post' },
        }),
        makeEvent(1, { date: null, relations: [{ is: 'after', to: 'event-0' }], place: 'Lisbon' }),
      ],
    })
    const rows = story.events.map((event, i) =>
      Object.fromEntries(
        eventCells({ event, isPossible: i === 1 }, takenFrom(story)).map((cell, at) => [
          eventColumns[at],
          cell,
        ]),
      ),
    )
    expect(rows[0]).toMatchObject({
      id: 'event-0',
      date_edtf: '[..2020-01-12]',
      date_words: 'Not later than 12 January 2020',
      earliest: '',
      latest: '2020-01-12',
      reported: '2020-01-20',
      actors: 'Harbour Office',
      roots: '1',
      statements: '1',
      match: 'yes',
      sources:
        'Morning Post: Fire at the harbour, https://morning-post.example/fire; Evening Star: Harbour fire: what is known, https://evening-star.example/fire',
      address: 'https://timeline.example/events/event-0/',
    })
    expect(rows[1]).toMatchObject({
      date_edtf: '',
      date_words: 'No date, after “Event 0”',
      earliest: '',
      latest: '',
      reported: '',
      place: 'Lisbon',
      match: 'perhaps',
    })
  })

  it('of a hostile story is read back whole, without a formula', () => {
    const story = readHostileStory()
    const from = takenFrom(story)
    const rows = story.events.map((event) => eventCells({ event, isPossible: false }, from))
    const said = story.events.flatMap((event) => statementRows({ event, isPossible: false }, from))
    for (const [columns, cells] of [
      [eventColumns, rows],
      [statementColumns, said],
    ] as const) {
      const text = BYTE_ORDER_MARK + [columns, ...cells].map(formatCsvRow).join('')
      const back = read(text).filter((row) => row.length > 1)
      expect(back).toHaveLength(cells.length + 1)
      for (const row of back) expect(row).toHaveLength(columns.length)
      expect(back.flat().filter(isFormula)).toEqual([])
      for (const delimiter of [';', '\t'])
        expect(Papa.parse<string[]>(text, { delimiter }).data.flat().filter(isFormula)).toEqual([])
    }
  })
})
