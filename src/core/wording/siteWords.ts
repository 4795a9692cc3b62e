/** What is the site called, and what is it, in a few words? For what is published beside the app; as the masthead has it. */

export const SITE_NAME = 'Dateline'
export const SITE_MOTTO = 'what was reported, when, and who says so'
