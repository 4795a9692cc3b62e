/** The parts that the first picture can do without, and when each is fetched. */
import type { ComponentType } from 'react'
import { readAddress } from './address.ts'
import { loadPlaceKeeper } from './before.ts'
import { isEmbed } from './embedMode.ts'
import { loaderOf } from './later.tsx'
import { loadLinkReader, readerAtHand } from './linkReader.ts'
import type { WholeStory } from '../loading/openedStory.ts'
import type { WorkspaceProps } from './Workspace.tsx'
import { whenPainted } from '../ui/shared/whenPainted.ts'

export const loadDetails = loaderOf(async () => (await import('./EventDetails.tsx')).EventDetails)
/** Who finds the way back from an event comes with it. */
export const loadFocusBack = loaderOf(async () => (await import('./EventDetails.tsx')).findEntry)
export const loadList = loaderOf(async () => (await import('./ListView.tsx')).ListView)
/** Sources, statements, changes: one file, since each is small. */
export const loadFurtherViews = loaderOf(async () => (await import('./FurtherViews.tsx')).FurtherViews)
export const loadSinceNote = loaderOf(async () => (await import('./FurtherViews.tsx')).SinceView)
/** Filters, key and overview are mounted with the drawing, and come after its first picture. */
export const loadFilters = loaderOf(
  async () => (await whenPainted(() => import('./FiltersView.tsx'))).FiltersView,
)
export const loadBelow = loaderOf(async () => (await whenPainted(() => import('./Below.tsx'))).Below)
export const loadOverview = loaderOf(
  async () => (await whenPainted(() => import('./OverviewView.tsx'))).OverviewView,
)
export const loadLaneSwitch = loaderOf(
  async () => (await whenPainted(() => import('./LaneSwitchView.tsx'))).LaneSwitchView,
)
export const loadActorTimeline = loaderOf(async () => (await import('./ActorTimeline.tsx')).ActorTimeline)
export const loadCopyNote = loaderOf(async () => (await import('../ui/share/CopyNote.tsx')).CopyNote)
export const loadShare = loaderOf(async () => (await import('./ShareView.tsx')).ShareView)
export const loadLinkNotice = loaderOf(async () => (await import('./LinkNotice.tsx')).LinkNotice)
export const loadProblemNotice = loaderOf(async () => (await import('./ProblemNotice.tsx')).ProblemNotice)
export const loadTiledWorkspace = loaderOf(
  async () => (await import('./tiles/TiledWorkspace.tsx')).TiledWorkspace,
)
export const loadEmbed = loaderOf<ComponentType<WorkspaceProps<WholeStory>>>(
  async () => (await import('./embed/EmbedWorkspace.tsx')).EmbedWorkspace,
)
export const loadClock = loaderOf(async () => (await whenPainted(() => import('./ClockView.tsx'))).ClockView)
export const loadClocks = async () => (await import('../loading/clockedStory.ts')).storyBy
export const loadFaultPage = loaderOf(async () => (await import('./FaultPage.tsx')).FaultPage)

/**
 * A link to an event needs the details as soon as it has the story: both come at the same time.
 * @returns once all of it has come, or could not be had
 */
export async function fetchWhatTheLinkNeeds(): Promise<void> {
  const { path, query } = readAddress()
  const needed: (() => Promise<unknown>)[] = [loadPlaceKeeper]
  if (readerAtHand() === null) needed.push(loadLinkReader)
  if (isEmbed()) needed.push(loadEmbed)
  if (path.startsWith('events/')) needed.push(loadDetails)
  if (query.includes('lanes=actor')) needed.push(loadActorTimeline)
  if (query.includes('clock=')) needed.push(loadClocks)
  if (/^[sc]|view=[sc]/.test(path + query)) needed.push(loadFurtherViews)
  else if (/^p|view=list/.test(path + query) || window.matchMedia('(max-width: 639px)').matches)
    needed.push(loadList)
  await Promise.allSettled(needed.map((load) => load()))
}

/** Once the page stands, what a reader may press next: it is then there without a connection too. */
export function fetchWhatMayCome(): void {
  const likely = [loadLinkReader, loadDetails, loadList, loadCopyNote, loadShare]
  for (const load of [...likely, loadClocks, loadFurtherViews, loadActorTimeline]) fetchEarly(load)
}

/** While the directories of the tiles come. */
export function fetchForTiles(): void {
  fetchEarly(loadTiledWorkspace)
}

/** Fetching early is no promise: the part that needs it asks again, and says what failed. */
function fetchEarly(load: () => Promise<unknown>): void {
  load().catch(() => undefined)
}
