/** The parts that the first picture can do without, and when each is fetched. */
import { readAddress } from './address.ts'

export const loadDetails = () => import('../ui/details/Details.tsx')
export const loadList = () => import('./ListView.tsx')

/** A link to an event needs the details as soon as it has the story: both come at the same time. */
export function fetchWhatTheLinkNeeds(): void {
  const { path, query } = readAddress()
  if (path.startsWith('events/')) void loadDetails().catch(ignoreForNow)
  if (query.includes('view=list') || window.matchMedia('(max-width: 639px)').matches)
    void loadList().catch(ignoreForNow)
}

/** Once the page stands, what a reader is likely to press next. */
export function fetchWhatMayCome(): void {
  void loadDetails().catch(ignoreForNow)
  void loadList().catch(ignoreForNow)
}

/** The part that needs it asks again and says what failed; fetching early is no promise. */
function ignoreForNow(): void {
  return
}
