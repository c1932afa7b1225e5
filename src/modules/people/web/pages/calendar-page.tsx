import { Button, Group, NativeSelect } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import { findPlainDate, weekdayOf, yearOf } from '#kernel/plain-date.ts'
import { api } from '#platform/web/api-client.ts'
import { useCommand } from '#platform/web/command.ts'
import { ConfirmDialog } from '#platform/web/confirm-dialog.tsx'
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
import { dayText } from '../day-text.ts'
import { calendarQuery } from '../queries.ts'

type Day = z.output<typeof CalendarDays>['days'][number]

/** Days off and days worked instead, a year at a time: deadlines are counted by it. */
export function CalendarPage() {
  const t = usePhrase()
  const session = useSession()
  const url = useUrlState()
  const calendar = useQuery(calendarQuery)
  const [isAdding, setIsAdding] = useState(false)
  const [removing, setRemoving] = useState<Day | null>(null)
  const remove = useCommand({ run: (date: string) => api.delete(`/api/people/calendar/${date}`), doneMessage: t('people.day_removed'), onDone: () => setRemoving(null) })
  const mayChange = holds(session, 'platform.manage-calendar')
  const thisYear = String(yearOf(session.today))
  const year = url.get('year') ?? thisYear
  const years = new Set([year, thisYear, String(Number(thisYear) + 1), ...(calendar.data?.days ?? []).map(({ date }) => date.slice(0, 4))])
  const days = calendar.data?.days.filter(({ date }) => date.startsWith(year))
  const columns: Column<Day>[] = [
    { key: 'date', title: t('people.day'), cell: (day) => <span className="gd-nowrap">{dateWithWeekday(day.date, t)}</span> },
    { key: 'kind', title: t('people.day_kind'), cell: (day) => t(`people.day_kind.${day.kind}`) },
    { key: 'name', title: t('people.day_name'), cell: (day) => day.name },
    { key: 'source', title: t('people.source'), cell: (day) => day.source },
    { key: 'certainty', title: t('people.certainty'), cell: (day) => t(`people.certainty.${day.certainty}`) },
    ...(mayChange
      ? [{
          key: 'remove', title: t('people.day_actions'), shown: 'fixed' as const,
          cell: (day: Day) => <Button variant="subtle" size="compact-md" aria-label={t('web.remove_named', { name: dayText(day.date) })} onClick={() => setRemoving(day)}>{t('web.remove')}</Button>,
        }]
      : []),
  ]
  return (
    <Page
      title={t('people.calendar')}
      count={days?.length}
      lead={t('people.calendar_lead')}
      actions={mayChange ? <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setIsAdding(true)}>{t('people.add_day')}</Button> : undefined}
    >
      <Group mb="sm" className="gd-no-print">
        <NativeSelect
          label={t('people.year')}
          value={year}
          data={[...years].toSorted().toReversed()}
          onChange={(event) => url.set({ year: event.currentTarget.value === thisYear ? undefined : event.currentTarget.value })}
        />
      </Group>
      <DataTable
        name="people.calendar"
        caption={t('people.calendar_of', { year })}
        columns={columns}
        rows={days}
        rowKey={(day) => day.date}
        query={calendar}
        empty={<EmptyState title={t('people.calendar_none', { year })}>{t('people.calendar_none_help')}</EmptyState>}
      />
      <Sheet opened={isAdding} onClose={() => setIsAdding(false)} title={t('people.add_day')}>
        <CalendarDayForm onDone={() => setIsAdding(false)} />
      </Sheet>
      <ConfirmDialog
        opened={removing !== null}
        onClose={() => setRemoving(null)}
        title={t('people.remove_day_ask', { date: removing === null ? '' : dayText(removing.date) })}
        confirmLabel={t('web.remove')}
        onConfirm={() => {
          if (removing !== null) remove.run(removing.date)
        }}
        running={remove.running}
        problem={remove.problem}
      >
        {t('people.remove_day_help')}
      </ConfirmDialog>
    </Page>
  )
}

function dateWithWeekday(date: string, t: Translate): string {
  const day = findPlainDate(date)
  return day === undefined ? date : `${dayText(date)}, ${t.find(`people.weekday.${String(weekdayOf(day))}`) ?? ''}`
}
