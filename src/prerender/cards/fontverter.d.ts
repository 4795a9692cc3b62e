/** The part of fontverter that fontShelf.ts uses; the package brings no types. */
declare module 'fontverter' {
  export function convert(font: Uint8Array, toFormat: 'truetype'): Promise<Uint8Array>
}
