/** The page from the first moment: loading, a fault, or the story. */
import './app.css'
import './print.css'
import '../ui/text/textPage.css'
import { useEffect, useState, type ReactElement } from 'react'
import {
  onlineManager,
  QueryClient,
  QueryClientProvider,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import type { Progress } from '../loading/fetchPieces.ts'
import { LoadError } from '../loading/loadError.ts'
import { MAX_RETRIES, storyQuery } from '../loading/storyQuery.ts'
import { FaultScreen } from '../ui/notices/FaultScreen.tsx'
import { LoadScreen } from '../ui/notices/LoadScreen.tsx'
import { hasText } from './before.ts'
import { PartBoundary } from './PartBoundary.tsx'
import { isEmbed } from './embedMode.ts'
import { later } from './later.tsx'
import {
  fetchForTiles,
  fetchWhatTheLinkNeeds,
  loadEmbed,
  loadFaultPage,
  loadTiledWorkspace,
} from './laterParts.ts'
import { useLinkReader } from './linkReader.ts'
import { describeLostConnection, formatProgress } from './progressWords.ts'
import { useClock } from './useClock.ts'
import { useWholeStory } from './useTimelineMarks.ts'
import { Workspace } from './Workspace.tsx'

const FaultPage = later(
  loadFaultPage,
  <LoadScreen progressWords={null} urgentWords="The story could not be loaded." onStop={null} />,
)

const EmbedWorkspace = later(loadEmbed)

const TiledWorkspace = later(loadTiledWorkspace)

interface AppProps {
  /** Where the story file lies. */
  readonly storyAddress: string
}

export function App({ storyAddress }: AppProps): ReactElement {
  const [client] = useState(createClient)
  return (
    <QueryClientProvider client={client}>
      <PartBoundary part="The story" resetKey={storyAddress}>
        <StoryPage storyAddress={storyAddress} />
      </PartBoundary>
    </QueryClientProvider>
  )
}

/** The library believes in a connection until it hears of none; a page opened without one is to say so at once. */
function createClient(): QueryClient {
  onlineManager.setOnline(navigator.onLine)
  return new QueryClient()
}

function StoryPage({ storyAddress }: AppProps): ReactElement {
  const [progress, setProgress] = useState<Progress | null>(null)
  const [isStopped, setIsStopped] = useState(false)
  const client = useQueryClient()
  const options = storyQuery(storyAddress, setProgress, fetchForTiles)
  const query = useQuery({ ...options, enabled: !isStopped })
  const readLink = useLinkReader()
  // A text gives way to all that it shows, not to a part of it.
  const [isReady, setIsReady] = useState(() => !hasText())
  useEffect(() => void fetchWhatTheLinkNeeds().then(() => setIsReady(true)), [])
  if (query.data !== undefined && readLink !== null && isReady) {
    if (query.data.kind === 'tiled') return <TiledWorkspace opened={query.data} readLink={readLink} />
    const Shown = isEmbed() ? EmbedWorkspace : Workspace
    return <Shown opened={query.data} readLink={readLink} useFound={useWholeStory} useClock={useClock} />
  }
  if (isStopped) return <FaultPage error={null} stopped={storyAddress} onRetry={() => setIsStopped(false)} />
  if (query.isError) {
    const { error } = query
    const onRetry = (): void => void query.refetch()
    // Without a connection the words for other faults could not be fetched.
    if (error instanceof LoadError && error.fault.kind === 'network')
      return <FaultScreen {...describeLostConnection(error.address)} onRetry={onRetry} />
    return <FaultPage error={error} onRetry={onRetry} />
  }
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
      onStop={() => {
        setIsStopped(true)
        void client.cancelQueries({ queryKey: options.queryKey })
      }}
    />
  )
}
