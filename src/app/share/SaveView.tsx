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
import { SaveSection, type SaveState } from '../../ui/share/SaveSection.tsx'
import { saveBlob } from './saveBlob.ts'
import type { Shown } from './shown.ts'
import { bringForPrint, MOST_PRINTED } from './printedEvents.ts'
import { printPage } from './printing.ts'
import { MOST_TAKEN, takeAlong, type Taking } from './takeAlong.ts'

/** How often progress is told, ms. */
const TOLD_MS = 100

export function SaveView(props: Shown): ReactElement {
  const { storyIndex, found, matchWords } = props
  const latest = useRef(props)
  useEffect(() => {
    latest.current = props
  })
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

  /** @param make resolves with what is said in the end */
  const run = async (total: number, make: (taking: Taking) => Promise<string>): Promise<void> => {
    const controller = new AbortController()
    stopping.current = controller
    let toldMs = -Infinity
    const tell = (done: number): void => {
      if (performance.now() - toldMs < TOLD_MS) return
      toldMs = performance.now()
      setSaving({ kind: 'making', words: describeTakingProgress(done, total) })
    }
    tell(0)
    try {
      const words = await make({ stop: controller.signal, onProgress: tell })
      setSaving({ kind: 'over', words, isFault: false })
    } catch (error) {
      const isStopped = controller.signal.aborted
      const words = isStopped ? takingWords.stopped : describeFault(error)
      setSaving({ kind: 'over', words, isFault: !isStopped })
    }
  }
  const onSave = (format: TakenFormat): Promise<void> =>
    run(found.shown, async (taking) => {
      const file = await takeAlong(format, () => latest.current, taking)
      taking.stop.throwIfAborted()
      saveBlob(file.blob, file.name)
      return describeSaved(file.name, file.note)
    })
  const onPrint = (): Promise<void> =>
    run(Math.min(found.shown, MOST_PRINTED), async ({ stop, onProgress }) => {
      await bringForPrint(details, found.shownRows, stop, onProgress)
      await printPage()
      return ''
    })
  return (
    <SaveSection
      countWords={`${matchWords}.`}
      calendarWords={calendarWords}
      refusal={found.shown > most ? describeTooMany(found.shown, most) : null}
      isEmpty={found.shown === 0}
      saving={saving}
      onSave={(format) => void onSave(format)}
      onPrint={() => void onPrint()}
      onStop={() => stopping.current?.abort()}
    />
  )
}

function describeFault(error: unknown): string {
  return takingWords.failed + (error instanceof Error ? `: ${error.message}.` : '.')
}
