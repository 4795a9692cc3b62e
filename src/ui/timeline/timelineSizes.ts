/** Sizes that the drawing and its style sheet share, px. */

/** Height of the axis above the lanes. */
export const AXIS_PX = 38
