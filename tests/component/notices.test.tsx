/** What does a reader see when something is not as it should be, or is not there yet? */
import { act, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState, type ReactElement } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { describeFault } from '../../src/app/faultWords.ts'
import { KeyView } from '../../src/app/KeyView.tsx'
import { PartBoundary } from '../../src/app/PartBoundary.tsx'
import { gatherFacts } from '../../src/core/marks/storyFacts.ts'
import { LoadError, type LoadFault } from '../../src/loading/loadError.ts'
import { FaultScreen } from '../../src/ui/notices/FaultScreen.tsx'
import { LoadScreen } from '../../src/ui/notices/LoadScreen.tsx'
import { Notice } from '../../src/ui/notices/Notice.tsx'
import { CopyNote } from '../../src/ui/share/CopyNote.tsx'
import { makeEvent, makeStory } from '../fixtures/makeStory.ts'

describe('a notice', () => {
  const sentences = ['One.', 'Two.', 'Three.', 'Four.', 'Five.']

  it('says three things at once and unfolds the rest, and can be sent away', async () => {
    const onDismiss = vi.fn()
    render(
      <Notice lead="This link could not be followed in full." sentences={sentences} onDismiss={onDismiss} />,
    )
    const notice = screen.getByRole('status')
    expect(within(notice).getByText('Three.')).toBeVisible()
    expect(within(notice).getByText('Four.')).not.toBeVisible()
    await userEvent.click(within(notice).getByText('2 more'))
    expect(within(notice).getByText('Five.')).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: 'Dismiss this notice' }))
    expect(onDismiss).toHaveBeenCalledOnce()
  })

  it('of three things has nothing to unfold', () => {
    render(<Notice lead="Lead." sentences={sentences.slice(0, 3)} onDismiss={() => undefined} />)
    expect(screen.queryByText(/more$/)).toBeNull()
  })
})

describe('while the story loads', () => {
  it('nothing is said at first, and progress when it lasts', () => {
    vi.useFakeTimers()
    render(<LoadScreen progressWords="Loading the story: 66 kB of 2.1 MB" urgentWords={null} onStop={null} />)
    expect(screen.getByRole('status')).toBeEmptyDOMElement()
    act(() => void vi.advanceTimersByTime(2000))
    expect(screen.getByRole('status')).toHaveTextContent('Loading the story: 66 kB of 2.1 MB')
  })

  it('what is urgent is said at once', () => {
    render(<LoadScreen progressWords={null} urgentWords="You are offline." onStop={null} />)
    expect(screen.getByRole('status')).toHaveTextContent('You are offline.')
  })
})

describe('a reader who would not wait', () => {
  const stop = (): HTMLElement | null => screen.queryByRole('button', { name: 'Stop loading' })

  it('can stop the loading once it lasts, and not before', () => {
    vi.useFakeTimers()
    const onStop = vi.fn()
    render(<LoadScreen progressWords="Loading the story: 66 kB" urgentWords={null} onStop={onStop} />)
    expect(stop()).toBeNull()
    act(() => void vi.advanceTimersByTime(2000))
    stop()?.click()
    expect(onStop).toHaveBeenCalledOnce()
  })

  it('is offered nothing to stop where nothing is loading any more', () => {
    vi.useFakeTimers()
    render(<LoadScreen progressWords={null} urgentWords="The story could not be loaded." onStop={null} />)
    act(() => void vi.advanceTimersByTime(2000))
    expect(stop()).toBeNull()
  })
})

describe('a story that did not come', () => {
  it.each<[LoadFault, string, RegExp]>([
    [{ kind: 'status', status: 404 }, 'The story file is not there', /404/],
    [{ kind: 'status', status: 503 }, 'The server did not give the story', /503.*Try again/],
    [{ kind: 'html' }, 'A web page came instead of the story', /HTML page/],
    [
      { kind: 'json', isCut: true, sentence: 'Unexpected end' },
      'The story file ends in the middle',
      /Only a part/,
    ],
    [
      { kind: 'json', isCut: false, sentence: 'Unexpected token' },
      'The story file cannot be read',
      /not valid JSON/,
    ],
    [{ kind: 'network' }, 'The story could not be reached', /Check the network/],
    [
      { kind: 'stalled', seconds: 20, receivedBytes: 66_000 },
      'The story stopped coming',
      /20 seconds, after 66 kB/,
    ],
    [{ kind: 'too-large', bytes: 3e8, limitBytes: 2e8 }, 'The story file is too large', /200\.0 MB/],
    [{ kind: 'worker' }, 'The story could not be read here', /want of memory/],
    [{ kind: 'story', problems: [] }, 'The story file cannot be shown', /came whole/],
  ])('%j: what failed, where, and what to do', async (fault, title, sentence) => {
    const onRetry = vi.fn()
    render(<FaultScreen {...describeFault(new LoadError(fault, '/data/story.json'))} onRetry={onRetry} />)
    expect(screen.getByRole('heading', { level: 1, name: title })).toBeVisible()
    expect(screen.getByRole('main')).toHaveTextContent(sentence)
    expect(screen.getByText('Asked for: /data/story.json')).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: 'Retry' }))
    expect(onRetry).toHaveBeenCalledOnce()
  })

  it('names twenty of its problems and counts the rest', () => {
    const problems = Array.from({ length: 1025 }, (_, i) => ({ path: `events[${i}]`, sentence: 'is none' }))
    const fault = { kind: 'story', problems } as unknown as LoadFault
    const { details } = describeFault(new LoadError(fault, '/a'))
    expect([details.length, details[0], details[20]]).toEqual([21, 'events[0]: is none', '… and 1,005 more'])
  })

  it('for a reason of our own says what it was', () => {
    expect(describeFault(new Error('missing: lane')).sentences).toEqual(['Error: missing: lane'])
  })
})

