/** How do names from a story stand in a sentence of ours? Apart from it, since they keep their own direction. */

export type TextPart = string | { readonly name: string }

/** "A", "A and B", "A, B and C". @param last between the last two */
export function listNames(names: readonly string[], last = ' and '): readonly TextPart[] {
  return names.flatMap((name, i): readonly TextPart[] => {
    if (i === 0) return [{ name }]
    return [i === names.length - 1 ? last : ', ', { name }]
  })
}

/** All of it as plain text. */
export function formatParts(parts: readonly TextPart[]): string {
  return parts.map((part) => (typeof part === 'string' ? part : part.name)).join('')
}
