/**
 * On how many independent roots does an event rest, and who retells them?
 *
 * The sources of an event are a graph: each chain of an account or statement leads from the page on which a claim first
 * appeared to the one that was read. A root is a page of which nothing here says where it has its account from.
 *
 *   A → B → C, A → C             one root, A
 *   A → C, B → C                 two roots, A and B
 *   A → B, B → C, and B alone    one root, A: once B is known to pass on A, it is not counted as independent of it
 *   A → B, B → A                 one root, A and B: which came first cannot be told
 *
 * Pages count as one root, too, where they are of one outlet, and where all that is claimed on them is from the same
 * speakers. A page that attributes all it claims to another outlet passes that one on, where it stands in the event.
 * So there may be fewer roots than in truth, but never more than are shown.
 */
import type { ActorId, SourceId } from '../base/brand.ts'
import { outerExtent } from '../time/fuzzyDate.ts'
import { isOutlet } from './ownVoice.ts'
import { numberCircles, reach } from './sourceGraph.ts'
import type { ChainStep, StoryFrame, TimelineEvent } from './story.ts'

export interface Root {
  /** Where it begins, earliest first; several are of one outlet, from the same speakers, or in a circle. */
  readonly pages: readonly SourceId[]
  /** Some of its pages pass on one another, so that its beginning cannot be told. */
  readonly isCircle: boolean
  /** That it begins here follows from the context in every chain that does. */
  readonly isImplied: boolean
  /** Who speaks there beside the outlet itself, by id. */
  readonly speakers: readonly ActorId[]
  /** Something is claimed there by the outlet itself, or by nobody that it names. */
  readonly hasOwnVoice: boolean
  /** All that is claimed there is said to be held by nobody in particular. */
  readonly isOfNobody: boolean
  /** Pages further down that go back to it, earliest first. */
  readonly retoldBy: readonly SourceId[]
}

export interface EventRoots {
  /**
   * What the roots were read from: the chains of accounts and statements; where the event has none, the source that it
   * publishes, that first reported it, or that gives it its standing, the first of these that is there. Sources of a
   * date and others that only stand in a list do not say who tells of the event: `nothing`, and no root.
   */
  readonly basis: 'chains' | 'publication' | 'first report' | 'standing' | 'nothing'
  /** Earliest first. */
  readonly roots: readonly Root[]
  /**
   * The unnamed speaker from whom all of it comes, if it is one; null: it is not so. Of an event that is a statement
   * its own statements count, since its accounts tell what others say of the matter.
   */
  readonly soleSpeaker: { readonly actor: ActorId; readonly isIdentified: boolean } | null
}

type Frame = Pick<StoryFrame, 'actors' | 'sources'>

interface Claim {
  /** null: the outlet itself. */
  readonly speaker: ActorId | null
  readonly chain: readonly ChainStep[]
  readonly isOfNobody: boolean
  readonly isIdentified: boolean
}

/** A page on which chains begin, with all the claims of these. */
interface Beginning {
  readonly page: number
  readonly claims: readonly Claim[]
}

/** @param frame names the actors and sources of the event; what it does not know is taken to be like no other */
export function findEventRoots(event: TimelineEvent, frame: Frame): EventRoots {
  const { basis, claims } = gatherClaims(event, frame)
  const graph = new ClaimGraph(claims, frame)
  return { basis, roots: graph.findRoots(), soleSpeaker: findSoleSpeaker(event, frame) }
}

function gatherClaims(
  event: TimelineEvent,
  frame: Frame,
): { readonly basis: EventRoots['basis']; readonly claims: readonly Claim[] } {
  const claims = [...accountClaims(event, frame), ...statementClaims(event, frame)]
  if (claims.length > 0) return { basis: 'chains', claims }
  const alone = (basis: EventRoots['basis'], source: SourceId) => ({
    basis,
    claims: [{ speaker: null, chain: [{ source, isImplied: false }], isOfNobody: false, isIdentified: true }],
  })
  if (event.publishes !== null) return alone('publication', event.publishes)
  if (event.reported !== null) return alone('first report', event.reported.source)
  if (event.standing.source !== null) return alone('standing', event.standing.source)
  return { basis: 'nothing', claims: [] }
}

