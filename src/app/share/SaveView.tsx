/** Saving what is shown: how many events that are, which file is being made, and how it went. */
import { useEffect, useMemo, useRef, useState, type ReactElement } from 'react'
import { countPlaces } from '../../core/exporting/calendarPlace.ts'
import {
  describeCalendar,
  describeSaved,
  describeTakingProgress,
  describeTooMany,
  takingWords,
  type TakenFormat,
} from '../../core/wording/takingWords.ts'
import { formatEventCount } from '../../core/wording/storyWords.ts'
import { SaveSection, type SaveState } from '../../ui/share/SaveSection.tsx'
import { saveBlob } from './saveBlob.ts'
import type { Shown } from './shown.ts'
import { MOST_TAKEN, takeAlong } from './takeAlong.ts'

/** How often progress is told, ms. */
const TOLD_MS = 100

export function SaveView({ storyIndex, found, state, matchWords }: Shown): ReactElement {
  const [saving, setSaving] = useState<SaveState>({ kind: 'idle' })
  const stopping = useRef<AbortController | null>(null)
  // Nobody is left to save it for.
  useEffect(() => () => stopping.current?.abort(), [])
  const most = MOST_TAKEN[found.drawn.kind]
  const { details } = storyIndex
  const calendarWords = useMemo(() => {
    if (details.kind !== 'at-hand') return ''
    const rows = found.shownRows.slice(0, found.shownRows.length)
    const { placed, leftOut } = countPlaces(rows.flatMap((row) => details.story.events[row] ?? []))
    return describeCalendar(placed, leftOut)
  }, [details, found.shownRows])

  const onSave = async (format: TakenFormat): Promise<void> => {
    const controller = new AbortController()
    stopping.current = controller
    let toldMs = -Infinity
    const tell = (done: number): void => {
      if (performance.now() - toldMs < TOLD_MS) return
      toldMs = performance.now()
      setSaving({ kind: 'making', format, words: describeTakingProgress(done, found.shown) })
    }
    tell(0)
    try {
      const shown = { storyIndex, found, state, matchWords }
      const file = await takeAlong(format, shown, { stop: controller.signal, onProgress: tell })
      controller.signal.throwIfAborted()
      saveBlob(file.blob, file.name)
      setSaving({ kind: 'over', words: describeSaved(file.name, file.note), isFault: false })
    } catch (error) {
      const isStopped = controller.signal.aborted
      const words = isStopped ? takingWords.stopped : describeFault(error)
      setSaving({ kind: 'over', words, isFault: !isStopped })
    }
  }
  return (
    <SaveSection
      countWords={formatEventCount(found.shown)}
      calendarWords={calendarWords}
      refusal={found.shown > most ? describeTooMany(found.shown, most) : null}
      isEmpty={found.shown === 0}
      saving={saving}
      onSave={(format) => void onSave(format)}
      onStop={() => stopping.current?.abort()}
    />
  )
}

function describeFault(error: unknown): string {
  return takingWords.failed + (error instanceof Error ? `: ${error.message}.` : '.')
}
