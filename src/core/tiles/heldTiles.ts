/** Which files of the tiles are here? The drawing asks for what it needs and draws with what there is. */

export interface HeldTiles {
  /** Whether a file is here; to ask that is not to use it. */
  readonly has: (path: string) => boolean
  /**
   * What a file says; null while it is not here. @param isWanted then it is fetched, and told of when it has come
   * @param decode always the same for a path
   */
  readonly get: <Content>(
    path: string,
    decode: (bytes: Uint8Array) => Content,
    isWanted: boolean,
  ) => Content | null
}
