/**
 * How does a text stand in a BibTeX field, so that TeX prints it as it is?
 * A brace counts even after a backslash: one that is not paired would end the field, and what follows it in a title
 * would be read as a field, or an entry, of its own. So braces are spelled out. Letters beyond ASCII stay as they are:
 * biber and today's LaTeX read UTF-8.
 */

const spelled: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  '%': '\\%',
  _: '\\_',
}

/** @param text clean */
export function texText(text: string): string {
  return (
    text
      .replace(/[\\{}<>|~^$&#%_]/g, (sign) => spelled[sign] ?? sign)
      // TeX draws these pairs as one sign: two hyphens as a dash, two commas as a quotation mark.
      .replace(/([-'`,])(?=\1)|[?!](?=`)/g, '$&{}')
  )
}

/** An address, which TeX reads letter by letter: only what would end the field is percent-encoded. */
export function texUrl(url: string): string {
  return url.replace(/[{}\\\s]/g, (sign) => encodeURIComponent(sign))
}
