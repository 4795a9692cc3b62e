/** The page from the first moment: loading, a fault, or the story. */
import './app.css'
import { lazy, Suspense, useEffect, useState, type ReactElement } from 'react'
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import type { Progress } from '../loading/fetchText.ts'
import { MAX_RETRIES, storyQuery } from '../loading/storyQuery.ts'
import { LoadScreen } from '../ui/notices/LoadScreen.tsx'
import { PartBoundary } from './PartBoundary.tsx'
import { fetchWhatTheLinkNeeds } from './laterParts.ts'
import { formatProgress } from './progressWords.ts'
import { Workspace } from './Workspace.tsx'

const FaultPage = lazy(async () => ({ default: (await import('./FaultPage.tsx')).FaultPage }))

interface AppProps {
  /** Where the story file lies. */
  readonly storyAddress: string
}

export function App({ storyAddress }: AppProps): ReactElement {
  const [client] = useState(() => new QueryClient())
  useEffect(fetchWhatTheLinkNeeds, [])
  return (
    <QueryClientProvider client={client}>
      <PartBoundary part="The story" resetKey={storyAddress}>
        <StoryPage storyAddress={storyAddress} />
      </PartBoundary>
    </QueryClientProvider>
  )
}

function StoryPage({ storyAddress }: AppProps): ReactElement {
  const [progress, setProgress] = useState<Progress | null>(null)
  const query = useQuery(storyQuery(storyAddress, setProgress))
  if (query.data !== undefined) return <Workspace story={query.data.story} problems={query.data.problems} />
  if (query.isError)
    return (
      <Suspense fallback={<LoadScreen progressWords={null} urgentWords="The story could not be loaded." />}>
        <FaultPage error={query.error} onRetry={() => void query.refetch()} />
      </Suspense>
    )
  const urgentWords =
    query.fetchStatus === 'paused'
      ? 'You are offline. The story will load as soon as there is a connection.'
      : query.failureCount > 0
        ? `That did not work. Trying again (${query.failureCount} of ${MAX_RETRIES})…`
        : null
  return (
    <LoadScreen
      progressWords={progress === null ? null : formatProgress(progress)}
      urgentWords={urgentWords}
    />
  )
}
