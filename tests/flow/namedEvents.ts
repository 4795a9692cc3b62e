/** The events of the first story that journeys visit, as its file names them. */

export const official = {
  id: 'us-official-comment',
  title: 'U.S. official: Chinese government almost certainly directed it',
  statement: 'us-official-quote',
  quotation:
    'While members of a Chinese think tank may have lobbied, it is almost certain that the Chinese government approved and directed the message.',
} as const

export const request = {
  id: 'access-request',
  title: 'Think-tank representative urges access for Chinese authorities',
} as const

export const evaluation = { id: 'caisi-evaluation', title: 'CAISI evaluates DeepSeek V4 Pro' } as const

export const relay = { id: 'gz-relay', title: 'GIGAZINE relay' } as const

export const announcement = { id: 'mythos-developed', title: 'Claude Mythos Preview announced' } as const

export const heldBack = {
  id: 'restricted-release',
  title: 'Release held back to chosen organisations',
} as const
