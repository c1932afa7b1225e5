import type { ReactNode } from 'react'
import './register.css'

/** A titled part of a long form; the fields of one part follow one another. */
export function FormPart({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <fieldset className="gd-part">
      <legend>{title}</legend>
      {children}
    </fieldset>
  )
}

/** A sentence beside a field: what the law says of what was typed. */
export function FieldNote({ tone, children }: { readonly tone?: 'soon' | 'late' | undefined; readonly children: ReactNode }) {
  return <div className="gd-note" role="status" data-tone={tone}>{children}</div>
}
