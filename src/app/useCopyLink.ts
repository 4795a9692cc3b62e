/** Copies the link to what is shown, and tells how that went. */
import { useState } from 'react'
import type { StatementId } from '../core/base/brand.ts'
import type { CopyResult } from '../ui/share/CopyNote.tsx'
import { addressOf } from './address.ts'
import type { ViewStore } from './viewStore.ts'

export function useCopyLink(store: ViewStore): {
  readonly result: CopyResult | null
  /** The whole view: filter, window, open event. */
  readonly onShare: () => Promise<void>
  /** The open event, or one statement of it. */
  readonly onCopy: (statement: StatementId | null) => Promise<void>
  readonly onDismiss: () => void
} {
  const [result, setResult] = useState<CopyResult | null>(null)
  const copy = async (address: string, what: string): Promise<void> => {
    try {
      await navigator.clipboard.writeText(address)
      setResult({ address, what, isCopied: true })
    } catch {
      // Refused, or not a secure page: the address is shown to be copied by hand.
      setResult({ address, what, isCopied: false })
    }
  }
  return {
    result,
    onShare: () => copy(addressOf(store.getState()), 'exactly this view'),
    onCopy: (statement) =>
      copy(
        addressOf({ ...store.getState(), openStatement: statement }),
        statement === null ? 'this event' : 'this statement',
      ),
    onDismiss: () => setResult(null),
  }
}
