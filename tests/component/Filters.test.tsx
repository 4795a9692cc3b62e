/** Does narrowing the story down do what a reader means? */
import { fireEvent, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState, type ReactElement } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { facetKinds, noneChosen, type FacetKind } from '../../src/core/story/facetKinds.ts'
import type { FacetOption } from '../../src/ui/filters/FacetFilter.tsx'
import { Filters, type FiltersProps } from '../../src/ui/filters/Filters.tsx'

const names = ['Harbour Office', 'Ana Silva', 'Port', 'Police', 'Crew', 'Mayor', 'Owner']
const actors: readonly FacetOption[] = names.map((name, i) => ({
  value: name.toLowerCase().replace(' ', '-'),
  name,
  note: name === 'Crew' ? 'not named' : '',
  count: 9 - i,
  total: 10 - i,
}))

const standings: readonly FacetOption[] = [
  { value: 'reported', name: 'Reported', note: '', count: 12, total: 18 },
  { value: 'denied', name: 'Denied', note: '', count: 3, total: 3 },
]

/** A facet's values: of actors those given. */
const listing =
  (options: readonly FacetOption[]) =>
  (facet: FacetKind): readonly FacetOption[] =>
    facet === 'actor' ? options : facet === 'standing' ? standings : []

function show(changes: Partial<FiltersProps> = {}) {
  const told = { onToggle: vi.fn(), onWords: vi.fn(), onDates: vi.fn(), onClear: vi.fn() }
  const given: FiltersProps = {
    facets: facetKinds,
    clock: 'both',
    optionsOf: listing(actors),
    chosen: noneChosen,
    words: '',
    from: null,
    to: null,
    isFiltered: false,
    matchWords: 'All 21 events',
    ...told,
    ...changes,
  }
  const view = render(<Filters {...given} />)
  return { ...told, again: (more: Partial<FiltersProps>) => view.rerender(<Filters {...given} {...more} />) }
}

const chip = (name: RegExp): HTMLElement => screen.getByRole('button', { name })

describe('actors', () => {
  it('are chips, the first five, pressed when chosen', async () => {
    const { onToggle } = show({ chosen: { ...noneChosen, actor: ['ana-silva'] } })
    expect(chip(/^Ana Silva/)).toHaveAttribute('aria-pressed', 'true')
    expect(chip(/^Harbour Office/)).toHaveAttribute('aria-pressed', 'false')
    expect(screen.queryByRole('button', { name: /^Mayor/ })).toBeNull()
    await userEvent.click(chip(/^Harbour Office/))
    expect(onToggle).toHaveBeenCalledExactlyOnceWith('actor', 'harbour-office')
  })

  it('say how many events they would bring, and whether they are not named', () => {
    show()
    expect(chip(/^Harbour Office/)).toHaveTextContent('9')
    expect(chip(/^Crew/)).toHaveTextContent('not named')
  })

  it('that are chosen from the list are chips too', () => {
    show({ chosen: { ...noneChosen, actor: ['owner'] } })
    expect(chip(/^Owner/)).toHaveAttribute('aria-pressed', 'true')
  })

  it('unfold into a list of all, to be ticked, which Escape puts away with the focus back', async () => {
    const { onToggle } = show()
    const toggle = screen.getByRole('button', { name: 'All 7' })
    expect(toggle).toHaveAttribute('aria-expanded', 'false')
    await userEvent.click(toggle)
    const list = await screen.findByRole('list')
    expect(toggle).toHaveAttribute('aria-expanded', 'true')
    expect(within(list).getAllByRole('checkbox')).toHaveLength(7)
    await userEvent.click(within(list).getByRole('checkbox', { name: /Owner/ }))
    expect(onToggle).toHaveBeenCalledExactlyOnceWith('actor', 'owner')
    await userEvent.keyboard('{Escape}')
    expect(screen.queryByRole('list')).toBeNull()
    expect(toggle).toHaveFocus()
  })

  it('of a long list can be searched, whatever the accents, and none says so', async () => {
    const many = Array.from({ length: 13 }, (_, i) => ({ ...actors[0], value: `a${i}`, name: `Actor ${i}` }))
    const list = [...many.slice(1), { ...actors[0], value: 'sao', name: 'São Paulo' }] as FacetOption[]
    show({ optionsOf: listing(list) })
    await userEvent.click(screen.getByRole('button', { name: 'All 13' }))
    const field = await screen.findByRole('searchbox', { name: 'Find an actor' })
    await userEvent.type(field, 'sao')
    expect(screen.getAllByRole('checkbox')).toHaveLength(1)
    await userEvent.type(field, 'x')
    expect(screen.getByText('No actor of that name.')).toBeVisible()
  })
})

