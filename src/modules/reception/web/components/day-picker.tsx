import { Checkbox, Input } from '@mantine/core'
import type { ReactNode } from 'react'
import { addDays, dayOf, formatDate, weekdayOf, type PlainDate } from '#kernel/plain-date.ts'
import { usePhrase } from '#platform/web/phrases.tsx'
import { useSession } from '#platform/web/session.ts'
import { monthOfDay } from '../../domain/enough-days.ts'
import './day-picker.css'

interface DayPickerProps {
  readonly month: string
  readonly value: readonly PlainDate[]
  readonly onChange: (days: PlainDate[]) => void
  readonly error?: ReactNode
}

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const

/** Several days of one month, ticked; those gone by cannot be. */
export function DayPicker({ month, value, onChange, error }: DayPickerProps) {
  const t = usePhrase()
  const { today } = useSession()
  const { from, to } = monthOfDay(`${month}-01` as PlainDate)
  const days: PlainDate[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day)
  return (
    <Input.Wrapper label={t('reception.dates')} withAsterisk error={error} labelElement="div">
      <div role="group" aria-label={t('reception.dates')} className="gd-day-picker" data-path="dates" tabIndex={-1}>
        {WEEKDAYS.map((weekday) => <span key={weekday} aria-hidden className="gd-day-picker-head">{t(`reception.weekday_short.${weekday}`)}</span>)}
        {days.map((day, index) => (
          <Checkbox
            key={day} size="sm" style={index === 0 ? { gridColumnStart: weekdayOf(day) } : undefined} label={dayOf(day)} aria-label={formatDate(day)} disabled={day < today} checked={value.includes(day)}
            onChange={(event) => onChange(event.currentTarget.checked ? [...value, day].sort() : value.filter((each) => each !== day))}
          />
        ))}
      </div>
    </Input.Wrapper>
  )
}
