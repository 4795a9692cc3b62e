/** What all pictures beside words have in common: 16 by 16, and hidden from screen readers. */
import type { ReactElement, ReactNode } from 'react'

export function IconFrame({ children }: { readonly children: ReactNode }): ReactElement {
  return (
    <svg className="icon" width={16} height={16} viewBox="0 0 16 16" aria-hidden="true">
      {children}
    </svg>
  )
}
