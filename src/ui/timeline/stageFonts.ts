/** Which fonts does the page have? A worker has none of them: it is told the rules, and fetches what it needs. */
import type { FontRule } from '../painting/stageOrder.ts'

/** As CSS and a font's descriptors call the same. */
const descriptorNames = {
  style: 'font-style',
  weight: 'font-weight',
  unicodeRange: 'unicode-range',
  sizeAdjust: 'size-adjust',
  ascentOverride: 'ascent-override',
  descentOverride: 'descent-override',
  lineGapOverride: 'line-gap-override',
} as const

export function readFontRules(): readonly FontRule[] {
  return [...document.styleSheets].flatMap((sheet) =>
    [...sheet.cssRules].flatMap((rule) =>
      rule instanceof CSSFontFaceRule ? [readRule(rule.style, sheet.href ?? document.baseURI)] : [],
    ),
  )
}

function readRule(style: CSSStyleDeclaration, base: string): FontRule {
  const descriptors = Object.entries(descriptorNames).flatMap(([name, property]) => {
    const value = style.getPropertyValue(property)
    return value === '' ? [] : [[name, value] as const]
  })
  return {
    family: style.getPropertyValue('font-family').replace(/^["']|["']$/g, ''),
    source: style
      .getPropertyValue('src')
      .replace(/url\((["']?)(.*?)\1\)/g, (_, __, address: string) => `url("${new URL(address, base).href}")`),
    descriptors: Object.fromEntries(descriptors),
  }
}
