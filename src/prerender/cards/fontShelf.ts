/**
 * Which font has a letter? Reads font files when a text first needs them, and keeps them.
 * Packages cut their fonts into slices by letters and say in `unicode.json` which slice has which.
 */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { convert } from 'fontverter'
import { Blob, Face, Font, Variation } from 'harfbuzzjs'
import { packageOf, type CardFont, type FontChain, type FontFamily } from './cardFonts.ts'

/** How a text is set, all but its size. */
export interface TypeStyle {
  readonly family: FontFamily
  /** 400 to 700. */
  readonly weight: number
  /** Of fonts that are cut for a size: that size, px. */
  readonly opticalPx: number
}

/** One slice of a font in one style, ready to shape and to draw. */
export interface OpenFont {
  readonly font: Font
  readonly unitsPerEm: number
  readonly mayTrack: boolean
}

interface Slice {
  readonly file: string
  readonly ranges: readonly (readonly [first: number, last: number])[]
}

/** Without a shape of their own: selectors and joiners. */
const shapeless = /\p{Variation_Selector}|\p{Cf}/gu

export class FontShelf {
  readonly #resolve: (id: string) => string
  readonly #slices = new Map<string, Promise<readonly Slice[]>>()
  readonly #faces = new Map<string, Promise<Face>>()
  readonly #fonts = new Map<string, OpenFont>()
  readonly #found = new Map<string, OpenFont | null>()

  /** @param root of the project, where packages are looked for */
  constructor(root: string) {
    this.#resolve = createRequire(`${root}/package.json`).resolve
  }

  /** Reads what is needed to set the clusters; `find` then knows all of them. */
  async prepare(clusters: Iterable<string>, fonts: FontChain, style: TypeStyle): Promise<void> {
    for (const cluster of new Set(clusters)) {
      const chain = fonts(cluster)
      const key = keyOf(cluster, chain, style)
      if (!this.#found.has(key)) this.#found.set(key, await this.#search(cluster, chain, style))
    }
  }

  /** Finds among what was prepared. @returns null where no font here has all of the cluster */
  find(cluster: string, fonts: FontChain, style: TypeStyle): OpenFont | null {
    return this.#found.get(keyOf(cluster, fonts(cluster), style)) ?? null
  }

  async #search(cluster: string, chain: readonly CardFont[], style: TypeStyle): Promise<OpenFont | null> {
    const letters = [...cluster.replace(shapeless, '')].map((letter) => letter.codePointAt(0) ?? 0)
    for (const cardFont of chain) {
      for (const { file, ranges } of await this.#slicesOf(cardFont)) {
        const isHere = letters.every((letter) =>
          ranges.some(([first, last]) => letter >= first && letter <= last),
        )
        if (!isHere) continue
        const open = await this.#open(file, cardFont, style)
        if (letters.every((letter) => open.font.nominalGlyph(letter) !== undefined)) return open
      }
    }
    return null
  }

  #slicesOf(cardFont: CardFont): Promise<readonly Slice[]> {
    const key = `${cardFont.name} ${cardFont.file}`
    const known = this.#slices.get(key)
    if (known !== undefined) return known
    const slices = this.#readSlices(cardFont)
    this.#slices.set(key, slices)
    return slices
  }

  async #readSlices(cardFont: CardFont): Promise<readonly Slice[]> {
    const { name, file, onlySlice } = cardFont
    const fileOf = (slice: string): string =>
      `${packageOf(cardFont)}/files/${name}-${slice.replace(/[[\]]/g, '')}-${file}.woff2`
    if (onlySlice !== null) return [{ file: fileOf(onlySlice), ranges: [[0, 0x10ffff]] }]
    const list = await readFile(this.#resolve(`${packageOf(cardFont)}/unicode.json`), 'utf8')
    return Object.entries(JSON.parse(list) as Record<string, string>).map(([slice, ranges]) => ({
      file: fileOf(slice),
      ranges: ranges.split(',').map(readRange),
    }))
  }

  async #open(file: string, { mayTrack }: CardFont, style: TypeStyle): Promise<OpenFont> {
    const key = `${file} ${style.weight} ${style.opticalPx}`
    const known = this.#fonts.get(key)
    if (known !== undefined) return known
    const face = await this.#faceOf(file)
    const font = new Font(face)
    // What a font cannot vary it leaves as it is.
    font.setVariations([new Variation('wght', style.weight), new Variation('opsz', style.opticalPx)])
    const open = { font, unitsPerEm: face.upem, mayTrack }
    this.#fonts.set(key, open)
    return open
  }

  #faceOf(file: string): Promise<Face> {
    const known = this.#faces.get(file)
    if (known !== undefined) return known
    const face = readFile(this.#resolve(file))
      .then((packed) => convert(packed, 'truetype'))
      .then((bytes) => new Face(new Blob(new Uint8Array(bytes))))
    this.#faces.set(file, face)
    return face
  }
}

function keyOf(cluster: string, chain: readonly CardFont[], { weight, opticalPx }: TypeStyle): string {
  return `${weight} ${opticalPx} ${chain.map(({ name, file }) => name + file).join()} ${cluster}`
}

/** `U+3041-309f` or `U+25ee8`. */
function readRange(text: string): readonly [number, number] {
  const [first = '', last = first] = text.replace('U+', '').split('-')
  return [Number.parseInt(first, 16), Number.parseInt(last, 16)]
}
