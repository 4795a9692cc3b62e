/** With which lines of HTML does a page of somebody else show a view in a frame? */

export interface EmbedFrame {
  /** Whole address of the frame. */
  readonly src: string
  /** What is in it, for those who do not see it; any text. */
  readonly title: string
  /** Before its height is told, or for good. CSS px */
  readonly heightPx: number
}

/**
 * Sets each frame's height to what it tells; whoever else sends a message is not heard. May stand in a page many times.
 * A height is a number of CSS px; others, and such as no frame has, are left alone.
 */
export const heightScript = `addEventListener('message', (event) => {
  const { type, height } = Object(event.data)
  if (type !== 'dateline:height' || !(Number.isFinite(height) && height > 0 && height < 100000)) return
  for (const frame of document.querySelectorAll('iframe[data-dateline]'))
    if (frame.contentWindow === event.source) frame.style.height = height + 'px'
})
`

/** The element alone. Wide as what it stands in; narrower than 280 px it is not made for. */
export function formatEmbedFrame({ src, title, heightPx }: EmbedFrame): string {
  return [
    `<iframe data-dateline src="${escapeAttribute(src)}"`,
    `title="${escapeAttribute(title)}" loading="lazy" allow="clipboard-write"`,
    `style="display: block; width: 100%; min-width: 280px; height: ${heightPx}px; border: 0"></iframe>`,
  ].join('\n  ')
}

/** The element, and where it is to follow what it shows, the script that lets it. Ready to paste into a page. */
export function formatEmbedSnippet(frame: EmbedFrame, isFitted: boolean): string {
  const element = formatEmbedFrame(frame)
  return isFitted ? `${element}\n<script>\n${heightScript}</script>\n` : `${element}\n`
}

/** Plain text between double quotes; white space of any kind is a space. */
export function escapeAttribute(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
