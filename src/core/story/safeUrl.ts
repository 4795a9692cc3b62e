/**
 * Which addresses may be followed? The one gate: nothing that did not pass here becomes an `href`.
 * A refused address is still shown, as text, with the reason.
 */
import type { SafeUrl } from '../base/brand.ts'
import type { Link } from './story.ts'
import { formatLimit, MAX_ADDRESS_LENGTH } from './storyLimits.ts'

/** What the gate needs of URL. Core has no DOM library; browsers and Node both have this class. */
declare const URL: new (text: string) => {
  readonly href: string
  readonly protocol: string
  readonly username: string
  readonly password: string
  readonly host: string
}

/**
 * The link that `text` stands for: safe (http or https, no credentials, at most MAX_ADDRESS_LENGTH long) or
 * refused. `host` is the real one: punycode where the name is not ASCII, "www." kept, port where unusual.
 */
export function gateUrl(text: string): Link {
  const trimmed = text.trim()
  if (trimmed.length > MAX_ADDRESS_LENGTH) {
    const shown = `${trimmed.slice(0, MAX_ADDRESS_LENGTH - 1)}…`
    return refuse(shown, `The address is longer than ${formatLimit(MAX_ADDRESS_LENGTH)} characters.`)
  }
  // URL drops tabs and line breaks without a word, so that "java\nscript:" would read as one.
  if (hasControlCharacter(trimmed)) return refuse(trimmed, 'The address contains control characters.')
  const url = readUrl(trimmed)
  if (url === null) {
    return refuse(trimmed, 'The address is not complete; it has to begin with https:// or http://.')
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    return refuse(trimmed, `Only https: and http: addresses are followed, and this one is ${url.protocol}`)
  }
  if (url.username !== '' || url.password !== '') {
    return refuse(trimmed, 'The address carries a user name or password, which can disguise its host.')
  }
  return { kind: 'safe', url: url.href as SafeUrl, host: url.host }
}

function readUrl(text: string) {
  try {
    return new URL(text)
  } catch {
    return null // URL has no other way to say "not an address"
  }
}

function hasControlCharacter(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < 0x20 || code === 0x7f) return true
  }
  return false
}

function refuse(text: string, reason: string): Link {
  return { kind: 'refused', text, reason }
}