describe('a list of very many actors', () => {
  const many = Array.from({ length: 1250 }, (_, i): FacetOption => ({
    value: `a${i}`,
    name: i === 1249 ? 'Zoë Last' : `Actor ${i}`,
    note: '',
    count: 1,
    total: 1,
  }))
  const open = async () => {
    const told = show({ optionsOf: listing(many) })
    await userEvent.click(screen.getByRole('button', { name: 'All 1,250' }))
    await screen.findByRole('searchbox', { name: 'Find an actor' })
    return told
  }

  it('shows a hundred of them, and says how many more there are', async () => {
    await open()
    expect(screen.getAllByRole('checkbox')).toHaveLength(100)
    expect(screen.getByText('and 1,150 more, found by name')).toBeVisible()
  })

  it('comes to any of them by its name', async () => {
    const { onToggle } = await open()
    await userEvent.type(screen.getByRole('searchbox', { name: 'Find an actor' }), 'zoe')
    expect(screen.queryByText(/more, found by name/)).toBeNull()
    await userEvent.click(screen.getByRole('checkbox', { name: /Zoë Last/ }))
    expect(onToggle).toHaveBeenCalledExactlyOnceWith('actor', 'a1249')
  })
})

describe('the other facets', () => {
  it('unfold into their values with counts, counted only then', async () => {
    const optionsOf = vi.fn(listing(actors))
    const { onToggle } = show({ optionsOf })
    expect(optionsOf).not.toHaveBeenCalledWith('standing')
    const toggle = screen.getByRole('button', { name: 'Standing' })
    await userEvent.click(toggle)
    const list = await screen.findByRole('list')
    const denied = within(list).getByRole('checkbox', { name: /^Denied/ })
    await userEvent.click(denied)
    expect(onToggle).toHaveBeenCalledExactlyOnceWith('standing', 'denied')
    await userEvent.keyboard('{Escape}')
    expect(toggle).toHaveFocus()
  })

  it('show what is chosen as a chip, which takes it away', async () => {
    const { onToggle } = show({ chosen: { ...noneChosen, standing: ['denied'] } })
    const group = screen.getByRole('group', { name: 'Standing' })
    expect(within(group).queryByRole('button', { name: /Reported/ })).toBeNull()
    await userEvent.click(within(group).getByRole('button', { name: /Denied/, pressed: true }))
    expect(onToggle).toHaveBeenCalledExactlyOnceWith('standing', 'denied')
  })

  it('that a story cannot be filtered by are not there', () => {
    show({ facets: ['actor'] })
    expect(screen.queryByRole('button', { name: 'Standing' })).toBeNull()
  })
})

describe('words', () => {
  const field = (): HTMLElement => screen.getByRole('searchbox', { name: 'Search words' })

  it('are told a moment after the last letter, once', () => {
    vi.useFakeTimers()
    const { onWords } = show()
    for (const value of ['s', 'sm', 'smoke']) {
      fireEvent.change(field(), { target: { value } })
      vi.advanceTimersByTime(60)
    }
    expect(onWords).not.toHaveBeenCalled()
    vi.advanceTimersByTime(200)
    expect(onWords).toHaveBeenCalledExactlyOnceWith('smoke')
  })

  it('in the field stay as typed when the story follows with them trimmed', () => {
    vi.useFakeTimers()
    const { again } = show()
    fireEvent.change(field(), { target: { value: 'smoke ' } })
    vi.advanceTimersByTime(200)
    again({ words: 'smoke' })
    expect(field()).toHaveValue('smoke ')
  })

  it('follow Back, Forward and Clear', () => {
    const { again } = show({ words: 'smoke' })
    expect(field()).toHaveValue('smoke')
    again({ words: '' })
    expect(field()).toHaveValue('')
  })
})