function accountClaims({ accounts }: TimelineEvent, frame: Frame): readonly Claim[] {
  return accounts.flatMap(({ attributedTo, chain }) =>
    chain.length === 0
      ? []
      : [{ speaker: otherThan(attributedTo, chain, frame), chain, isOfNobody: false, isIdentified: true }],
  )
}

/** Whoever did not answer did not speak: that is the outlet's own word. */
function statementClaims({ statements }: TimelineEvent, frame: Frame): readonly Claim[] {
  return statements.flatMap(({ speaker, chain, record }) =>
    chain.length === 0
      ? []
      : [
          {
            speaker: record === 'no-response' ? null : otherThan(speaker, chain, frame),
            chain,
            isOfNobody: record === 'unattributed',
            isIdentified: record !== 'unidentified',
          },
        ],
  )
}

/** The speaker, unless it is the outlet with which the chain begins. */
function otherThan(
  speaker: ActorId | null,
  chain: readonly ChainStep[],
  { actors, sources }: Frame,
): ActorId | null {
  const actor = speaker === null ? undefined : actors.get(speaker)
  const first = chain[0] === undefined ? undefined : sources.get(chain[0].source)
  return actor !== undefined && first !== undefined && isOutlet(actor, first) ? null : speaker
}

function findSoleSpeaker(event: TimelineEvent, frame: Frame): EventRoots['soleSpeaker'] {
  const said = statementClaims(event, frame)
  const claims =
    event.kind === 'statement' && said.length > 0 ? said : [...accountClaims(event, frame), ...said]
  const actor = claims[0]?.speaker ?? null
  if (actor === null || frame.actors.get(actor)?.kind !== 'unnamed') return null
  if (claims.some(({ speaker }) => speaker !== actor)) return null
  return { actor, isIdentified: claims.every(({ isIdentified }) => isIdentified) }
}

class ClaimGraph {
  readonly #frame: Frame
  /** In order of issue, then by id, so that nothing depends on the order of the chains. */
  readonly #pages: readonly SourceId[]
  readonly #arrows: readonly number[][]
  readonly #beginnings: readonly Beginning[]
  readonly #circleOf: Int32Array

  constructor(claims: readonly Claim[], frame: Frame) {
    this.#frame = frame
    const pages = new Set(claims.flatMap(({ chain }) => chain.map(({ source }) => source)))
    this.#pages = [...pages].sort((a, b) => this.#issuedMs(a) - this.#issuedMs(b) || (a < b ? -1 : 1))
    const numberOf = new Map(this.#pages.map((page, i) => [page, i]))
    this.#arrows = this.#pages.map(() => [])
    const begun = new Map<number, Claim[]>()
    for (const claim of claims) {
      const way = claim.chain.flatMap(({ source }) => numberOf.get(source) ?? [])
      for (let i = 1; i < way.length; i++) this.#lead(way[i - 1], way[i])
      const first = way[0]
      if (first !== undefined) addTo(begun, first, claim)
    }
    this.#beginnings = [...begun].map(([page, own]) => ({ page, claims: own }))
    for (const beginning of this.#beginnings) this.#leadFromOutlets(beginning)
    this.#circleOf = numberCircles(this.#arrows)
  }

  findRoots(): readonly Root[] {
    const isRoot = this.#findRootCircles()
    const rootPages = new Map<number, number[]>()
    const sameAs = this.#joinBeginnings()
    this.#circleOf.forEach((circle, page) => {
      if (!isRoot(circle)) return
      addTo(rootPages, sameAs.find(page), page)
    })
    return [...rootPages.values()].sort(([a = 0], [b = 0]) => a - b).map((pages) => this.#describe(pages))
  }

  #describe(pages: readonly number[]): Root {
    const own = new Set(pages)
    const claims = this.#beginnings.flatMap((beginning) => (own.has(beginning.page) ? beginning.claims : []))
    const retold = [...reach(this.#arrows, pages)].filter((page) => !own.has(page)).sort((a, b) => a - b)
    return {
      pages: this.#idsOf(pages),
      isCircle: new Set(pages.map((page) => this.#circleOf[page])).size < pages.length,
      isImplied: claims.every(({ chain }) => chain[0]?.isImplied === true),
      speakers: speakersOf(claims),
      hasOwnVoice: claims.some(({ speaker }) => speaker === null),
      isOfNobody: claims.every(({ isOfNobody }) => isOfNobody),
      retoldBy: this.#idsOf(retold),
    }
  }

  #idsOf(pages: readonly number[]): readonly SourceId[] {
    return pages.flatMap((page) => this.#pages[page] ?? [])
  }

  #lead(from: number | undefined, to: number | undefined): void {
    if (from === undefined || to === undefined || from === to) return
    this.#arrows[from]?.push(to)
  }

  /** Where all claims of a page are attributed to outlets that have pages here, it passes those on. */
  #leadFromOutlets({ page, claims }: Beginning): void {
    const pagesOf = claims.map(({ speaker }) => this.#pagesOf(speaker))
    if (pagesOf.every((pages) => pages.length > 0)) for (const from of pagesOf.flat()) this.#lead(from, page)
  }

  #pagesOf(speaker: ActorId | null): readonly number[] {
    const { actors, sources } = this.#frame
    const actor = speaker === null ? undefined : actors.get(speaker)
    if (actor === undefined) return []
    return this.#pages.flatMap((id, page) => {
      const source = sources.get(id)
      return source !== undefined && isOutlet(actor, source) ? [page] : []
    })
  }

