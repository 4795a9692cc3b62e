/** What is claimed: accounts of one question side by side, none of them first by colour or weight. */
import type { ReactElement } from 'react'
import type { Account, Statement, StoryFrame, TimelineEvent } from '../../core/story/story.ts'
import { groupAccounts } from '../../core/story/groupAccounts.ts'
import { wordingWords } from '../../core/wording/claimWords.ts'
import { formatDateWords } from '../../core/wording/dateWords.ts'
import { standingWords } from '../../core/wording/standingWords.ts'
import { Bidi } from '../shared/Bidi.tsx'
import { StandingSign } from '../shared/StandingSign.tsx'
import { ChainLine } from './ChainLine.tsx'
import { Outside } from './StatementBlock.tsx'

interface AccountsProps {
  readonly event: TimelineEvent
  readonly story: StoryFrame
}

export function Accounts({ event, story }: AccountsProps): ReactElement | null {
  if (event.accounts.length === 0) return null
  return (
    <>
      {groupAccounts(event.accounts).map(({ question, accounts }) => (
        <section key={question ?? ''} className="details-section">
          <h3>
            {question === null ? (
              'How this is known'
            ) : (
              <>
                {accounts.length > 1 ? 'Accounts differ: ' : ''}
                <Bidi text={question} />
              </>
            )}
          </h3>
          <ul className={`accounts count-${Math.min(accounts.length, 3)}`}>
            {accounts.map((account, i) => (
              <AccountBlock key={i} account={account} words={wordsOf(account, event)} story={story} />
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

/** The statement in whose words the account is made. */
function wordsOf({ statement }: Account, { statements }: TimelineEvent): Statement | null {
  return statements.find(({ id }) => id === statement) ?? null
}

function AccountBlock({
  account,
  words,
  story,
}: {
  readonly account: Account
  readonly words: Statement | null
  readonly story: StoryFrame
}): ReactElement {
  return (
    <li className="account">
      <p className="account-claim">
        <Bidi text={account.claim} />
      </p>
      {account.date !== null && <p className="account-date">{formatDateWords(account.date)}</p>}
      {words !== null && <AccountWords words={words} />}
      <p className="account-standing">
        <StandingSign standing={account.standing} /> {standingWords[account.standing]}
      </p>
      <ChainLine speaker={account.attributedTo} chain={account.chain} story={story} />
      {account.note !== null && (
        <p className="account-note">
          <Bidi text={account.note} />
        </p>
      )}
      {account.isOutside && (
        <p className="account-note">
          <Outside />
        </p>
      )}
    </li>
  )
}

function AccountWords({ words }: { readonly words: Statement }): ReactElement {
  return (
    <div className="account-words">
      {words.form === 'quotation' ? (
        <blockquote lang={words.language}>
          <span aria-hidden="true">‘</span>
          <Bidi text={words.text} />
          <span aria-hidden="true">’</span>
        </blockquote>
      ) : (
        <p lang={words.language}>
          <Bidi text={words.text} />
        </p>
      )}
      <p className="account-note">
        {words.form === 'quotation' ? wordingWords[words.wording] : 'Paraphrase.'}
      </p>
    </div>
  )
}
