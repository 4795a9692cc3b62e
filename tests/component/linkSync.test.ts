/** Do the address and the view stay the same, and does Back lead back? */
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { loadLinkReader } from '../../src/app/linkReader.ts'
import { startLinkSync } from '../../src/app/linkSync.ts'
import { readLink } from '../../src/app/readLink.ts'
import { createViewStore, type ViewStore } from '../../src/app/viewStore.ts'
import type { EventId } from '../../src/core/base/brand.ts'
import type { Ignored } from '../../src/core/view/viewLink.ts'
import type { ViewAction } from '../../src/core/view/viewAction.ts'
import { initialView } from '../../src/core/view/viewState.ts'
import { openInMemory } from '../../src/loading/openInMemory.ts'
import { january } from '../fixtures/eventsFromText.ts'
import { makeEvent, makeStory } from '../fixtures/makeStory.ts'

const story = makeStory({ events: [makeEvent(0, { aliases: ['old-name'] }), makeEvent(1)] })
const { names } = openInMemory({ story, problems: [] })
const open: ViewAction = { kind: 'eventOpened', event: 'event-0' as EventId, statement: null }
const type = (words: string): ViewAction => ({ kind: 'wordsChanged', words })

let store: ViewStore
let stop: () => void
let ignored: readonly Ignored[]
/** What the history was asked to do: "push /events/event-0/". */
let asked: string[]

/** The address that Back or Forward would bring, and the browser's word that it has. */
function goTo(address: string): void {
  window.history.replaceState(null, '', address)
  asked.pop()
  window.dispatchEvent(new PopStateEvent('popstate'))
}

// As soon as the page stands, the part that reads addresses is fetched.
beforeAll(async () => void (await loadLinkReader()))
beforeEach(() => {
  vi.useFakeTimers()
  window.history.replaceState(null, '', '/')
  asked = []
  for (const mode of ['push', 'replace'] as const) {
    const name = `${mode}State` as const
    const real = window.history[name].bind(window.history)
    vi.spyOn(window.history, name).mockImplementation((data, unused, url) => {
      asked.push(`${mode} ${String(url)}`)
      real(data, unused, url)
    })
  }
  ignored = []
  store = createViewStore(initialView)
  stop = startLinkSync(store, names, (list) => (ignored = list))
})
afterEach(() => stop())

describe('the address', () => {
  it('gets an entry for each act', () => {
    store.dispatch(open)
    store.dispatch({ kind: 'detailsClosed' })
    expect(asked).toEqual(['push /events/event-0/', 'push /'])
  })

  it('gets none for an act that changes nothing', () => {
    store.dispatch({ kind: 'detailsClosed' })
    expect(asked).toEqual([])
  })

  it('follows typing a moment later, in the same entry', () => {
    store.dispatch(type('s'))
    store.dispatch(type('smoke'))
    expect(asked).toEqual([])
    vi.advanceTimersByTime(300)
    expect(asked).toEqual(['replace /?q=smoke'])
  })

  it('follows the window when it has come to rest', () => {
    for (const day of [2, 3, 4])
      store.dispatch({ kind: 'windowChanged', window: { startMs: january(day), endMs: january(day + 20) } })
    vi.advanceTimersByTime(300)
    expect(asked).toEqual(['replace /?window=2020-01-04/2020-01-24'])
  })

  it('keeps the gesture in the entry that an act then leaves', () => {
    store.dispatch(type('smoke'))
    store.dispatch(open)
    vi.advanceTimersByTime(300)
    expect(asked).toEqual(['replace /?q=smoke', 'push /events/event-0/?q=smoke'])
  })

  it('is up to date when the page is left in the middle of a gesture', () => {
    store.dispatch(type('smoke'))
    window.dispatchEvent(new Event('pagehide'))
    expect(asked).toEqual(['replace /?q=smoke'])
  })
})

describe('Back and Forward', () => {
  it('bring the view of their entry, and write nothing', () => {
    store.dispatch(open)
    asked = []
    goTo('/?q=smoke')
    expect(store.getState()).toEqual({ ...initialView, words: 'smoke' })
    vi.advanceTimersByTime(300)
    expect(asked).toEqual([])
  })

  it('drop a gesture that was not yet written', () => {
    store.dispatch(type('smoke'))
    goTo('/events/event-1/')
    vi.advanceTimersByTime(300)
    expect(asked).toEqual([])
    expect(store.getState()).toEqual({ ...initialView, openEvent: 'event-1' })
  })

  it('say what their entry asks for and cannot have', () => {
    goTo('/?actor=nobody')
    expect(ignored).toEqual([{ what: 'actor', text: 'nobody', reason: 'unknown' }])
    goTo('/')
    expect(ignored).toEqual([])
  })

  it('are not listened to any more after the end', () => {
    stop()
    goTo('/?q=smoke')
    store.dispatch(open)
    expect(store.getState().words).toBe('')
    expect(asked).toEqual([])
  })
})

it('a link by a former name opens the event', () => {
  window.history.replaceState(null, '', '/events/old-name/?actor=ana-silva')
  expect(readLink(names).state).toMatchObject({ openEvent: 'event-0', chosen: { actor: ['ana-silva'] } })
})

describe('the store', () => {
  it('tells its listeners of a change, with what the reader did, until they leave', () => {
    const heard = vi.fn()
    const leave = store.subscribe(heard)
    store.dispatch(type('smoke'))
    expect(heard).toHaveBeenCalledExactlyOnceWith({ ...initialView, words: 'smoke' }, type('smoke'))
    leave()
    store.dispatch(type('fire'))
    expect(heard).toHaveBeenCalledOnce()
  })

  it('tells nobody of what changes nothing', () => {
    const heard = vi.fn()
    store.subscribe(heard)
    store.dispatch(type('  '))
    expect(heard).not.toHaveBeenCalled()
    expect(store.getState()).toBe(initialView)
  })
})
