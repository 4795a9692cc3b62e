/** When are two spellings the same word? When they fold to the same text. */

/** Lower case, without diacritics, compatibility forms unified (Unicode NFKD), quotes straight, white space single. */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/[‘’]/g, "'")
    .replace(/[“”„]/g, '"')
    .replace(/\s+/g, ' ')
    .trim()
}

/** The words of a search, folded; all of them must occur. Empty for blank input. */
export function foldTerms(words: string): readonly string[] {
  const folded = foldText(words)
  return folded === '' ? [] : folded.split(' ')
}
