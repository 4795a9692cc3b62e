/** Why there is no story, put into words on the screen for it. */
import type { ReactElement } from 'react'
import { FaultScreen } from '../ui/notices/FaultScreen.tsx'
import { describeFault, describeStopped } from './faultWords.ts'

interface FaultPageProps {
  /** A fault of loading, or, where the reader stopped it, what was asked for. */
  readonly error: unknown
  readonly stopped?: string
  readonly onRetry: () => void
}

export function FaultPage({ error, stopped, onRetry }: FaultPageProps): ReactElement {
  const words = stopped === undefined ? describeFault(error) : describeStopped(stopped)
  return <FaultScreen {...words} onRetry={onRetry} />
}
