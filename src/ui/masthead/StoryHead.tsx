/** Title, summary, and what the story covers, in words. */
import type { ReactElement } from 'react'
import { Bidi } from '../shared/Bidi.tsx'

interface StoryHeadProps {
  readonly title: string
  readonly summary: string
  readonly language: string
  readonly coverage: { readonly lead: string; readonly rest: string }
  readonly revisedWords: string
}

export function StoryHead({
  title,
  summary,
  language,
  coverage,
  revisedWords,
}: StoryHeadProps): ReactElement {
  return (
    <div className="story-head">
      <h1 lang={language}>
        <Bidi text={title} />
      </h1>
      <p className="story-summary" lang={language}>
        <Bidi text={summary} />
      </p>
      <p className="story-coverage">
        <strong>{coverage.lead}</strong>
        {coverage.rest} {revisedWords}
      </p>
    </div>
  )
}
