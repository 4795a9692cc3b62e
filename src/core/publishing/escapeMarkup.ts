/** How does text from a story stand in markup that we write by hand? Escaped, and without signs that markup cannot hold. */

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Signs that XML 1.0 or HTML has no place for: controls but for tab and line breaks, half letters, noncharacters. */
const unspeakable = /[^\P{Cc}\t\n\r]|\p{Surrogate}|\p{Noncharacter_Code_Point}/gu

/** For text and for attributes in double quotes, of HTML and XML alike; a sign without a place becomes U+FFFD. */
export function escapeMarkup(text: string): string {
  return text.replace(unspeakable, '\uFFFD').replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)
}
