import type { ReactNode } from 'react'
import './plain-list.css'

/** Things one below the other, a line between them. */
export function PlainList({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <ul className="gd-plain-list" aria-label={label}>
      {children}
    </ul>
  )
}
