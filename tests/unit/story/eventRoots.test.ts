/** On how many independent roots does an event rest? On made-up graphs of chains, and by laws that hold on all of them. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findEventRoots, type EventRoots } from '../../../src/core/story/eventRoots.ts'
import { eventFromChains } from '../../fixtures/chainsFromText.ts'
import { makeStatement, type EventJson } from '../../fixtures/makeStory.ts'

function rootsOf(chains: string | readonly string[], changes: Partial<EventJson> = {}): EventRoots {
  const { event, story } = eventFromChains(chains, changes)
  return findEventRoots(event, story)
}

/** "a < b c" for each root: its pages, and those that retell it. */
function drawn(found: EventRoots): readonly string[] {
  return found.roots.map(({ pages, retoldBy }) =>
    [pages.join('+'), ...(retoldBy.length === 0 ? [] : [`< ${retoldBy.join(' ')}`])].join(' '),
  )
}

describe('roots of a graph', () => {
  it.each<[string, string, readonly string[]]>([
    ['one page', 'a', ['a']],
    ['a retelling', 'a > b', ['a < b']],
    ['a chain of retellings', 'a > b > c', ['a < b c']],
    ['three outlets that retell one report', 'a > b; a > c; a > d', ['a < b c d']],
    ['two reports', 'a; b', ['a', 'b']],
    ['two reports with one retelling', 'a > c; b > c', ['a < c', 'b < c']],
    ['a diamond', 'a > b > d; a > c > d', ['a < b c d']],
    ['two diamonds that share their end', 'a > c > d; b > c > d', ['a < c d', 'b < c d']],
    ['a page that is read alone, and known elsewhere to pass on another', 'a > b; b', ['a < b']],
    ['the same, the other way round', 'b; a > b', ['a < b']],
    ['two that cite one another', 'a > b; b > a', ['a+b']],
    ['three in a circle, with a retelling', 'a > b; b > c; c > a; c > d', ['a+b+c < d']],
    ['a circle that passes on a report', 'a > b; b > c; c > b', ['a < b c']],
    ['a page that cites itself', 'a > a > b', ['a < b']],
    ['a chain that comes back', 'a > b > a', ['a+b']],
    ['a chain with its middle left out elsewhere', 'a > b > c; a > c', ['a < b c']],
    ['two pages of one outlet', 'a; a1 > b', ['a+a1 < b']],
    ['a later page of an outlet that passes on another', 'a > b1; b > b1', ['a < b1', 'b < b1']],
  ])('%s: %s', (_, chains, roots) => {
    expect(drawn(rootsOf(chains))).toEqual(roots)
  })

  it.each<[string, string, readonly string[]]>([
    ['two outlets with all they say from one speaker', 'x: a; x: b', ['a+b']],
    ['two outlets with the same two speakers', 'x: a; ana: a; ana: b; x: b', ['a+b']],
    ['two outlets of which one has a speaker more', 'x: a; x: b; ana: b', ['a', 'b']],
    ['two outlets of which one also says something of itself', 'x: a; x: b; b', ['a', 'b']],
    ['an outlet that has it all from another', 'a; A: b', ['a < b']],
    ['an outlet that has some of it from another', 'a; A: b; b', ['a', 'b']],
    ['an outlet that attributes it to one that is not here', 'C: a; b', ['a', 'b']],
    ['an outlet that speaks for itself by name', 'A: a > b', ['a < b']],
  ])('speakers count too; %s: %s', (_, chains, roots) => {
    expect(drawn(rootsOf(chains))).toEqual(roots)
  })

  it('says where a circle hides the beginning', () => {
    expect(rootsOf('a > b; b > a').roots.map(({ isCircle }) => isCircle)).toEqual([true])
    expect(rootsOf('a > b; c').roots.map(({ isCircle }) => isCircle)).toEqual([false, false])
    expect(rootsOf('a; a1').roots.map(({ isCircle }) => isCircle)).toEqual([false])
  })

  it('says where it is implied only that a chain begins there', () => {
    expect(rootsOf('?a > b').roots[0]?.isImplied).toBe(true)
    expect(rootsOf('?a > b; a > c').roots[0]?.isImplied).toBe(false)
    expect(rootsOf('a > ?b').roots[0]?.isImplied).toBe(false)
  })

  it('says who speaks at the root, and not who speaks further down', () => {
    const [root] = rootsOf('x: a > b; ana: a > b; ben: b').roots
    expect(root).toMatchObject({ speakers: ['ana', 'x'], hasOwnVoice: false })
    expect(rootsOf('x: a; a > b').roots[0]).toMatchObject({ speakers: ['x'], hasOwnVoice: true })
    expect(rootsOf('A: a').roots[0]).toMatchObject({ speakers: [], hasOwnVoice: true })
  })

  it('takes who gave no answer for nobody who spoke', () => {
    const statement = makeStatement('silence', {
      speaker: 'ana',
      form: 'paraphrase',
      record: 'no-response',
      chain: [{ source: 'a' }],
    })
    expect(rootsOf('', { statements: [statement] }).roots[0]).toMatchObject({
      speakers: [],
      hasOwnVoice: true,
    })
  })
})

