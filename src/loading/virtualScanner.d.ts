/** The scanner of large files as text; see src/prerender/scannerPlugin.ts. */
declare module 'virtual:dateline-scanner' {
  /** WebAssembly in base64. */
  const code: string
  export default code
}
