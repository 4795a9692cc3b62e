/** Does the section say what each file holds, what it is doing, and why something cannot be had? */
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { describeTooMany } from '../../src/core/wording/takingWords.ts'
import { SaveSection } from '../../src/ui/share/SaveSection.tsx'

afterEach(cleanup)

function show(changes: Partial<Parameters<typeof SaveSection>[0]> = {}) {
  const acts = {
    onSave: vi.fn<(format: string) => void>(),
    onPrint: vi.fn<() => void>(),
    onStop: vi.fn<() => void>(),
  }
  render(
    <SaveSection
      countWords="9 of 21 events."
      calendarWords="6 events have a place in a calendar."
      refusal={null}
      isEmpty={false}
      saving={{ kind: 'idle' }}
      {...acts}
      {...changes}
    />,
  )
  return acts
}

const button = (name: string): HTMLElement => screen.getByRole('button', { name })

describe('the section of files', () => {
  it('has a button for each, described by what it holds', async () => {
    const { onSave, onPrint } = show()
    expect(button('Events, CSV')).toHaveAccessibleDescription(/^A row for each event/)
    expect(button('Calendar, iCalendar')).toHaveAccessibleDescription(
      /6 events have a place in a calendar\.$/,
    )
    await userEvent.click(button('Picture, SVG'))
    expect(onSave).toHaveBeenCalledExactlyOnceWith('svg')
    await userEvent.click(button('Print'))
    expect(onPrint).toHaveBeenCalledOnce()
  })

  it('makes one file at a time, says how far it is, and can be stopped', async () => {
    const { onSave, onStop } = show({ saving: { kind: 'making', words: '64 of 9,000 events…' } })
    expect(screen.getByRole('status')).toHaveTextContent('64 of 9,000 events…')
    await userEvent.click(button('Story file, JSON'))
    expect(onSave).not.toHaveBeenCalled()
    await userEvent.click(button('Stop'))
    expect(onStop).toHaveBeenCalledOnce()
  })

  it('of too many events has pictures and paper, and says why no more', async () => {
    const { onSave } = show({ refusal: describeTooMany(1_000_000, 100_000) })
    expect(
      screen.getByText(/^1,000,000 events are more than one file takes\. Filter to 100,000 or fewer/),
    ).toBeVisible()
    await userEvent.click(button('Events, CSV'))
    expect(onSave).not.toHaveBeenCalled()
    await userEvent.click(button('Picture, PNG'))
    expect(onSave).toHaveBeenCalledExactlyOnceWith('png')
  })
})
