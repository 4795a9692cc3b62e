/** Where the story file lies: the same path in the source tree and, under the base, in the built site. */
export const STORY_FOLDER = 'data'
export const STORY_FILE = `${STORY_FOLDER}/mythos-access.json`
