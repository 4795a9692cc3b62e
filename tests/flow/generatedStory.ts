/** A made-up story as its file has it, to hold the page against. */
import { generateStory, type StoryOptions } from '../bench/generator/generateStory.ts'

export interface GeneratedStory {
  readonly story: { readonly title: string }
  readonly actors: readonly { readonly id: string; readonly name: string }[]
  readonly events: readonly GeneratedEvent[]
}

export interface GeneratedEvent {
  readonly id: string
  readonly aliases?: readonly string[]
  readonly title: string
  readonly summary: string
  readonly date: { readonly edtf: string } | null
  readonly actors: readonly { readonly actor: string }[]
  readonly statements: readonly {
    readonly id: string
    readonly speaker: string | null
    readonly text: string
  }[]
  readonly accounts?: readonly { readonly attributedTo?: string }[]
}

export function generatedStory(options: StoryOptions): {
  readonly text: string
  readonly story: GeneratedStory
} {
  const text = [...generateStory(options)].join('')
  return { text, story: JSON.parse(text) as GeneratedStory }
}

/** Everyone an event involves, as the filter counts them. */
export function involves(event: GeneratedEvent, actor: string): boolean {
  return (
    event.actors.some((listed) => listed.actor === actor) ||
    event.statements.some(({ speaker }) => speaker === actor) ||
    (event.accounts ?? []).some(({ attributedTo }) => attributedTo === actor)
  )
}
