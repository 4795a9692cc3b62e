/** Which stretches of memory can be handed over instead of copied? */

/** The buffers of all typed arrays in a value, however deep, each once. Looks into plain objects and lists. */
export function buffersOf(value: unknown): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>()
  const visit = (part: unknown): void => {
    if (ArrayBuffer.isView(part)) {
      if (part.buffer instanceof ArrayBuffer) buffers.add(part.buffer)
    } else if (Array.isArray(part) || isPlain(part)) Object.values(part).forEach(visit)
  }
  visit(value)
  return [...buffers]
}

/** Maps of a story's frame hold no arrays of numbers. */
function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
}
