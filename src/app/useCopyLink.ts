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
  /** Another address. @param what it opens, as it stands in a sentence */
  readonly onCopyAddress: (address: string, what: string) => Promise<void>
  readonly onDismiss: () => void
} {
  const [result, setResult] = useState<CopyResult | null>(null)
  /** @param opens what the link opens */
  const copy = async (text: string, opens: string): Promise<void> => {
    let isCopied = true
    try {
      await navigator.clipboard.writeText(text)
    } catch {
      // Refused, or not a secure page: the text is shown to be copied by hand.
      isCopied = false
    }
    setResult({ text, opens, isCopied })
  }
  return {
    result,
    onShare: () => copy(addressOf(store.getState()), 'exactly this view'),
    onCopy: (statement) =>
      copy(
        addressOf({ ...store.getState(), openStatement: statement }),
        statement === null ? 'this event' : 'this statement',
      ),
    onCopyAddress: copy,
    onDismiss: () => setResult(null),
  }
}
