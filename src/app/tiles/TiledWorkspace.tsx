/** A story in tiles on screen: as any other, once the events that the address names have been found. */
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'
import { decodeLink } from '../../core/view/viewLink.ts'
import { LoadError } from '../../loading/loadError.ts'
import type { TiledStory } from '../../loading/tiles/tiledStory.ts'
import { LoadScreen } from '../../ui/notices/LoadScreen.tsx'
import { readAddress } from '../address.ts'
import { FaultPage } from '../FaultPage.tsx'
import { Workspace } from '../Workspace.tsx'
import { useOneClock } from './useOneClock.ts'
import { useTiledStory } from './useTiledStory.tsx'

export function TiledWorkspace({ opened }: { readonly opened: TiledStory }): ReactElement {
  // Of the first address alone: later ones are of events that were seen.
  const [names] = useState(() => {
    const { openEvent, openStatement } = decodeLink(readAddress()).state
    return [openEvent, openStatement].filter((name) => name !== null)
  })
  const query = useQuery({
    queryKey: ['names', opened.frame.id],
    queryFn: async () => {
      await opened.learnNames(names)
      return true
    },
    enabled: names.length > 0,
    staleTime: Infinity,
    retry: (failures, error) => error instanceof LoadError && error.isPassing && failures < 2,
    networkMode: 'always',
  })
  if (query.isError) return <FaultPage error={query.error} onRetry={() => void query.refetch()} />
  if (query.data === undefined && query.fetchStatus === 'fetching')
    return <LoadScreen progressWords={null} urgentWords={null} onStop={null} />
  return <Workspace opened={opened} useFound={useTiledStory} useClock={useOneClock} />
}
