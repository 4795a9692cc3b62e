/** How do data stand in a page, so that no text in them can end their element? */

/** What has a meaning in HTML, or no place in it. JSON has an escape for every sign. */
const unsafe = /[<>&\p{Cc}\u2028\u2029]|\p{Noncharacter_Code_Point}/gu

/** An element of JSON-LD, which browsers keep as text and never run. @param data what JSON can hold */
export function writeDataScript(data: object): string {
  return `<script type="application/ld+json">${JSON.stringify(data).replace(unsafe, escapeSign)}</script>`
}

function escapeSign(sign: string): string {
  return Array.from({ length: sign.length }, (_, i) => {
    const code = sign.charCodeAt(i)
    return `\\u${code.toString(16).padStart(4, '0')}`
  }).join('')
}
