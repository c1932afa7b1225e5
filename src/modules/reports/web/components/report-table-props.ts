import type { FormTable } from '../../domain/form.ts'

/** What every layout of a table is given. */
export interface TableProps<Table extends FormTable> {
  readonly table: Table
  readonly isNothing: boolean
  readonly isPhone: boolean
  readonly onFact: (code: string) => void
}
