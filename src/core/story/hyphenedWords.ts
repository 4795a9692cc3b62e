/**
 * Is a text words joined by hyphens, as a pattern of the schema asks? Ids and tags of languages are, by the ten million
 * in a large file, and to ask the pattern itself each would have to be a string first.
 */

interface WordRule {
  /** [ASCII] 1 for its letters. */
  readonly letters: Uint8Array
  readonly least: number
  readonly most: number
}

/** Such as `^[a-z]{2,8}(?:-[a-z0-9]+)*$`: a class of letters, and how many of them, for the first word and for others. */
const SHAPE = /^\^(\[[^\]\\^]+\])(\+|\{\d+,\d+\})\(\?:-(\[[^\]\\^]+\])(\+|\{\d+,\d+\})\)\*\$$/

/**
 * Whether the pattern takes the units from `from` on, up to a quote. The index of that quote; -1: it does not.
 * Throws on a pattern of another shape: our own mistake, met at start-up.
 */
export function compileHyphened({ source, flags }: RegExp): (units: Uint16Array, from: number) => number {
  const shape = SHAPE.exec(source)
  if (shape === null || flags !== '')
    throw new Error(`hyphenedWords.ts does not know this pattern: ${source}`)
  const [, firstClass = '', firstCount = '', otherClass = '', otherCount = ''] = shape
  const first = ruleOf(firstClass, firstCount)
  const other = ruleOf(otherClass, otherCount)
  return (units, from) => {
    let { letters, least, most } = first
    let start = from
    for (let at = from; at < units.length; at++) {
      const unit = units[at] ?? 0
      if (unit < 128 && letters[unit] === 1) continue
      if (at - start < least || at - start > most) return -1
      if (unit === QUOTE) return at
      if (unit !== HYPHEN) return -1
      letters = other.letters
      least = other.least
      most = other.most
      start = at + 1
    }
    return -1
  }
}

const QUOTE = 0x22
const HYPHEN = 0x2d

function ruleOf(letterClass: string, count: string): WordRule {
  const pattern = new RegExp(`^${letterClass}$`)
  const letters = Uint8Array.from({ length: 128 }, (_, unit) =>
    Number(pattern.test(String.fromCharCode(unit))),
  )
  if (letters[QUOTE] === 1 || letters[HYPHEN] === 1)
    throw new Error(`hyphenedWords.ts takes these for ends of words: ${letterClass}`)
  const [least = 1, most = Infinity] = count === '+' ? [] : count.slice(1, -1).split(',').map(Number)
  return { letters, least, most }
}
