/** How wide is the stretch of the drawing whose events are counted together? */
import type { Px } from '../time/units.ts'

/** At the resolution of the layout, so up to twice as wide on screen: room for a count and air. */
export const BUCKET_PX: Px = 128
