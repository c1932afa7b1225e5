import { Button } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { withQuery } from '#platform/web/api-client.ts'
import { DataTable } from '#platform/web/data-table.tsx'
import { DueDate } from '#platform/web/due-date.tsx'
import { FilterBar, FilterChoice, FilterText } from '#platform/web/filter-bar.tsx'
import { useFormat } from '#platform/web/format.ts'
import { useListState } from '#platform/web/list-state.ts'
import { Page } from '#platform/web/page.tsx'
import { SavedTabs } from '#platform/web/saved-tabs.tsx'
import type { Column } from '#platform/web/table-column.ts'
import { findSampleDuties, isLate, SAMPLE_DUTIES, SAMPLE_TODAY, SAMPLE_UNITS, type SampleDuty } from './samples.ts'

export function ListSample() {
  const format = useFormat()
  const list = useListState({ filters: ['q', 'state', 'unit'], sort: 'dueOn', size: 10 })
  const duties = useQuery({ queryKey: ['sample-duties', list.query], queryFn: () => findSampleDuties(list.query), placeholderData: keepPreviousData })
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const columns: Column<SampleDuty>[] = [
    { key: 'title', title: 'Nhiệm vụ', cell: (duty) => duty.title, sortable: true },
    { key: 'unit', title: 'Đơn vị', cell: (duty) => duty.unit, sortable: true },
    { key: 'dueOn', title: 'Hạn', cell: (duty) => <DueDate today={SAMPLE_TODAY} {...duty} />, sortable: true },
    { key: 'people', title: 'Số người', cell: (duty) => format.number(duty.people), kind: 'figure', sortable: true },
    { key: 'source', title: 'Căn cứ', cell: (duty) => duty.source, shown: 'extra' },
  ]
  return (
    <Page title="Nhiệm vụ" count={duties.data?.total} actions={<Button>Thêm nhiệm vụ</Button>}>
      <SavedTabs
        state={list}
        tabs={[
          { label: 'Tất cả', count: SAMPLE_DUTIES.length, filters: {} },
          { label: 'Quá hạn', count: SAMPLE_DUTIES.filter(isLate).length, filters: { state: 'late' } },
          { label: 'Đã xong', count: SAMPLE_DUTIES.filter((duty) => duty.doneOn !== null).length, filters: { state: 'done' } },
        ]}
      />
      <FilterBar state={list}>
        <FilterText state={list} name="q" />
        <FilterChoice state={list} name="unit" label="Đơn vị" options={SAMPLE_UNITS.map((unit) => ({ value: unit, label: unit }))} />
        <FilterChoice state={list} name="state" label="Trạng thái" options={[{ value: 'late', label: 'quá hạn' }, { value: 'done', label: 'đã xong' }]} />
      </FilterBar>
      <DataTable
        name="sample.duties"
        caption="Nhiệm vụ công tác dân vận"
        columns={columns}
        rows={duties.data?.rows}
        total={duties.data?.total}
        rowKey={(duty) => duty.id}
        rowPath={() => '/mau-giao-dien/ban-ghi'}
        rowName={(duty) => `${duty.title}, ${duty.unit}`}
        state={list}
        query={duties}
        exportHref={withQuery('/api/sample.xlsx', list.query)}
        selection={{ keys: chosen, onChange: setChosen, actions: <Button variant="default" onClick={() => setChosen(new Set())}>Nhắc việc</Button> }}
      />
    </Page>
  )
}
