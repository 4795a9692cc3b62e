/** Does the panel of an event say all that is known of it, and who says so? */
import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { createRef } from 'react'
import { describe, expect, it, vi } from 'vitest'
import type { EventId } from '../../src/core/base/brand.ts'
import { findRelated } from '../../src/core/story/findRelated.ts'
import { parseStory } from '../../src/core/story/parseStory.ts'
import type { Story, TimelineEvent } from '../../src/core/story/story.ts'
import { formatEventName } from '../../src/core/wording/eventWords.ts'
import { Accounts } from '../../src/ui/details/Accounts.tsx'
import { Details, type DetailsProps } from '../../src/ui/details/Details.tsx'
import { Roots } from '../../src/ui/details/Roots.tsx'
import { Sources } from '../../src/ui/details/Sources.tsx'
import { StatementBlock } from '../../src/ui/details/StatementBlock.tsx'
import type { LinkTarget } from '../../src/ui/shared/PageLink.tsx'
import { eventFromChains } from '../fixtures/chainsFromText.ts'
import {
  makeEvent,
  makeStatement,
  makeStory,
  makeStoryFile,
  type EventJson,
  type StatementJson,
} from '../fixtures/makeStory.ts'

function firstStory(): Story {
  const file = path.resolve(import.meta.dirname, '../../data/mythos-access.json')
  const parsed = parseStory(JSON.parse(readFileSync(file, 'utf8')))
  if (!parsed.ok) throw new Error('the first story cannot be read')
  return parsed.value.story
}

function eventOf(story: Story, id: string): TimelineEvent {
  const event = story.events.find((candidate) => candidate.id === id)
  if (event === undefined) throw new Error(`missing: ${id}`)
  return event
}

const linkTo = (href: string): LinkTarget => ({ href, onFollow: () => undefined })

