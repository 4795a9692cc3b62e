/** A fault of loading, put into words on the screen for it. */
import type { ReactElement } from 'react'
import { FaultScreen } from '../ui/notices/FaultScreen.tsx'
import { describeFault } from './faultWords.ts'

export function FaultPage({
  error,
  onRetry,
}: {
  readonly error: unknown
  readonly onRetry: () => void
}): ReactElement {
  return <FaultScreen {...describeFault(error)} onRetry={onRetry} />
}
