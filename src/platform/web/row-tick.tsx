import { Checkbox } from '@mantine/core'
import { usePhrase } from './phrases.tsx'
import type { Selection } from './table-column.ts'

/** The tick box in the head of a table: all rows of this page, or none. */
export function AllTick<Row>({ rows, rowKey, selection }: { readonly rows: readonly Row[]; readonly rowKey: (row: Row) => string; readonly selection: Selection }) {
  const t = usePhrase()
  const keys = rows.map(rowKey)
  const count = keys.filter((key) => selection.keys.has(key)).length
  const isAll = count > 0 && count === keys.length
  return (
    <Checkbox
      aria-label={t('web.select_all')}
      checked={isAll}
      indeterminate={count > 0 && !isAll}
      onChange={() => {
        const others = [...selection.keys].filter((key) => !keys.includes(key))
        selection.onChange(new Set(isAll ? others : [...others, ...keys]))
      }}
    />
  )
}

export function RowTick({ rowId, label, selection }: { readonly rowId: string; readonly label: string; readonly selection: Selection }) {
  const t = usePhrase()
  return (
    <Checkbox
      aria-label={t('web.select_row', { name: label })}
      checked={selection.keys.has(rowId)}
      onChange={(event) => {
        const keys = new Set(selection.keys)
        if (event.currentTarget.checked) keys.add(rowId)
        else keys.delete(rowId)
        selection.onChange(keys)
      }}
    />
  )
}
