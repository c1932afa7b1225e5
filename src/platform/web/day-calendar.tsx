import { DatePicker } from '@mantine/dates'
import '@mantine/dates/styles.layer.css'
import 'dayjs/locale/vi'
import { findPlainDate, formatDate, type PlainDate } from '#kernel/plain-date.ts'
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
  return (
    <div role="group" aria-label={t('web.date_calendar', { label })}>
      <DatePicker
        locale={language}
        firstDayOfWeek={1}
        weekendDays={[0, 6]}
        monthLabelFormat={language === 'vi' ? '[Tháng] M/YYYY' : 'MMMM YYYY'}
        monthsListFormat={language === 'vi' ? '[Th] M' : 'MMM'}
        value={value}
        {...(value === null ? {} : { defaultDate: value })}
        {...(min === undefined ? {} : { minDate: min })}
        {...(max === undefined ? {} : { maxDate: max })}
        getDayAriaLabel={(day) => dayLabel(day)}
        ariaLabels={{
          previousMonth: t('web.date_previous_month'), nextMonth: t('web.date_next_month'),
          previousYear: t('web.date_previous_year'), nextYear: t('web.date_next_year'),
          previousDecade: t('web.date_previous_decade'), nextDecade: t('web.date_next_decade'),
          monthLevelControl: t('web.date_months_of_year'), yearLevelControl: t('web.date_years'),
        }}
        onChange={(picked) => {
          const day = picked === null ? undefined : findPlainDate(picked)
          if (day !== undefined) onPick(day)
        }}
      />
    </div>
  )
}

function dayLabel(text: string): string {
  const day = findPlainDate(text)
  return day === undefined ? text : formatDate(day)
}
