/** In which words is told of frames that show a story in another page? */

export const embedWords = {
  /** Leads from the frame to the same view on a page of its own. */
  fullPage: 'Dateline · full page',
  /** Opens the fields of the filter in the frame. */
  filter: 'Filter',
  /** Of the section that has the snippet. */
  title: 'Embed',
  hint: 'A frame for a page of your own.',
  snippet: 'HTML of the frame',
  height: 'Height',
  fitted: 'Follows what is shown',
  colours: 'Colours',
  asReader: 'As the reader’s device',
  light: 'Light',
  dark: 'Dark',
  copy: 'Copy snippet',
  copied: 'Copied to the clipboard.',
  notCopied: 'The browser did not let us copy. The snippet is selected: copy it by hand.',
  privacy:
    'The frame sets no cookies and asks no other site for anything. It shows this view with its filter and its stretch of time, and tells the page around it how high it is, nothing else.',
  script: 'The script sets the height that the frame tells, and listens to no other sender.',
} as const

/** "480 px" */
export function formatHeight(heightPx: number): string {
  return `${heightPx} px`
}

/** Of the page that shows how it looks. */
export const embedExampleWords = {
  title: 'Three frames of one story',
  lead: 'A page of somebody else, with three frames that Dateline made. Each keeps its own filter and its own open event, grows with what it shows, and leaves this page’s history alone.',
  whole: 'The whole story',
  ofActor: 'What involves one actor',
  ofEvent: 'One event, open',
} as const