  /** Circles into which nothing leads from outside. */
  #findRootCircles(): (circle: number) => boolean {
    const led = new Set<number>()
    this.#arrows.forEach((nexts, page) => {
      const from = this.#circleOf[page]
      for (const next of nexts) {
        const to = this.#circleOf[next]
        if (to !== undefined && to !== from) led.add(to)
      }
    })
    return (circle) => !led.has(circle)
  }

  /**
   * Which pages are one root, if they are any. Pages that begin chains count even where they turn out to pass on
   * another, and so do all circles: what binds two roots then holds whatever else becomes known of the page between.
   */
  #joinBeginnings(): JoinedNodes {
    const joined = new JoinedNodes(this.#pages.length)
    const firstOf = new Map<string, number>()
    const join = (page: number, key: string): void => {
      const first = firstOf.get(key)
      if (first === undefined) firstOf.set(key, page)
      else joined.join(first, page)
    }
    this.#circleOf.forEach((circle, page) => join(page, `circle ${circle}`))
    for (const { page, claims } of this.#beginnings) {
      const id = this.#pages[page]
      const outlet = id === undefined ? undefined : this.#frame.sources.get(id)?.outlet
      if (outlet !== undefined) join(page, `outlet ${outlet}`)
      if (claims.every(({ speaker }) => speaker !== null))
        join(page, `speakers ${speakersOf(claims).join(' ')}`)
    }
    return joined
  }

  /** Infinity: not known. */
  #issuedMs(page: SourceId): number {
    const issued = this.#frame.sources.get(page)?.issued ?? null
    if (issued === null) return Number.MAX_VALUE
    const { startMs, endMs } = outerExtent(issued)
    return Number.isFinite(startMs) ? startMs : Number.isFinite(endMs) ? endMs : Number.MAX_VALUE
  }
}

/** Without repeats, by id. */
function speakersOf(claims: readonly Claim[]): readonly ActorId[] {
  return [...new Set(claims.flatMap(({ speaker }) => speaker ?? []))].sort()
}

/** Nodes of which some are said to be one. */
class JoinedNodes {
  readonly #above: Int32Array

  constructor(count: number) {
    this.#above = Int32Array.from({ length: count }, (_, node) => node)
  }

  /** The same node for all that were joined. */
  find(node: number): number {
    let top = node
    for (let above = this.#above[top]; above !== undefined && above !== top; above = this.#above[top]) {
      this.#above[top] = this.#above[above] ?? above
      top = above
    }
    return top
  }

  join(a: number, b: number): void {
    this.#above[this.find(a)] = this.find(b)
  }
}

function addTo<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [value])
  else list.push(value)
}