describe('a date', () => {
  const from = (): HTMLElement => screen.getByRole('textbox', { name: 'From' })

  it('is read as a reader writes it, when they leave the field or press Enter', async () => {
    const { onDates } = show({ to: '2021' })
    await userEvent.type(from(), '7 April 2020{Enter}')
    expect(onDates).toHaveBeenLastCalledWith('2020-04-07', '2021')
  })

  it('that is none stays in the field with a sentence that says why', async () => {
    const { onDates } = show()
    await userEvent.type(from(), '31 February 2020')
    await userEvent.tab()
    expect(onDates).not.toHaveBeenCalled()
    expect(from()).toHaveValue('31 February 2020')
    expect(from()).toBeInvalid()
    expect(from()).toHaveAccessibleDescription(/February 2020 has 29 days/)
    expect(screen.getByRole('alert')).toHaveTextContent('Write a year, a month or a day')
  })

  it('that is mended loses the sentence', async () => {
    show()
    await userEvent.type(from(), 'soon{Enter}')
    expect(screen.getByRole('alert')).toBeVisible()
    await userEvent.clear(from())
    await userEvent.type(from(), '2020{Enter}')
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('that is taken out of the field sets no limit any more', async () => {
    const { onDates } = show({ from: '2020' })
    await userEvent.clear(from())
    await userEvent.tab()
    expect(onDates).toHaveBeenLastCalledWith(null, null)
  })

  it('From that lies after To is not applied but told, until either is mended', async () => {
    const { onDates } = show({ to: '2020' })
    await userEvent.type(from(), '2021{Enter}')
    expect(onDates).not.toHaveBeenCalled()
    expect(from()).toHaveValue('2021')
    expect(from()).toHaveAccessibleDescription('From lies after To.')
    const to = screen.getByRole('textbox', { name: 'To' })
    expect(to).toBeValid()
    await userEvent.clear(to)
    await userEvent.type(to, '2022{Enter}')
    expect(onDates).toHaveBeenLastCalledWith('2021', '2022')
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('that is none goes with Clear, though no date was applied', async () => {
    show()
    await userEvent.type(from(), 'soon{Enter}')
    const [first] = screen.getAllByRole('button', { name: 'Clear' })
    if (first !== undefined) await userEvent.click(first)
    expect(from()).toHaveValue('')
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('follows Back, Forward and Clear', () => {
    const { again } = show({ from: '2020' })
    again({ from: null })
    expect(from()).toHaveValue('')
  })
})

describe('what is left', () => {
  it('is said, and one button clears, which is off when there is nothing to clear', async () => {
    const { onClear, again } = show()
    expect(screen.getByRole('search', { name: 'Filter events' })).toHaveTextContent('All 21 events')
    const off = screen.getByRole('button', { name: 'Clear' })
    expect(off).toHaveAttribute('aria-disabled', 'true')
    await userEvent.click(off)
    expect(onClear).not.toHaveBeenCalled()
    again({ isFiltered: true, matchWords: '9 of 21 events' })
    const [first] = screen.getAllByRole('button', { name: 'Clear' })
    if (first !== undefined) await userEvent.click(first)
    expect(onClear).toHaveBeenCalledOnce()
  })
})

it('a reader who chooses, searches and clears sees each at once', async () => {
  function Page(): ReactElement {
    const [actor, setActor] = useState<readonly string[]>([])
    const toggle = (_: FacetKind, value: string): void =>
      setActor(actor.includes(value) ? actor.filter((other) => other !== value) : [...actor, value])
    const props = {
      facets: facetKinds,
      clock: 'both' as const,
      optionsOf: listing(actors),
      chosen: { ...noneChosen, actor },
      words: '',
      from: null,
      to: null,
      isFiltered: actor.length > 0,
      matchWords: '',
    }
    const rest = { onWords: () => undefined, onDates: () => undefined, onClear: () => setActor([]) }
    return <Filters {...props} {...rest} onToggle={toggle} />
  }
  render(<Page />)
  await userEvent.click(chip(/^Port/))
  expect(chip(/^Port/)).toHaveAttribute('aria-pressed', 'true')
  await userEvent.click(chip(/^Port/))
  expect(chip(/^Port/)).toHaveAttribute('aria-pressed', 'false')
})
