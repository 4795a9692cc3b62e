/**
 * How do the parts of a sound story become those of a story file again? The way back of parseEvent.ts and its neighbours:
 * what is not known is left out, as an author would.
 */
import type { EventId } from '../base/brand.ts'
import type {
  Account,
  Actor,
  ChainStep,
  EventDate,
  Link,
  Relation,
  Revision,
  Source,
  Statement,
  TimelineEvent,
} from '../story/story.ts'
import type {
  AccountFile,
  ActorFile,
  ChainStepFile,
  EventFile,
  RevisionFile,
  SourceFile,
  StatementFile,
} from '../story/storyFile.ts'

/** Without its relations, of which it is only known in the end which lead to events of the file. */
export function writeEvent(event: TimelineEvent): EventFile {
  const { id, title, shortTitle, summary, kind, when, reported, publishes, standing } = event
  return {
    id,
    ...(event.aliases.length > 0 && { aliases: [...event.aliases] }),
    title,
    ...(shortTitle !== title && { shortTitle }),
    summary,
    kind,
    date: when === null ? null : writeDate(when),
    ...(reported !== null && {
      reported: { edtf: reported.date.edtf, source: reported.source, ...known({ note: reported.note }) },
    }),
    ...known({ publishes, place: event.place }),
    standing: { is: standing.is, ...known({ source: standing.source, note: standing.note }) },
    actors: event.actors.map(({ actor, role }) => ({ actor, role })),
    ...(event.accounts.length > 0 && { accounts: event.accounts.map(writeAccount) }),
    ...(event.statements.length > 0 && { statements: event.statements.map(writeStatement) }),
    ...(event.sources.length > 0 && { sources: [...event.sources] }),
    ...known({ note: event.note }),
    ...outside(event),
  }
}

/** Those that lead to an event of the file. */
export function writeRelations(
  relations: readonly Relation[],
  isKept: (id: EventId) => boolean,
): NonNullable<EventFile['relations']> {
  return relations.filter(({ to }) => isKept(to)).map(({ is, to }) => ({ is, to }))
}

export function writeActor(actor: Actor): ActorFile {
  const { id, name, kind, describedAs, people, note, aliases, link } = actor
  return {
    id,
    name,
    kind,
    ...known({ describedAs, people, note }),
    ...(aliases.length > 0 && { aliases: [...aliases] }),
    ...known({ url: followed(link) }),
  }
}

export function writeSource(source: Source): SourceFile {
  const { id, type, title, outlet, authorNames, issued, language, link, renderings } = source
  return {
    id,
    type,
    title,
    'container-title': outlet,
    ...(authorNames.length > 0 && { author: [...authorNames] }),
    ...known({ issued: issued?.edtf ?? null, URL: followed(link), language }),
    custom: {
      consulted: source.consulted,
      ...known({
        consultedNote: source.consultedNote,
        issuedNote: source.issuedNote,
        archive: followed(source.archive),
      }),
      ...(source.isDescribed && { described: true }),
      ...(renderings.length > 0 && {
        renderings: renderings.map(({ text, by, note }) => ({ text, by, ...known({ note }) })),
      }),
      ...(source.isSeveral && { several: true }),
      ...outside(source),
    },
  }
}

/** With those of its events that are in the file. */
export function writeRevision(
  { date, summary, reason, events }: Revision,
  isKept: (id: EventId) => boolean,
): RevisionFile {
  const kept = events.filter(isKept)
  return {
    date: date.edtf,
    summary,
    ...known({ reason }),
    ...(kept.length > 0 && { events: kept }),
  }
}

function writeDate({ date, note, derived, baseText, sources, ...rest }: EventDate): EventFile['date'] {
  return {
    edtf: date.edtf,
    ...known({ note }),
    ...(derived.length > 0 && { derived: [...derived] }),
    ...(baseText !== undefined && { baseText: baseText?.edtf ?? null }),
    ...(sources.length > 0 && { sources: [...sources] }),
    ...outside(rest),
  }
}

function writeAccount(account: Account): AccountFile {
  const { question, claim, standing, date, attributedTo, statement, chain, note } = account
  return {
    ...known({ question }),
    claim,
    standing,
    ...known({ date: date?.edtf ?? null, attributedTo, statement }),
    chain: writeChain(chain),
    ...known({ note }),
    ...outside(account),
  }
}

function writeStatement(statement: Statement): StatementFile {
  const { id, aliases, speaker, form, text, language, wording, wordingNote, record, date } = statement
  const { chain, locator, note } = statement
  return {
    id,
    ...(aliases.length > 0 && { aliases: [...aliases] }),
    speaker,
    form,
    text,
    language,
    wording,
    ...known({ wordingNote }),
    record,
    ...known({ date: date?.edtf ?? null }),
    chain: writeChain(chain),
    ...(locator !== null && { locator: { source: locator.source, exact: locator.exact } }),
    ...known({ note }),
    ...outside(statement),
  }
}

function writeChain(chain: readonly ChainStep[]): ChainStepFile[] {
  return chain.map(({ source, isImplied }) => ({ source, ...(isImplied && { implied: true }) }))
}

/** An address that was refused would be a problem of the new file too. */
function followed(link: Link | null): string | null {
  return link?.kind === 'safe' ? link.url : null
}

function outside({ isOutside }: { readonly isOutside: boolean }): { outside?: true } {
  return isOutside ? { outside: true } : {}
}

type Known<Fields> = { [Name in keyof Fields]?: NonNullable<Fields[Name]> }

/** The fields that are not null. */
function known<Fields extends object>(fields: Fields): Known<Fields> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)) as Known<Fields>
}
