/** How is memory given back that nobody needs any more? At once, not when the engine next looks for what is left over. */

/** The buffer of these bytes is empty afterwards, where the browser can do that. */
export function releaseBytes({ buffer }: Uint8Array<ArrayBuffer>): void {
  // Known to browsers since 2024.
  const transferable = buffer as ArrayBuffer & { readonly transfer?: (length: number) => ArrayBuffer }
  if (buffer.byteLength > 0) transferable.transfer?.(0)
}
