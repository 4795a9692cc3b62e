/** Hands a file to the browser to be saved: by a link to it that is pressed, which the content policy allows. */

/** Long enough for any browser to have begun, ms. */
const KEPT_MS = 60_000

export function saveBlob(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS)
}
