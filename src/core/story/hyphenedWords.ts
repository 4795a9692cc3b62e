/**
 * Which words joined by hyphens does a pattern of the schema ask for? Ids and tags of languages are such texts, by the ten
 * million in a large file, and to ask the pattern itself each would have to be a string first.
 */

export interface WordRule {
  /** [ASCII] 1 for its letters. */
  readonly letters: Uint8Array
  readonly least: number
  readonly most: number
}

/** Such as `^[a-z]{2,8}(?:-[a-z0-9]+)*$`: a class of letters, and how many of them, for the first word and for others. */
const SHAPE = /^\^(\[[^\]\\^]+\])(\+|\{\d+,\d+\})\(\?:-(\[[^\]\\^]+\])(\+|\{\d+,\d+\})\)\*\$$/

/**
 * The rule of the first word, and that of all others. Throws on a pattern of another shape: our own mistake, met at
 * start-up.
 */
export function hyphenRules({ source, flags }: RegExp): readonly [WordRule, WordRule] {
  const shape = SHAPE.exec(source)
  if (shape === null || flags !== '')
    throw new Error(`hyphenedWords.ts does not know this pattern: ${source}`)
  const [, firstClass = '', firstCount = '', otherClass = '', otherCount = ''] = shape
  return [ruleOf(firstClass, firstCount), ruleOf(otherClass, otherCount)]
}

const QUOTE = 0x22
const HYPHEN = 0x2d
/** More than any text has. */
const ANY = 0xffffffff

function ruleOf(letterClass: string, count: string): WordRule {
  const pattern = new RegExp(`^${letterClass}$`)
  const letters = Uint8Array.from({ length: 128 }, (_, unit) =>
    Number(pattern.test(String.fromCharCode(unit))),
  )
  if (letters[QUOTE] === 1 || letters[HYPHEN] === 1)
    throw new Error(`hyphenedWords.ts takes these for ends of words: ${letterClass}`)
  const [least = 1, most = ANY] = count === '+' ? [] : count.slice(1, -1).split(',').map(Number)
  return { letters, least, most }
}
