import { Button, Checkbox, Group, Text, Textarea } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { PlainDate } from '#kernel/plain-date.ts'
import { EmptyState } from '#platform/web/empty-state.tsx'
import { ErrorSummary } from '#platform/web/error-summary.tsx'
import { FileDrop } from '#platform/web/file-drop.tsx'
import { DraftNote } from '#platform/web/form-page.tsx'
import { LeaveGuard } from '#platform/web/leave-guard.tsx'
import { Page } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { ProblemNote } from '#platform/web/problem-note.tsx'
import { useSession } from '#platform/web/session.ts'
import type { PersonDetails, RegisteredVisit, Today } from '../../contract-visits.ts'
import { MATTER_KINDS } from '../../domain/visit.ts'
import { MatterFields } from '../components/matter-fields.tsx'
import { goOnWithEnter } from '../components/next-field.ts'
import { RefusalFields } from '../components/refusal-fields.tsx'
import { TodayVisits } from '../components/today-visits.tsx'
import { UnitChoiceField } from '../components/unit-choice-field.tsx'
import { useVisit } from '../components/use-visit.ts'
import { VisitDone } from '../components/visit-done.tsx'
import { VisitorFields } from '../components/visitor-fields.tsx'
import { WhoReceives } from '../components/who-receives.tsx'
import { receptionQueries } from '../queries.ts'
import { useUnitChoice } from '../unit-choice.ts'
import type { LinkedCase } from '../visit-draft.ts'
import '../components/reception.css'

/** The officer with a person in front of her: who came, about what, what becomes of it; one screen, by keyboard alone if need be. */
export function ReceptionDeskPage() {
  const t = usePhrase()
  const { units, unitId, choose } = useUnitChoice('reception.receive')
  if (unitId === undefined) return <Page title={t('reception.desk_title')}><EmptyState title={t('reception.desk_no_unit')} /></Page>
  return (
    <Page title={t('reception.desk_title')} lead={<span className="gd-rx-keys">{t('reception.keys')}</span>}>
      <UnitChoiceField units={units} unitId={unitId} onChange={choose} />
      <Desk key={unitId} unitId={unitId} />
    </Page>
  )
}

function Desk({ unitId }: { readonly unitId: string }) {
  const session = useSession()
  const [on, setOn] = useState(session.today)
  const [made, setMade] = useState<{ readonly written: RegisteredVisit; readonly files: readonly File[] } | null>(null)
  const [round, setRound] = useState(0)
  const today = useQuery({ ...receptionQueries.today(unitId, on), placeholderData: keepPreviousData })
  return (
    <div className="gd-rx">
      {made === null
        ? <DeskForm key={round} unitId={unitId} isAgain={round > 0} today={today.data} onDay={setOn} onMade={(written, files) => setMade({ written, files })} />
        : <VisitDone written={made.written} files={made.files} onNext={() => { setMade(null); setRound((count) => count + 1) }} />}
      <TodayVisits today={today.data} on={on} />
    </div>
  )
}

interface DeskFormProps {
  readonly unitId: string
  /** Another visit after one. */
  readonly isAgain: boolean
  readonly today: Today | undefined
  readonly onDay: (on: PlainDate) => void
  readonly onMade: (written: RegisteredVisit, files: readonly File[]) => void
}

const SCANS = ['.pdf', '.jpg', '.jpeg', '.png', '.webp', '.docx', '.doc', '.xlsx', '.xls', '.odt', '.txt']
const MAX_BYTES = 20 * 2 ** 20

function DeskForm({ unitId, isAgain, today, onDay, onMade }: DeskFormProps) {
  const t = usePhrase()
  const session = useSession()
  const element = useRef<HTMLFormElement>(null)
  const [attempt, setAttempt] = useState(0)
  const [known, setKnown] = useState<readonly LinkedCase[]>([])
  const { form, draft, save, files, setFiles } = useVisit(unitId, (written, _sent, chosen) => onMade(written, chosen))
  const { on, isRefused } = form.values
  useHotkeys([['mod+S', () => element.current?.requestSubmit()], ['mod+Enter', () => element.current?.requestSubmit()]], [])
  useEffect(() => {
    onDay(on ?? session.today)
  }, [on, onDay, session.today])
  useEffect(() => {
    // Where a keyboard opens over half the screen nobody's focus is moved unasked.
    if (isAgain || window.matchMedia('(pointer: fine)').matches) element.current?.querySelector<HTMLElement>('[data-path="visitors.0.name"]')?.focus()
  }, [isAgain])
  const remember = ({ matters }: PersonDetails) => setKnown((before) => [...before, ...matters.filter(({ caseId }) => before.every((each) => each.caseId !== caseId)).map((matter) => ({ ...matter, code: null }))])
  const kinds = today?.kinds ?? MATTER_KINDS.filter((kind) => kind !== 'denunciation')

  return (
    <form ref={element} noValidate className="gd-rx-form" onKeyDown={goOnWithEnter} onSubmit={form.onSubmit((values) => { setAttempt((count) => count + 1); save.run(values) }, () => setAttempt((count) => count + 1))}>
      <ErrorSummary errors={form.errors} form={element} attempt={attempt} />
      <WhoReceives form={form} unitId={unitId} days={today?.days ?? []} />
      <VisitorFields form={form} unitId={unitId} onKnown={remember} />
      <Checkbox label={t('reception.refuse')} {...form.getInputProps('isRefused', { type: 'checkbox' })} />
      {isRefused ? <RefusalFields form={form} /> : <MatterFields form={form} unitId={unitId} kinds={kinds} known={known} />}
      {kinds.includes('denunciation') || isRefused ? null : <Text component="p" m={0} c="dimmed">{t('reception.denunciation_elsewhere')}</Text>}
      <Textarea label={t('reception.note')} autosize minRows={1} {...form.getInputProps('note')} />
      {isRefused ? null : <FileDrop label={t('reception.files')} description={t('reception.files_help')} value={files} onChange={setFiles} accept={SCANS} maxBytes={MAX_BYTES} multiple name="files" />}
      <div className="gd-rx-end">
        {save.problem?.kind === 'fields' ? null : <ProblemNote problem={save.problem} />}
        <Group>
          <Button type="submit" size="md" loading={save.running} data-next>{t(isRefused ? 'reception.save_refusal' : 'reception.save')}</Button>
          {today === undefined ? null : <Text c="dimmed">{t('reception.next_number', { number: today.nextNumber })}</Text>}
          <DraftNote draft={draft} />
        </Group>
      </div>
      <LeaveGuard wouldLose={!save.running && (files.length > 0 || draft.hasFailed)} />
    </form>
  )
}
