/** What are the months called? A table of our own: the reader's machine has no say in it. */

/** [12] January first. */
export const monthNames: readonly string[] = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** "April". @param month 1 to 12 */
export function monthName(month: number): string {
  const name = monthNames[month - 1]
  if (name === undefined) throw new Error(`no such month: ${month}`)
  return name
}
