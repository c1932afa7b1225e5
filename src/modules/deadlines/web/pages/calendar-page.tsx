import { Button, Group, NativeSelect } from '@mantine/core'
import { IconCalendarPlus, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDate, weekdayOf, yearOf, type PlainDate } from '#kernel/plain-date.ts'
import { DataTable } from '#platform/web/data-table.tsx'
import { EmptyState } from '#platform/web/empty-state.tsx'
import { Page } from '#platform/web/page.tsx'
import { usePhrase, type Translate } from '#platform/web/phrases.tsx'
import { holds, useSession } from '#platform/web/session.ts'
import { Sheet } from '#platform/web/sheet.tsx'
import type { Column } from '#platform/web/table-column.ts'
import { useUrlState } from '#platform/web/url-state.ts'
import type { CalendarDays } from '../../contract.ts'
import { CalendarDayForm } from '../components/calendar-day-form.tsx'
import { ProjectedDays } from '../components/projected-days.tsx'
import { RemoveCalendarDay } from '../components/remove-calendar-day.tsx'
import { deadlineQueries, projectionQuery } from '../queries.ts'

type Day = CalendarDays['days'][number]
const YEARS_AHEAD = 3

/** Days off and days worked instead, a year at a time: terms are counted by it. */
export function CalendarPage() {
  const t = usePhrase()
  const session = useSession()
  const url = useUrlState()
  const calendar = useQuery(deadlineQueries.calendar)
  const [sheet, setSheet] = useState<'add' | 'project' | null>(null)
  const [removing, setRemoving] = useState<PlainDate | null>(null)
  const mayChange = holds(session, 'platform.manage-calendar')
  const thisYear = yearOf(session.today)
  const year = Number(url.get('year') ?? thisYear)
  const projection = useQuery({ ...projectionQuery(year), enabled: mayChange && year >= thisYear })
  const proposed = projection.data?.days.filter(({ date }) => yearOf(date) === year) ?? []
  const ahead = Array.from({ length: YEARS_AHEAD }, (_, index) => thisYear + 1 + index)
  const years = new Set([year, thisYear, ...ahead, ...(calendar.data?.days ?? []).map(({ date }) => yearOf(date))])
  const days = calendar.data?.days.filter(({ date }) => yearOf(date) === year)
  const close = () => { setSheet(null) }
  const project = proposed.length === 0 ? null : (
    <Button variant="default" leftSection={<IconCalendarPlus size={18} aria-hidden />} onClick={() => { setSheet('project') }}>{t('deadlines.project', { year })}</Button>
  )
  return (
    <Page
      title={t('deadlines.calendar')} count={days?.length} lead={t('deadlines.calendar_lead')}
      actions={mayChange ? <>{project}<Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => { setSheet('add') }}>{t('deadlines.add_day')}</Button></> : undefined}
    >
      <Group mb="sm" className="gd-no-print">
        <NativeSelect
          label={t('deadlines.year')} value={String(year)} data={[...years].toSorted((one, other) => other - one).map(String)}
          onChange={(event) => { url.set({ year: event.currentTarget.value === String(thisYear) ? undefined : event.currentTarget.value }) }}
        />
      </Group>
      <DataTable
        name="deadlines.calendar" caption={t('deadlines.calendar_of', { year })} columns={columnsOf(t, mayChange ? setRemoving : null)} rows={days} rowKey={(day) => day.date} query={calendar}
        empty={<EmptyState title={t('deadlines.calendar_none', { year })} action={project}>{t('deadlines.calendar_none_help')}</EmptyState>}
      />
      <Sheet opened={sheet === 'add'} onClose={close} title={t('deadlines.add_day')}><CalendarDayForm onDone={close} /></Sheet>
      <Sheet opened={sheet === 'project'} onClose={close} title={t('deadlines.project', { year })}><ProjectedDays year={year} days={proposed} onDone={close} /></Sheet>
      <RemoveCalendarDay date={removing} onClose={() => { setRemoving(null) }} />
    </Page>
  )
}

function columnsOf(t: Translate, remove: ((date: PlainDate) => void) | null): Column<Day>[] {
  return [
    { key: 'date', title: t('deadlines.day'), cell: ({ date }) => <span className="gd-nowrap">{formatDate(date)}, {t.find(`deadlines.weekday.${String(weekdayOf(date))}`)}</span> },
    { key: 'kind', title: t('deadlines.day_kind'), cell: (day) => t(`deadlines.day_kind.${day.kind}`) },
    { key: 'name', title: t('deadlines.day_name'), cell: (day) => day.name },
    { key: 'source', title: t('deadlines.day_source'), cell: (day) => day.source },
    { key: 'certainty', title: t('deadlines.certainty'), cell: (day) => t(`deadlines.certainty.${day.certainty}`) },
    ...(remove === null ? [] : [{
      key: 'remove', title: t('deadlines.day_actions'), shown: 'fixed' as const,
      cell: ({ date }: Day) => <Button variant="subtle" size="compact-md" aria-label={t('web.remove_named', { name: formatDate(date) })} onClick={() => { remove(date) }}>{t('web.remove')}</Button>,
    }]),
  ]
}
