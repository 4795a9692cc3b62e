/** A story in tiles on screen: as any other, once what the address names has been found. */
import { useQuery } from '@tanstack/react-query'
import { useState, type ComponentType, type ReactElement } from 'react'
import { decodeLink } from '../../core/view/decodeLink.ts'
import { LoadError } from '../../loading/loadError.ts'
import type { TiledStory } from '../../loading/tiles/tiledStory.ts'
import { LoadScreen } from '../../ui/notices/LoadScreen.tsx'
import { readAddress } from '../address.ts'
import { isEmbed } from '../embedMode.ts'
import { FaultPage } from '../FaultPage.tsx'
import { later, loaderOf } from '../later.tsx'
import type { LinkReader } from '../linkReader.ts'
import { Workspace, type WorkspaceProps } from '../Workspace.tsx'
import { useTiledClock } from './useTiledClock.ts'
import { useTiledStory } from './useTiledStory.tsx'

const EmbedWorkspace = later(
  loaderOf<ComponentType<WorkspaceProps<TiledStory>>>(
    async () => (await import('../embed/EmbedWorkspace.tsx')).EmbedWorkspace,
  ),
)

interface TiledWorkspaceProps {
  readonly opened: TiledStory
  readonly readLink: LinkReader
}

export function TiledWorkspace({ opened, readLink }: TiledWorkspaceProps): ReactElement {
  // Of the first address alone: later ones are of events that were seen.
  const [{ names, hasSources }] = useState(() => {
    const { openEvent, openStatement, chosen } = decodeLink(readAddress()).state
    return {
      names: [openEvent, openStatement].filter((name) => name !== null),
      hasSources: chosen.source.length > 0 && opened.facets.offered.includes('source'),
    }
  })
  const query = useQuery({
    queryKey: ['names', opened.frame.id],
    queryFn: async () => {
      await Promise.all([opened.learnNames(names), hasSources ? opened.facets.learn('source') : null])
      return true
    },
    enabled: names.length > 0 || hasSources,
    staleTime: Infinity,
    retry: (failures, error) => error instanceof LoadError && error.isPassing && failures < 2,
    networkMode: 'always',
  })
  if (query.isError) return <FaultPage error={query.error} onRetry={() => void query.refetch()} />
  if (query.data === undefined && query.fetchStatus === 'fetching')
    return <LoadScreen progressWords={null} urgentWords={null} onStop={null} />
  const Shown: ComponentType<WorkspaceProps<TiledStory>> = isEmbed() ? EmbedWorkspace : Workspace
  return <Shown opened={opened} readLink={readLink} useFound={useTiledStory} useClock={useTiledClock} />
}
