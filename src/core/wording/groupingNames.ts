/** What are the parts of a year called that EDTF numbers 21 to 41? */

/** "spring", "first quarter of"; put the year after it. @param code 21 to 41 */
export function groupingName(code: number): string {
  if (code <= 32) return `${hemispheres[Math.floor((code - 21) / 4)] ?? ''}${seasons[(code - 21) % 4] ?? ''}`
  if (code <= 36) return `${ordinals[code - 33] ?? ''} quarter of`
  if (code <= 39)
    return `${ordinals[code - 37] ?? ''} four months of`.replace('second', 'middle').replace('third', 'last')
  return `${ordinals[code - 40] ?? ''} half of`
}

const hemispheres = ['', 'northern ', 'southern ']
const seasons = ['spring', 'summer', 'autumn', 'winter']
const ordinals = ['first', 'second', 'third', 'fourth']
