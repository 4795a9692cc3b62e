/** The few pictures that stand beside words. Those of the first view are with it, in the masthead. */
import type { ReactElement } from 'react'
import { IconFrame } from './IconFrame.tsx'

const paths = {
  link: 'M6.5,9.5 L9.5,6.5 M7.2,4.4 L9,2.6 A3.1,3.1 0 0 1 13.4,7 L11.6,8.8 M8.8,11.6 L7,13.4 A3.1,3.1 0 0 1 2.6,9 L4.4,7.2',
  close: 'M3.5,3.5 L12.5,12.5 M12.5,3.5 L3.5,12.5',
  search: 'M7,2.5 A4.5,4.5 0 1 1 6.99,2.5 M10.3,10.3 L14,14',
  left: 'M10,3 L5,8 L10,13',
  right: 'M6,3 L11,8 L6,13',
  down: 'M4,6 L8,10 L12,6',
  plus: 'M8,3 V13 M3,8 H13',
  minus: 'M3,8 H13',
  fit: 'M2,5 V2 H5 M11,2 H14 V5 M14,11 V14 H11 M5,14 H2 V11 M5,8 H11',
  out: 'M6,3 H3 V13 H13 V10 M9,3 H13 V7 M13,3 L7.5,8.5',
} as const

export type IconName = keyof typeof paths

export function Icon({ name }: { readonly name: IconName }): ReactElement {
  return (
    <IconFrame>
      <path d={paths[name]} />
    </IconFrame>
  )
}