describe('an event without chains', () => {
  const bare = (changes: Partial<EventJson>): EventRoots => rootsOf('', { accounts: [], ...changes })

  it('rests on what it publishes, before all else', () => {
    const found = bare({
      publishes: 'a',
      reported: { edtf: '2020-01-02', source: 'b' },
      standing: { is: 'reported', source: 'c' },
    })
    expect([found.basis, drawn(found)]).toEqual(['publication', ['a']])
  })

  it('rests on its first report, before the source of its standing', () => {
    const found = bare({
      reported: { edtf: '2020-01-02', source: 'b' },
      standing: { is: 'reported', source: 'c' },
    })
    expect([found.basis, drawn(found)]).toEqual(['first report', ['b']])
  })

  it('rests on the source of its standing', () => {
    const found = bare({ standing: { is: 'reported', source: 'c' }, sources: ['d'] })
    expect([found.basis, drawn(found)]).toEqual(['standing', ['c']])
  })

  it('has no root where sources only stand in a list, or give its date', () => {
    const found = bare({ sources: ['a', 'b'], date: { edtf: '2020-01-01', sources: ['c'] } })
    expect([found.basis, drawn(found)]).toEqual(['nothing', []])
  })
})

describe('all of it comes from one unnamed speaker', () => {
  const sole = (chains: string, changes: Partial<EventJson> = {}): string | null =>
    rootsOf(chains, changes).soleSpeaker?.actor ?? null
  const said = (speaker: string) => ({
    kind: 'statement' as const,
    statements: [makeStatement('said', { speaker, record: 'not-named', chain: [{ source: 'a' }] })],
  })

  it('where every claim does, by however many outlets', () => {
    expect(sole('x: a > b; x: c')).toBe('x')
  })

  it('and not where there is a second speaker, a named one, or an outlet’s own word', () => {
    expect([sole('x: a; y: a'), sole('ana: a'), sole('x: a; a'), sole('')]).toEqual([null, null, null, null])
  })

  it('of a statement, where its own words do, whatever others say of the matter', () => {
    expect(sole('y: a', said('x'))).toBe('x')
    expect(sole('y: a', { ...said('x'), kind: 'act' })).toBeNull()
  })

  it('says whether anybody can tell who that is', () => {
    expect(rootsOf('', said('x')).soleSpeaker?.isIdentified).toBe(true)
    const vague = makeStatement('said', { speaker: 'y', record: 'unidentified', chain: [{ source: 'a' }] })
    expect(rootsOf('', { statements: [vague] }).soleSpeaker).toEqual({ actor: 'y', isIdentified: false })
  })
})

