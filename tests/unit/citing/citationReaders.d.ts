/** What we use of the readers that ship no types: text in, CSL items out. */
declare module '@citation-js/core' {
  export const plugins: {
    readonly input: {
      chain(
        text: string,
        options: { readonly generateGraph: false; readonly forceType: string },
      ): readonly ReadItem[]
    }
  }
  export interface ReadItem {
    readonly id?: string
    readonly type?: string
    readonly title?: string
    readonly URL?: string
    readonly 'container-title'?: string
    readonly publisher?: string
    readonly note?: string
    readonly abstract?: string
    readonly author?: readonly {
      readonly family?: string
      readonly given?: string
      readonly literal?: string
    }[]
    readonly issued?: { readonly 'date-parts'?: readonly (readonly number[])[] }
  }
}
declare module '@citation-js/plugin-bibtex'
declare module '@citation-js/plugin-ris'
