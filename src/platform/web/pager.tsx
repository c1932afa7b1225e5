import { Group, NativeSelect, Pagination, Text } from '@mantine/core'
import { useFormat } from './format.ts'
import type { ListState } from './list-state.ts'
import { usePhrase } from './phrases.tsx'

const SIZES = [10, 25, 50, 100]

/** Which rows of how many, the pages, and how many rows a page shows. `totalWords` where they were not counted to the end. */
export function Pager({ name, state, total, totalWords }: { readonly name: string; readonly state: ListState; readonly total: number; readonly totalWords?: string | undefined }) {
  const t = usePhrase()
  const format = useFormat()
  const pages = Math.max(1, Math.ceil(total / state.size))
  const from = (state.page - 1) * state.size + 1
  const to = Math.min(total, state.page * state.size)
  return (
    <Group justify="space-between" gap="sm" mt="sm" className="gd-pager">
      <Text className="gd-figures">{t('web.list_range', { from: format.number(Math.min(from, total)), to: format.number(to), total: totalWords ?? format.number(total) })}</Text>
      {pages === 1 ? null : (
        <nav aria-label={t('web.pages', { name })} className="gd-no-print">
          <Pagination
            total={pages}
            value={state.page}
            onChange={state.setPage}
            siblings={1}
            getControlProps={(control) => ({ 'aria-label': control === 'previous' ? t('web.page_previous') : t('web.page_next') })}
            getItemProps={(page) => ({ 'aria-label': t('web.page_number', { page }) })}
          />
        </nav>
      )}
      {total <= Math.min(...SIZES) ? null : (
        <label className="gd-rows-per-page gd-no-print">
          <Text span>{t('web.rows_per_page')}</Text>
          <NativeSelect value={String(state.size)} onChange={(event) => state.setSize(Number(event.currentTarget.value))} data={[...new Set([...SIZES, state.size])].sort((a, b) => a - b).map(String)} />
        </label>
      )}
    </Group>
  )
}
