/** How is a story loaded, and when is that tried again? As options for TanStack Query. */
import { queryOptions } from '@tanstack/react-query'
import { parseStory, type ParsedStory } from '../core/story/parseStory.ts'
import { fetchText, type Progress } from './fetchText.ts'
import { LoadError } from './loadError.ts'

/** Most that a passing fault is tried again by itself. */
export const MAX_RETRIES = 2

/**
 * One static file: never stale, never copied (structural sharing would copy every object, and a `__proto__` key
 * with them), tried again only for faults that pass.
 * @param onProgress told of every piece that arrives
 */
export function storyQuery(address: string, onProgress: (progress: Progress) => void) {
  return queryOptions({
    queryKey: ['story', address],
    queryFn: ({ signal }) => loadStory(address, signal, onProgress),
    staleTime: Infinity,
    gcTime: Infinity,
    structuralSharing: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    retry: (failures, error) => error instanceof LoadError && error.isPassing && failures < MAX_RETRIES,
    retryDelay: (attempt) => 800 * 2 ** attempt,
  })
}

async function loadStory(
  address: string,
  signal: AbortSignal,
  onProgress: (progress: Progress) => void,
): Promise<ParsedStory> {
  const { text, contentType } = await fetchText(address, signal, onProgress)
  const parsed = parseStory(readJson(text, contentType, address))
  if (!parsed.ok) throw new LoadError({ kind: 'story', problems: parsed.problem }, address)
  return parsed.value
}

function readJson(text: string, contentType: string, address: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const start = text.trimStart()
    if (contentType.includes('html') || start.startsWith('<')) throw new LoadError({ kind: 'html' }, address)
    const isCut = /^[[{]/.test(start) && !/[}\]]$/.test(text.trimEnd())
    const sentence = error instanceof Error ? error.message : String(error)
    throw new LoadError({ kind: 'json', isCut, sentence }, address)
  }
}