describe('laws of roots', () => {
  const page = fc.constantFrom('a', 'a1', 'b', 'b1', 'c', 'd', 'e')
  const speaker = fc.constantFrom('', '', 'ana: ', 'x: ', 'y: ', 'A: ', 'B: ')
  const chain = fc
    .tuple(speaker, fc.array(page, { minLength: 1, maxLength: 4 }))
    .map(([who, way]) => who + way.join(' > '))
  const chains = fc.array(chain, { minLength: 1, maxLength: 6 })
  const count = (list: readonly string[]): number => rootsOf(list).roots.length

  it('there is a root where there is a chain', () => {
    fc.assert(fc.property(chains, (list) => count(list) >= 1))
  })

  it('there are no more roots than pages with which a chain begins, nor than outlets', () => {
    fc.assert(
      fc.property(chains, (list) => {
        const firsts = list.map((text) => text.replace(/^.*: /, '').split(' > ')[0] ?? '')
        expect(count(list)).toBeLessThanOrEqual(new Set(firsts.map((first) => first.charAt(0))).size)
      }),
    )
  })

  it('a retelling never adds one, by whomever, of whatever page', () => {
    const retelling = fc.record({
      of: fc.nat(),
      from: fc.nat(),
      by: fc.constantFrom('a', 'b1', 'c', 'e', 'f', 'g1'),
    })
    fc.assert(
      fc.property(chains, retelling, (list, { of, from, by }) => {
        const told = list[of % list.length] ?? ''
        const [way = '', who = ''] = told.split(': ').reverse()
        const steps = way.split(' > ')
        const known = steps.slice(0, 1 + (from % steps.length))
        const longer = (who === '' ? '' : `${who}: `) + [...known, by].join(' > ')
        expect(count([...list, longer])).toBeLessThanOrEqual(count(list))
      }),
      { numRuns: 1000 },
    )
  })

  it('the order of the chains does not matter, nor does saying one twice', () => {
    fc.assert(
      fc.property(chains, fc.infiniteStream(fc.nat()), (list, keys) => {
        const shuffled = list
          .map((text) => ({ text, key: keys.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ text }) => text)
        expect(rootsOf(shuffled)).toEqual(rootsOf(list))
        expect(rootsOf([...list, ...list])).toEqual(rootsOf(list))
      }),
    )
  })

  it('what two events have of different pages, outlets and speakers adds up', () => {
    const elsewhere = (text: string): string =>
      text
        .replace(/[a-d]\d?(?= |$)/g, (name) => String.fromCharCode(name.charCodeAt(0) + 4) + name.slice(1))
        .replace(/^[AB](?=:)/, (name) => String.fromCharCode(name.charCodeAt(0) + 4))
        .replace(/^ana(?=:)/, 'ben')
        .replace(/^x(?=:)/, 'y')
    const few = fc
      .tuple(
        fc.constantFrom('', 'ana: ', 'x: ', 'A: '),
        fc.array(fc.constantFrom('a', 'a1', 'b', 'c', 'd'), { minLength: 1, maxLength: 3 }),
      )
      .map(([who, way]) => who + way.join(' > '))
    fc.assert(
      fc.property(
        fc.array(few, { minLength: 1, maxLength: 4 }),
        fc.array(few, { minLength: 1, maxLength: 4 }),
        (one, other) => {
          const others = other.map(elsewhere)
          expect(count([...one, ...others])).toBe(count(one) + count(others))
        },
      ),
    )
  })

  it('each page of a chain is of a root or retells one, and no root retells itself', () => {
    fc.assert(
      fc.property(chains, (list) => {
        const { roots } = rootsOf(list)
        const pages = new Set(list.flatMap((text) => text.replace(/^.*: /, '').split(' > ')))
        expect(new Set(roots.flatMap((root) => [...root.pages, ...root.retoldBy]))).toEqual(pages)
        for (const { pages: own, retoldBy } of roots) {
          expect(own.filter((id) => retoldBy.includes(id))).toEqual([])
          expect(new Set(own).size + new Set(retoldBy).size).toBe(own.length + retoldBy.length)
        }
      }),
    )
  })
})
