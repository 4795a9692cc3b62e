import { expect, test } from 'vitest'
import { fontCuts } from '../../../src/prerender/fontCuts.ts'
import { formatFallbackFaces, formatUnicodeRange } from '../../../src/prerender/fontFaces.ts'

test('writes the characters of a text as ranges', () => {
  expect(formatUnicodeRange('cabx–')).toBe('U+61-63,U+78,U+2013')
})

test('no character is claimed by two upright cuts of one family', () => {
  for (const family of ['Newsreader', 'Libre Franklin']) {
    const cuts = fontCuts.filter((cut) => cut.family === family && cut.style === 'normal')
    const characters = cuts.flatMap((cut) => [...new Set(cut.cut?.text ?? '')])
    expect(characters.length).toBe(new Set(characters).size)
  }
})

test('a fallback is stretched to the width of its font and keeps its height', () => {
  const metrics = { ascentEm: 0.9, descentEm: 0.3, lineGapEm: 0, meanAdvanceEm: 0.9 }
  const css = formatFallbackFaces({ family: 'F', style: 'normal', weight: '400', kind: 'serif', metrics })
  expect(css).toContain('size-adjust: 200.00%') // Georgia is 0.45 em wide
  expect(css).toContain('ascent-override: 45.00%')
  expect(css.indexOf('DejaVu Serif')).toBeLessThan(css.indexOf('Georgia')) // the last face is tried first
})
