/** What is shown as a document on paper: what it is, the open event, the drawing, and every event in order. */
import type { ReactElement, ReactNode } from 'react'
import type { Picture } from '../../core/exporting/picture.ts'
import type { StoryFrame } from '../../core/story/story.ts'
import { Bidi } from '../shared/Bidi.tsx'
import { PictureShape } from './PictureShape.tsx'
import './printedStory.css'

export interface PrintedSection {
  readonly heading: string
  /** One for each event. */
  readonly entries: readonly ReactNode[]
}

interface PrintedStoryProps {
  readonly story: StoryFrame
  /** What is shown of it, whence, and what of it is not printed, a paragraph each. */
  readonly facts: readonly string[]
  readonly address: string
  /** The open event; null: none is. */
  readonly open: ReactNode
  /** null: no event is shown. */
  readonly picture: Picture | null
  readonly sections: readonly PrintedSection[]
}

export function PrintedStory({
  story,
  facts,
  address,
  open,
  picture,
  sections,
}: PrintedStoryProps): ReactElement {
  return (
    <div className="print-page">
      <header>
        <h1 lang={story.language}>
          <Bidi text={story.title} />
        </h1>
        <p className="print-summary" lang={story.language}>
          <Bidi text={story.summary} />
        </p>
        {facts.map((fact) => (
          <p key={fact}>
            <Bidi text={fact} />
          </p>
        ))}
        <p className="print-address">{address}</p>
      </header>
      {open !== null && <section className="print-open">{open}</section>}
      {picture !== null && <PictureShape picture={picture} />}
      {sections.map(({ heading, entries }, i) => (
        <section key={`${heading}-${i}`}>
          <h2>{heading}</h2>
          {entries}
        </section>
      ))}
    </div>
  )
}
