/** What the address asks for, as far as the story has it. */
import { decodeLink } from '../core/view/decodeLink.ts'
import { fitToStory } from '../core/view/fitToStory.ts'
import { readAddress } from './address.ts'
import type { LinkReader } from './linkReader.ts'

export const readLink: LinkReader = (names) => fitToStory(decodeLink(readAddress()), names)
