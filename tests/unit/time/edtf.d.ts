/** What we use of the package `edtf`, which ships no types: an oracle for bounds, in ms since 1970. */
declare module 'edtf' {
  export default function edtf(text: string): { readonly min: number; readonly max: number }
}
