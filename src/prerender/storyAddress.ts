/** Where the story file lies: the same path in the source tree and, under the base, in the built site. */
import path from 'node:path'

export const STORY_FOLDER = 'data'
export const STORY_FILE = `${STORY_FOLDER}/mythos-access.json`

/**
 * The file that is put there.
 * @param other path of a story that is built in its place, from the project's root; the variable STORY_FILE
 */
export function storySource(root: string, other = process.env['STORY_FILE']): string {
  return path.resolve(root, other === undefined || other === '' ? STORY_FILE : other)
}
