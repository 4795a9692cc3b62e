/**
 * A part of the page that comes after the first picture.
 * Like React's lazy, but a download that failed is tried again when the part is: lazy keeps the failure for ever.
 */
import { useEffect, useState, type ComponentType, type ReactElement, type ReactNode } from 'react'

/**
 * @param load fetches the component; called again after a failure, when the part is mounted anew
 * @param waiting stands in its place until then
 */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  waiting: ReactNode = null,
): ComponentType<Props> {
  let loaded: ComponentType<Props> | null = null
  return function Later(props: Props): ReactElement {
    const [state, setState] = useState<{ readonly failure: unknown } | 'loading' | 'here'>(
      loaded === null ? 'loading' : 'here',
    )
    useEffect(() => {
      if (loaded !== null) return
      let isGone = false
      load().then(
        (component) => {
          loaded = component
          if (!isGone) setState('here')
        },
        (failure: unknown) => {
          if (!isGone) setState({ failure })
        },
      )
      return () => {
        isGone = true
      }
    }, [])
    // To the net around the part.
    if (typeof state === 'object') throw state.failure
    const Part = loaded
    return Part === null ? <>{waiting}</> : <Part {...props} />
  }
}