describe('a part that falls', () => {
  function Fragile({ isBroken }: { readonly isBroken: boolean }): ReactElement {
    if (isBroken) throw new Error('missing: lane')
    return <p>The lanes.</p>
  }

  function Page(): ReactElement {
    const [isBroken, setIsBroken] = useState(true)
    const [event, setEvent] = useState('a')
    return (
      <>
        <p>The rest.</p>
        <button type="button" onClick={() => setIsBroken(false)}>
          Mend
        </button>
        <button type="button" onClick={() => setEvent('b')}>
          Next event
        </button>
        <PartBoundary part="The timeline" resetKey={event}>
          <Fragile isBroken={isBroken} />
        </PartBoundary>
      </>
    )
  }
  /** React would log what is caught: it is expected here. */
  const show = () => render(<Page />, { onCaughtError: () => undefined })

  it('says so, with the reason, and the rest works', () => {
    show()
    const alert = screen.getByRole('alert')
    expect(alert).toHaveTextContent('The timeline could not be shown. The rest of the page still works')
    expect(alert).toHaveTextContent('missing: lane')
    expect(screen.getByText('The rest.')).toBeVisible()
  })

  it('is tried again when the reader asks', async () => {
    show()
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(screen.getByRole('alert')).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: 'Mend' }))
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(screen.queryByRole('alert')).toBeNull()
    expect(screen.getByText('The lanes.')).toBeVisible()
  })

  it('is tried again when it is to show something else', async () => {
    show()
    await userEvent.click(screen.getByRole('button', { name: 'Mend' }))
    expect(screen.getByRole('alert')).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: 'Next event' }))
    expect(screen.getByText('The lanes.')).toBeVisible()
  })
})

describe('the key', () => {
  it('names the signs and standings that the story uses, and no other, and the keys', async () => {
    const story = makeStory({
      events: [
        makeEvent(0),
        makeEvent(1, { date: { edtf: '2020-01' }, standing: { is: 'denied' } }),
        makeEvent(2, { date: null }),
      ],
    })
    render(<KeyView facts={gatherFacts(story.events, story.published)} />)
    const key = screen.getByRole('region', { name: 'Key to the signs' })
    for (const words of [
      'on a day',
      'one day between stated limits',
      'no date, in order',
      'reported',
      'denied',
    ])
      expect(within(key).getByText(words)).toBeVisible()
    for (const words of ['lasted', 'about', 'disputed']) expect(within(key).queryByText(words)).toBeNull()
    await userEvent.click(within(key).getByText('Keys for the timeline'))
    expect(within(key).getByText('next, previous event in time')).toBeVisible()
  })
})

describe('a copied link', () => {
  const address = 'https://dateline.example/events/a/'

  it('is said to be copied, for long enough to be read', () => {
    vi.useFakeTimers()
    const onDismiss = vi.fn()
    render(<CopyNote result={{ text: address, opens: 'this event', isCopied: true }} onDismiss={onDismiss} />)
    expect(screen.getByText('Link copied. It opens this event.')).toBeVisible()
    vi.advanceTimersByTime(4000)
    expect(onDismiss).not.toHaveBeenCalled()
    vi.advanceTimersByTime(2000)
    expect(onDismiss).toHaveBeenCalledOnce()
  })

  it('where the browser refuses stands there to be copied by hand', () => {
    render(
      <CopyNote
        result={{ text: address, opens: 'this event', isCopied: false }}
        onDismiss={() => undefined}
      />,
    )
    const field = screen.getByRole('textbox', { name: /The link to this event/ })
    expect(field).toHaveValue(address)
    expect((field as HTMLInputElement).selectionEnd).toBe(address.length)
  })
})
