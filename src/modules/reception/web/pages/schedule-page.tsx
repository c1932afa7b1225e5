import { Button, Group } from '@mantine/core'
import { useForm } from '@mantine/form'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { PlainDate } from '#kernel/plain-date.ts'
import { api } from '#platform/web/api-client.ts'
import { useCommand } from '#platform/web/command.ts'
import { DateField } from '#platform/web/date-field.tsx'
import { EmptyState } from '#platform/web/empty-state.tsx'
import { Loaded, Page, Section } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { Sheet } from '#platform/web/sheet.tsx'
import { SmallForm } from '#platform/web/small-form.tsx'
import { useSession } from '#platform/web/session.ts'
import { Posted, type Schedule } from '../../contract.ts'
import { DayLine } from '../components/day-line.tsx'
import { DaySheets, type Asked } from '../components/day-sheets.tsx'
import { MonthBar, useMonth } from '../components/month-bar.tsx'
import { Standings } from '../components/standings.tsx'
import { UnitChoiceField } from '../components/unit-choice-field.tsx'
import { RECEPTION_CHANGED, receptionQueries } from '../queries.ts'
import { useUnitChoice } from '../unit-choice.ts'
import '../components/reception.css'

/** A unit's reception days of a month, with what the law asks and what lacks. */
export function SchedulePage() {
  const t = usePhrase()
  const { units, unitId, choose } = useUnitChoice('reception.schedule', 'reception.read')
  const { month, ...bar } = useMonth()
  const [asked, setAsked] = useState<Asked | null>(null)
  const [isPosting, setIsPosting] = useState(false)
  const schedule = useQuery({ ...receptionQueries.schedule(unitId ?? '', month), enabled: unitId !== undefined, placeholderData: keepPreviousData })
  if (unitId === undefined) return <Page title={t('reception.schedule')}><EmptyState title={t('reception.desk_no_unit')} /></Page>
  const shown = schedule.data
  return (
    <Page
      title={t('reception.schedule_title')} lead={shown?.unitName}
      actions={shown?.maySchedule === true ? (
        <>
          {shown.toPost === 0 ? null : <Button variant="default" onClick={() => setIsPosting(true)}>{t('reception.post_count', { count: shown.toPost })}</Button>}
          <Button onClick={() => setAsked({ step: 'add' })}>{t('reception.add_days')}</Button>
        </>
      ) : null}
    >
      <UnitChoiceField units={units} unitId={unitId} onChange={choose} />
      <MonthBar {...bar} />
      <Loaded query={schedule}>
        {(loaded) => (
          <>
            <Section title={t('reception.asked')}><Standings standings={loaded.standings} /></Section>
            <Section title={t('reception.days')}>
              {loaded.days.length === 0
                ? <EmptyState title={t('reception.no_days')} action={loaded.maySchedule ? <Button onClick={() => setAsked({ step: 'add' })}>{t('reception.add_days')}</Button> : null}>{t('reception.no_days_help')}</EmptyState>
                : <ul className="gd-days">{loaded.days.map((day) => <DayLine key={day.id} day={day} onStep={(step) => setAsked({ step, day })} />)}</ul>}
            </Section>
            <DaySheets key={asked === null ? 'closed' : asked.step === 'add' ? 'add' : `${asked.step} ${asked.day.id}`} asked={asked} schedule={loaded} month={month} onClose={() => setAsked(null)} />
            <Sheet opened={isPosting} onClose={() => setIsPosting(false)} title={t('reception.post_title')}><PostForm schedule={loaded} month={month} onDone={() => setIsPosting(false)} /></Sheet>
          </>
        )}
      </Loaded>
    </Page>
  )
}

function PostForm({ schedule, month, onDone }: { readonly schedule: Schedule; readonly month: string; readonly onDone: () => void }) {
  const t = usePhrase()
  const { today } = useSession()
  const form = useForm<{ postedOn: PlainDate | null }>({ initialValues: { postedOn: today }, validate: { postedOn: (day) => (day === null ? t('reception.on_needed') : null) } })
  const post = useCommand({ run: ({ postedOn }: typeof form.values) => api.post('/api/reception/schedule/post', { unitId: schedule.unitId, month, postedOn }, Posted), form, refresh: RECEPTION_CHANGED, doneMessage: t('reception.posted'), onDone })
  const late = schedule.days.filter(({ posting }) => posting === 'overdue').length
  return (
    <SmallForm form={form} onSubmit={post.run} submitLabel={t('reception.post_now')} command={post}>
      <p>{t('reception.post_help', { count: schedule.toPost })}</p>
      {late === 0 ? null : <Group className="gd-rx-note">{t('reception.post_late', { count: late })}</Group>}
      <DateField label={t('reception.posted_on')} required max={today} {...form.getInputProps('postedOn')} />
    </SmallForm>
  )
}
