import { Button, Group } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { addMonths, findPlainDate, monthOf, yearOf, type PlainDate } from '#kernel/plain-date.ts'
import { usePhrase } from '#platform/web/phrases.tsx'
import { useSession } from '#platform/web/session.ts'
import { useUrlState } from '#platform/web/url-state.ts'

/** The month in the address, "2026-12", else this one; and how to go to another. */
export function useMonth() {
  const { today } = useSession()
  const url = useUrlState()
  const first = findPlainDate(`${url.get('thang') ?? today.slice(0, 7)}-01`) ?? firstOf(today)
  return {
    month: first.slice(0, 7), first, isThis: first.slice(0, 7) === today.slice(0, 7),
    go: (months: number | null) => url.set({ thang: months === null ? undefined : addMonths(first, months).slice(0, 7) }),
  }
}

function firstOf(day: PlainDate): PlainDate {
  return `${day.slice(0, 8)}01` as PlainDate
}

export function MonthBar({ first, isThis, go }: Omit<ReturnType<typeof useMonth>, 'month'>) {
  const t = usePhrase()
  return (
    <Group gap="xs" mb="md" className="gd-no-print">
      <Button variant="default" leftSection={<IconChevronLeft size={18} aria-hidden />} onClick={() => go(-1)}>{t('reception.month_before')}</Button>
      <strong aria-live="polite">{t('reception.month_of', { month: monthOf(first), year: yearOf(first) })}</strong>
      <Button variant="default" rightSection={<IconChevronRight size={18} aria-hidden />} onClick={() => go(1)}>{t('reception.month_after')}</Button>
      {isThis ? null : <Button variant="subtle" onClick={() => go(null)}>{t('reception.month_now')}</Button>}
    </Group>
  )
}
