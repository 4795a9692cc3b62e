/**
 * A part of the page that comes after the first picture.
 * Like React's lazy, but a download that failed is tried again when the part is: lazy keeps the failure for ever. And
 * a part that has come before it is needed stands there at once, without a picture of its absence.
 */
import { useEffect, useState, type ComponentType, type ReactElement, type ReactNode } from 'react'

/** Fetches a part; called again after a failure. */
export interface Loader<Part> {
  (): Promise<Part>
  /** What it fetched, whoever asked for it; null until then. */
  readonly fetched: () => Part | null
}

/** Fetches a component. */
export type PartLoader<Props> = Loader<ComponentType<Props>>

/** @param load fetches the part */
export function loaderOf<Part>(load: () => Promise<Part>): Loader<Part> {
  let part: Part | null = null
  return Object.assign(async () => (part ??= await load()), { fetched: () => part })
}

/**
 * @param load called when the part is mounted and not there yet, hence again after a failure
 * @param waiting stands in its place until then
 */
export function later<Props extends object>(
  load: PartLoader<Props>,
  waiting: ReactNode = null,
): ComponentType<Props> {
  return function Later(props: Props): ReactElement {
    const [state, setState] = useState<{ readonly failure: unknown } | 'loading' | 'here'>('loading')
    const Part = load.fetched()
    const isHere = Part !== null
    useEffect(() => {
      if (isHere) return
      let isGone = false
      load().then(
        () => {
          if (!isGone) setState('here')
        },
        (failure: unknown) => {
          if (!isGone) setState({ failure })
        },
      )
      return () => {
        isGone = true
      }
    }, [isHere])
    // To the net around the part.
    if (typeof state === 'object') throw state.failure
    return Part === null ? <>{waiting}</> : <Part {...props} />
  }
}
