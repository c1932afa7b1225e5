import type { ReactNode } from 'react'

export interface Column<Row> {
  /** Also the name under which the server sorts. */
  readonly key: string
  readonly title: string
  readonly cell: (row: Row) => ReactNode
  /** `figure`: right-aligned. */
  readonly kind?: 'text' | 'figure'
  readonly sortable?: boolean
  readonly width?: string
  /** `extra` is hidden until asked for; `fixed` cannot be hidden. The first column is always fixed. */
  readonly shown?: 'usual' | 'extra' | 'fixed'
}

export interface Selection {
  readonly keys: ReadonlySet<string>
  readonly onChange: (keys: ReadonlySet<string>) => void
  /** Buttons for what is selected. */
  readonly actions: ReactNode
}
