/** Which accounts answer the same question? */
import type { Account } from './story.ts'

export interface AccountGroup {
  /** null: accounts that answer no disputed question. */
  readonly question: string | null
  readonly accounts: readonly Account[]
}

/** Groups in the order in which their questions first come; within a group as in the file. */
export function groupAccounts(accounts: readonly Account[]): readonly AccountGroup[] {
  const groups = new Map<string | null, Account[]>()
  for (const account of accounts) {
    const group = groups.get(account.question)
    if (group === undefined) groups.set(account.question, [account])
    else group.push(account)
  }
  return [...groups].map(([question, members]) => ({ question, accounts: members }))
}
