/** Does the page stand in a frame of another page? Its address says so, as long as it is open. */
import { asksForEmbed, readEmbedTheme, type Theme } from '../core/view/embedMode.ts'
import { readAddress } from './address.ts'

export function isEmbed(): boolean {
  return asksForEmbed(readAddress())
}

/** What the page around it asked for; null: as the reader's device. */
export function embedTheme(): Theme | null {
  return readEmbedTheme(window.location.search)
}