function showDetails(story: Story, id: string, changes: Partial<DetailsProps> = {}) {
  const told = { onOpen: vi.fn(), onCopyLink: vi.fn(), onCite: vi.fn(), onClose: vi.fn() }
  const view = render(
    <Details
      story={story}
      event={eventOf(story, id)}
      related={findRelated(eventOf(story, id), story)}
      titleOf={(other) => story.events.find((event) => event.id === other)?.shortTitle ?? null}
      openStatement={null}
      position={12}
      shownCount={21}
      previous={story.events[0] ?? null}
      next={null}
      id="details"
      headingRef={createRef<HTMLHeadingElement>()}
      changes={[]}
      thread={null}
      toSource={(source) => linkTo(`/?source=${source}`)}
      toActor={(actor) => linkTo(`/?actor=${actor}`)}
      hrefOf={(event, statement) => `/events/${event}/${statement === null ? '' : `#${statement}`}`}
      {...told}
      {...changes}
    />,
  )
  return { ...told, ...view }
}

/** A statement of one event of a small story. */
function showStatement(changes: Partial<StatementJson>, isOpen = false) {
  const story = makeStory({ events: [makeEvent(0, { statements: [makeStatement('said', changes)] })] })
  const statement = story.events[0]?.statements[0]
  if (statement === undefined) throw new Error('missing: statement')
  const onCopyLink = vi.fn()
  const view = render(
    <StatementBlock
      story={story}
      statement={statement}
      isOpen={isOpen}
      onCopyLink={onCopyLink}
      onCite={() => undefined}
    />,
  )
  return { onCopyLink, ...view }
}

describe('the remark of the U.S. official, in the first story', () => {
  const story = firstStory()
  const id = 'us-official-comment'

  it('has its title, its date in words, and what we worked out of it', () => {
    showDetails(story, id)
    expect(screen.getByRole('heading', { level: 2 })).toHaveTextContent(
      'U.S. official: Chinese government almost certainly directed it',
    )
    const article = screen.getByRole('article')
    expect(article).toHaveTextContent('Not before April, not later than 12 May 2026')
    expect(article).toHaveTextContent('A round bracket is a limit that we worked out; no source states it.')
    expect(article).toHaveTextContent('[2026-04-01..2026-05-12]')
    expect(article).toHaveTextContent('Statement, relayed')
  })

  it('has the words as a quotation, with who is not named, how far they are not certified, and their way to us', () => {
    showDetails(story, id)
    const figure = screen.getByRole('figure')
    expect(within(figure).getByRole('blockquote')).toHaveTextContent(
      'While members of a Chinese think tank may have lobbied, it is almost certain that the Chinese government approved and directed the message.',
    )
    expect(figure).toHaveTextContent(/not named\./)
    expect(figure).toHaveTextContent('not certified as the speaker’s own words')
    expect(figure).toHaveTextContent(
      /How this is known: .*not named → The New York Times \(implied, not consulted\) → GIGAZINE \(consulted\)/,
    )
  })

  it('has two accounts side by side, each with its own standing and way', () => {
    showDetails(story, id)
    const heading = screen.getByRole('heading', { name: 'Accounts differ: Was it the government’s request?' })
    const section = heading.parentElement
    expect(section).toHaveTextContent('The government almost certainly approved and directed it. Alleged')
    expect(section).toHaveTextContent('It was not an official demand of the government. Reported')
  })

  it('has its related events as links, named as this event has them', async () => {
    const { onOpen } = showDetails(story, id)
    const section = screen.getByRole('heading', { name: 'Related' }).parentElement
    expect(section).toHaveTextContent(
      'response toThink-tank representative urges access for Chinese authorities',
    )
    const link = within(section ?? document.body).getByRole('link', {
      name: /^Think-tank representative urges/,
    })
    expect(link).toHaveAttribute('href', '/events/access-request/')
    await userEvent.click(link)
    expect(onOpen).toHaveBeenCalledExactlyOnceWith('access-request')
  })

  it('says where it stands among the events, and what comes before and after', () => {
    showDetails(story, id)
    expect(screen.getByText('Event 12 of 21')).toBeVisible()
    const foot = screen.getByRole('navigation', { name: 'Other events' })
    expect(within(foot).getAllByRole('link')).toHaveLength(1)
    expect(foot).toHaveTextContent('Next →')
  })

  it('copies the link to the event, and to the statement; and closes', async () => {
    const { onCopyLink, onClose } = showDetails(story, id)
    await userEvent.click(screen.getByRole('button', { name: 'Copy link' }))
    await userEvent.click(screen.getByRole('button', { name: 'Copy link to this statement' }))
    expect(onCopyLink.mock.calls).toEqual([[null], ['us-official-quote']])
    await userEvent.click(screen.getByRole('button', { name: 'Close' }))
    expect(onClose).toHaveBeenCalledOnce()
  })

  it('can be cited, and so can its statement and each of its sources', async () => {
    const { onCite } = showDetails(story, id)
    await userEvent.click(screen.getByRole('button', { name: 'Cite' }))
    expect(onCite).toHaveBeenLastCalledWith({ kind: 'event', event: eventOf(story, id) })
    await userEvent.click(screen.getByRole('button', { name: 'Cite this statement' }))
    expect(onCite.mock.lastCall?.[0]).toMatchObject({
      kind: 'statement',
      statement: { id: 'us-official-quote' },
    })
    await userEvent.click(screen.getByRole('button', { name: /^Cite: China Sought Access/ }))
    expect(onCite.mock.lastCall?.[0]).toMatchObject({ source: { id: 'nyt-china-sought-access' } })
  })

  it('what the base text alone gives keeps the capital of its month: not “1 april 2026”', () => {
    showDetails(story, 'caisi-evaluation')
    expect(screen.getByRole('article')).toHaveTextContent(
      'The base text alone gives “not before 1 April 2026”.',
    )
  })

  it('every event of the story can be shown, with all its sources', () => {
    for (const event of story.events) {
      const { container, unmount } = showDetails(story, event.id, { position: null })
      expect(container).toHaveTextContent('Hidden by the filter')
      expect(container).toHaveTextContent(event.summary)
      expect(container.querySelectorAll('.sources > li')).toHaveLength(event.sources.length)
      unmount()
    }
  })
})

describe('a statement', () => {
  it('that quotes stands in a blockquote, in its own language', () => {
    showStatement({ language: 'pt' })
    const quote = screen.getByRole('blockquote')
    expect(quote).toHaveTextContent('We saw the smoke at five.')
    expect(quote).toHaveAttribute('lang', 'pt')
    expect(screen.getByRole('figure')).toHaveTextContent('Ana Silva. On the record. The speaker’s own words.')
  })

  it('that paraphrases is in no blockquote, and says that it is a paraphrase', () => {
    showStatement({ form: 'paraphrase', text: 'They saw smoke.' })
    expect(screen.queryByRole('blockquote')).toBeNull()
    expect(screen.getByText('They saw smoke.')).toBeVisible()
    expect(screen.getByRole('figure')).toHaveTextContent(
      'Paraphrase. On the record. Paraphrase: no words are quoted.',
    )
  })

  it('of nobody says so', () => {
    showStatement({ speaker: null, form: 'paraphrase', record: 'unattributed' })
    expect(screen.getByRole('figure')).toHaveTextContent('Nobody is named.')
  })

  it('with a place in a page links to these very words', () => {
    showStatement({ locator: { source: 'evening-star', exact: 'smoke, at five-ish & more' } })
    const link = screen.getByRole('link', { name: /These words on evening-star\.example/ })
    expect(link).toHaveAttribute(
      'href',
      'https://evening-star.example/fire#:~:text=smoke%2C%20at%20five%2Dish%20%26%20more',
    )
    expect(link).toHaveAttribute('rel', 'noopener noreferrer')
  })

  it('that the link named is brought into view', () => {
    const scroll = vi.spyOn(HTMLElement.prototype, 'scrollIntoView')
    showStatement({})
    expect(scroll).not.toHaveBeenCalled()
    showStatement({}, true)
    expect(scroll).toHaveBeenCalledOnce()
  })

  it('shows signs that would turn text around, instead of obeying them', () => {
    showStatement({ text: 'safe\u202Egnp.exe' })
    expect(screen.getByRole('blockquote')).toHaveTextContent('safe⟨U+202E⟩gnp.exe')
  })
})

describe('accounts', () => {
  const account = (claim: string, question?: string): NonNullable<EventJson['accounts']>[number] => ({
    claim,
    standing: 'reported',
    chain: [{ source: 'morning-post' }],
    ...(question === undefined ? {} : { question }),
  })
  const showAccounts = (...accounts: NonNullable<EventJson['accounts']>): void => {
    const story = makeStory({ events: [makeEvent(0, { accounts })] })
    render(<Accounts story={story} event={eventOf(story, 'event-0')} />)
  }

  it('of one question stand under it together, and those of another under theirs', () => {
    showAccounts(account('At five.', 'When?'), account('A lamp.', 'Why?'), account('At six.', 'When?'))
    const when = screen.getByRole('heading', { name: 'Accounts differ: When?' }).parentElement
    expect(when).toHaveTextContent(/At five\..*At six\./)
    expect(when).not.toHaveTextContent('A lamp.')
    expect(screen.getByRole('heading', { name: 'Why?' })).toBeVisible()
  })

  it('that answer no question say how this is known', () => {
    showAccounts(account('It burnt.'))
    expect(screen.getByRole('heading', { name: 'How this is known' })).toBeVisible()
  })
})

describe('accounts that disagree, in the first story', () => {
  const story = firstStory()
  const GIGAZINE = 'GIGAZINE'
  const NYT = 'The New York Times'

  /** Event, question; then of each account: its claim, the outlets it came by, and the words it quotes. */
  it.each<[string, string, readonly (readonly [string, readonly string[], string?])[]]>([
    [
      'access-request',
      'Who asked?',
      [
        ['A representative of a Chinese think tank; it was not an official demand.', [NYT, GIGAZINE]],
        ['The Chinese government.', [GIGAZINE]],
      ],
    ],
    [
      'mythos-developed',
      'How able is the model said to be?',
      [
        [
          'It does better than nearly every human.',
          ['Anthropic', GIGAZINE],
          'outperforms most humans, with the exception of a handful.',
        ],
        [
          'AI models can do better than all but the most skilled people at finding and exploiting software flaws.',
          ['Anthropic'],
          'can surpass all but the most skilled humans at finding and exploiting software vulnerabilities',
        ],
      ],
    ],
    [
      'caisi-evaluation',
      'What is eight months behind?',
      [
        [
          'China’s most advanced model, compared with America’s.',
          ['National Institute of Standards and Technology', GIGAZINE],
          "China's cutting-edge model being eight months behind America's cutting-edge model.",
        ],
        [
          'DeepSeek V4, the most able model from China that CAISI has evaluated so far; not all Chinese models.',
          ['National Institute of Standards and Technology'],
        ],
      ],
    ],
    [
      'mythos-developed',
      'What does 72.4 per cent measure?',
      [
        ['How often the model succeeds in making exploits.', ['Anthropic', GIGAZINE]],
        ['One test on one target: the JavaScript engine of Firefox 147', ['Anthropic']],
      ],
    ],
    [
      'unauthorised-access',
      'Was the access unlawful?',
      [
        ['It was obtained illegally.', [GIGAZINE]],
        ['It was unauthorised.', ['Bloomberg', 'Reuters']],
      ],
    ],
    [
      'singapore-meeting',
      'Who organised the meeting?',
      [
        ['Matt Sheehan did.', [NYT, GIGAZINE]],
        ['The Carnegie Endowment convened it.', [NYT, 'Several outlets']],
      ],
    ],
  ])('in %s, %s: each with its claim, standing and sources', (id, question, expected) => {
    showDetails(story, id)
    const section = screen.getByRole('heading', { name: `Accounts differ: ${question}` }).parentElement
    const accounts = within(section ?? document.body).getAllByRole('listitem')
    for (const [claim, outlets, words] of expected) {
      const account = accounts.find((item) => item.textContent.includes(claim))
      expect(account, claim).toHaveTextContent(/Reported|Confirmed by a party|Disputed|Alleged/)
      const chain = within(account ?? document.body).getByText('How this is known:').parentElement
      for (const outlet of outlets) expect(chain).toHaveTextContent(outlet)
      const quoted = within(account ?? document.body).queryByRole('blockquote')
      expect(quoted?.querySelector('bdi')?.textContent).toBe(words)
    }
  })
})

describe('an account in words of its own', () => {
  it('quotes them to the letter, in their language, and says whose they are', () => {
    const said = makeStatement('said', { language: 'pt', wording: 'translated' })
    const chain = [{ source: 'morning-post' }]
    const event = makeEvent(0, {
      statements: [said],
      accounts: [{ claim: 'There was smoke.', standing: 'reported', statement: 'said', chain }],
    })
    const story = makeStory({ events: [event] })
    render(<Accounts story={story} event={eventOf(story, 'event-0')} />)
    expect(screen.getByRole('blockquote')).toHaveTextContent('‘We saw the smoke at five.’')
    expect(screen.getByRole('blockquote')).toHaveAttribute('lang', 'pt')
    expect(screen.getByRole('listitem')).toHaveTextContent('A translation of the speaker’s words.')
  })
})

describe('accounts that give other dates', () => {
  const chain = [{ source: 'evening-star' }]
  const account = { claim: 'It was then.', standing: 'reported' as const, chain }
  const story = makeStory({
    events: [
      makeEvent(0, {
        accounts: [
          { ...account, date: '2020-01-01' },
          { ...account, date: '2020-01-05' },
          { ...account, date: '[2020-01-07..]', attributedTo: 'harbour-office' },
        ],
      }),
    ],
  })

  it('are named beside the date, with whose account each is, and in each account', () => {
    showDetails(story, 'event-0')
    const dates = screen.getByText('By other accounts:').parentElement
    const lines = within(dates ?? document.body).getAllByRole('listitem')
    expect(lines.map(({ textContent }) => textContent)).toEqual([
      'Evening Star: 5 January 2020.',
      'Harbour Office: not before 7 January 2020.',
    ])
    const accounts = screen.getByRole('heading', { name: 'How this is known' }).parentElement
    expect(accounts).toHaveTextContent(/1 January 2020.*5 January 2020.*Not before 7 January 2020/)
  })

  it('are told to who hears the mark’s name, and left out where there are none', () => {
    const named = (shown: Story): string =>
      formatEventName(eventOf(shown, 'event-0'), shown, () => null, false)
    expect(named(story)).toMatch(
      /^1 January 2020, by another account 5 January 2020 or not before 7 January 2020\. Event 0\./,
    )
    expect(named(makeStory())).toMatch(/^1 January 2020\. Event 0\./)
  })
})

describe('the roots', () => {
  const showRoots = (chains: string): HTMLElement => {
    render(<Roots {...eventFromChains(chains)} />)
    return screen.getByRole('group', { name: 'Roots' })
  }

  it('are said in words, with how they are counted to unfold', async () => {
    const roots = showRoots('a > b; a > c')
    expect(roots).toHaveTextContent('One root: A. Retold by 2: B and C.')
    const answer = within(roots).getByText(/^Several retellings of one report count as one root/)
    expect(answer).not.toBeVisible()
    await userEvent.click(within(roots).getByText('How roots are counted'))
    expect(answer).toBeVisible()
  })

  it('of one unnamed source say exactly that', () => {
    expect(showRoots('x: a > b')).toHaveTextContent('This rests on one unnamed source. One root: A.')
  })

  it('and the standing, with the source that gives it, come before the quotation on a small screen', () => {
    const { container } = showDetails(firstStory(), 'us-official-comment')
    const standing = screen.getByText('Alleged', { selector: '.details-standing strong' })
    expect(standing.closest('p')).toHaveTextContent('No second source was found. According to GIGAZINE.')
    const order = [...container.querySelectorAll('.details-standing, .roots, figure, .accounts')]
    expect(order.map(({ className }) => className.split(' ')[0])).toEqual([
      'details-standing',
      'roots',
      'statement',
      'accounts',
    ])
  })
})

describe('sources', () => {
  const [post, star] = makeStoryFile().sources
  const showSource = (changes: Record<string, unknown>): HTMLElement => {
    if (post === undefined || star === undefined) throw new Error('missing: source')
    const story = makeStory({
      sources: [{ ...post, ...changes }, star],
      events: [makeEvent(0, { statements: [] })],
    })
    render(
      <Sources
        story={story}
        event={eventOf(story, 'event-0')}
        toSource={() => null}
        onCite={() => undefined}
      />,
    )
    return screen.getByRole('listitem')
  }

  it('link to their page without telling it where from, with the host to be read', () => {
    const item = showSource({})
    const link = within(item).getByRole('link', { name: 'Fire at the harbour' })
    expect(link).toHaveAttribute('href', 'https://morning-post.example/fire')
    expect(link).toHaveAttribute('rel', 'noopener noreferrer')
    expect(item).toHaveTextContent('Morning Post, 20 January 2020, morning-post.example. Consulted.')
  })

  it.each([
    // oxlint-disable-next-line no-script-url -- what a hostile file would try
    'javascript:alert(1)',
    'data:text/html,x',
    'https://user:secret@bank.example/',
    'file:///etc/passwd',
  ])('with the address %s have it as text, with the reason, and no link', (URL) => {
    const item = showSource({ URL })
    expect(within(item).queryByRole('link')).toBeNull()
    expect(item).toHaveTextContent(`address not followed: ${URL}`)
  })

  it('without an address say so', () => {
    const item = showSource({ URL: undefined })
    expect(item).toHaveTextContent('no address known')
  })

  it('keep what is noted of them folded until it is asked for', async () => {
    const item = showSource({
      custom: { consulted: 'read', consultedNote: 'Read in full.', issuedNote: 'From its address.' },
    })
    expect(within(item).getByText('Read in full.')).not.toBeVisible()
    await userEvent.click(within(item).getByText('What we saw of it'))
    expect(within(item).getByText('Read in full.')).toBeVisible()
    expect(item).toHaveTextContent('Its date: from its address.')
  })

  it('say when we only saw them cited, who wrote them, in which language, and how another outlet renders them', () => {
    const item = showSource({
      author: [{ family: 'Silva', given: 'Ana' }, { literal: 'Staff' }],
      language: 'ja',
      issued: '2020-01~',
      custom: {
        consulted: 'cited',
        archive: 'https://archive.example/1',
        renderings: [{ text: 'Harbour ablaze', by: 'evening-star' }],
      },
    })
    expect(item).toHaveTextContent('Ana Silva, Staff')
    expect(item).toHaveTextContent('Japanese')
    expect(item).toHaveTextContent('Not consulted.')
    expect(item).toHaveTextContent('Evening Star gives this headline as “Harbour ablaze”.')
    expect(within(item).getByRole('link', { name: 'Archived copy on archive.example' })).toBeVisible()
  })
})

describe('ways on from an event', () => {
  const story = firstStory()

  it('lead from each source to all that rests on it, and from each actor to all that is said where it takes part', () => {
    showDetails(story, 'us-official-comment')
    const sources = screen.getByRole('heading', { name: 'Sources' }).closest('section') ?? document.body
    expect(within(sources).getAllByRole('link', { name: /^All that rests on it: / })[0]).toHaveAttribute(
      'href',
      expect.stringMatching(/^\/\?source=/),
    )
    expect(screen.getByRole('link', { name: 'Chinese government' })).toHaveAttribute(
      'href',
      '/?actor=chinese-government',
    )
  })

  it('say what changed since the day that the reader chose', () => {
    showDetails(story, 'us-official-comment', {
      changes: ['Changed 23 November 2026: It was told more exactly.'],
    })
    expect(screen.getByText(/It was told more exactly/).closest('p')).toHaveTextContent(
      '* Changed 23 November 2026: It was told more exactly.',
    )
  })

  it('name what came before and after in the thread, beside what did in time', async () => {
    const neighbour = (id: string) => ({ id: id as EventId, title: `The ${id}` })
    const thread = {
      kind: 'known' as const,
      position: 2,
      length: 5,
      previous: neighbour('request'),
      next: neighbour('refusal'),
    }
    const { onOpen } = showDetails(story, 'us-official-comment', { thread })
    const line = screen.getByRole('navigation', { name: 'This thread' })
    expect(line).toHaveTextContent('Thread, 2 of 5')
    await userEvent.click(within(line).getByRole('link', { name: /In this thread, next: The refusal/ }))
    expect(onOpen).toHaveBeenCalledExactlyOnceWith('refusal')
    expect(within(line).getByRole('link', { name: /In this thread, previous: The request/ })).toHaveAttribute(
      'href',
      '/events/request/',
    )
  })

  it('have no line of a thread where the event is in none', () => {
    showDetails(story, 'us-official-comment')
    expect(screen.queryByRole('navigation', { name: 'This thread' })).toBeNull()
  })
})
