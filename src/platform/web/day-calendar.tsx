import { DatePicker } from '@mantine/dates'
import '@mantine/dates/styles.layer.css'
import 'dayjs/locale/vi'
import { dayOf, findPlainDate, monthOf, yearOf, type PlainDate } from '#kernel/plain-date.ts'
import { useLanguage, usePhrase } from './phrases.tsx'

interface DayCalendarProps {
  readonly label: string
  readonly value: PlainDate | null
  readonly onPick: (date: PlainDate) => void
  readonly min?: PlainDate | undefined
  readonly max?: PlainDate | undefined
}

/** A month to pick a day from: Monday first, every button named. A chunk of its own, fetched when first opened. */
export function DayCalendar({ label, value, onPick, min, max }: DayCalendarProps) {
  const t = usePhrase()
  const { language } = useLanguage()
  function nameOf(text: string): string {
    const day = findPlainDate(text)
    return day === undefined ? text : t('web.date_day', { day: dayOf(day), month: monthOf(day), year: yearOf(day) })
  }
  return (
    <div role="group" aria-label={t('web.date_calendar', { label })}>
      <DatePicker
        size="md"
        locale={language}
        firstDayOfWeek={1}
        weekendDays={[0, 6]}
        monthLabelFormat={language === 'vi' ? '[Tháng] M/YYYY' : 'MMMM YYYY'}
        monthsListFormat={language === 'vi' ? '[Th] M' : 'MMM'}
        value={value}
        {...(value === null ? {} : { defaultDate: value })}
        {...(min === undefined ? {} : { minDate: min })}
        {...(max === undefined ? {} : { maxDate: max })}
        getDayAriaLabel={nameOf}
        ariaLabels={{
          previousMonth: t('web.date_previous_month'), nextMonth: t('web.date_next_month'),
          previousYear: t('web.date_previous_year'), nextYear: t('web.date_next_year'),
          previousDecade: t('web.date_previous_decade'), nextDecade: t('web.date_next_decade'),
        }}
        onChange={(picked) => {
          const day = picked === null ? undefined : findPlainDate(picked)
          if (day !== undefined) onPick(day)
        }}
      />
    </div>
  )
}
