/** What is a language called? Names for those that news is often in; the tag itself for others. */

const names = new Map([
  ['ar', 'Arabic'],
  ['de', 'German'],
  ['en', 'English'],
  ['es', 'Spanish'],
  ['fa', 'Persian'],
  ['fr', 'French'],
  ['he', 'Hebrew'],
  ['hi', 'Hindi'],
  ['it', 'Italian'],
  ['ja', 'Japanese'],
  ['ko', 'Korean'],
  ['nl', 'Dutch'],
  ['pl', 'Polish'],
  ['pt', 'Portuguese'],
  ['ru', 'Russian'],
  ['tr', 'Turkish'],
  ['uk', 'Ukrainian'],
  ['zh', 'Chinese'],
])

/** "Japanese" for "ja" and "ja-JP". @param tag BCP 47 */
export function formatLanguage(tag: string): string {
  return names.get(tag.split('-')[0]?.toLowerCase() ?? '') ?? tag
}
