import { Checkbox, NativeSelect, Radio, Stack, Text, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { PlainDate } from '#kernel/plain-date.ts'
import { DateField } from '#platform/web/date-field.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { useSession } from '#platform/web/session.ts'
import type { CaseRecord } from '../../contract.ts'
import { endsByDecision } from '../../domain/case.ts'
import { LEGAL_BASIS } from '../../domain/legal-basis.ts'
import { caseQueries } from '../queries.ts'
import { ActForm } from './act-form.tsx'
import { filled, fits, orNull, saidBriefly } from './checks.ts'
import { TerminateForm } from './resolution-forms.tsx'
import { useAct, type ActFormProps } from './use-act.ts'

export function AssignForm(props: ActFormProps) {
  const t = usePhrase()
  const people = useQuery(caseQueries.assignees(props.record.unitId, props.record.kind)).data?.assignees ?? []
  const act = useAct({
    ...props, action: 'assign', initialValues: { assigneeId: props.record.assignee?.id ?? '', note: '' }, checks: { assigneeId: filled('assigneeId'), note: fits('note') },
    bodyOf: ({ assigneeId, note }) => ({ assigneeId, note: orNull(note) }),
  })
  return (
    <ActForm act={act}>
      <NativeSelect label={t('petitions.assign_to')} withAsterisk data={[{ value: '', label: '—' }, ...people.map(({ id, name, openCases }) => ({ value: id, label: t('petitions.assign_line', { name, count: openCases }) }))]} {...act.form.getInputProps('assigneeId')} />
      <Textarea label={t('petitions.field_note')} autosize minRows={2} {...act.form.getInputProps('note')} />
    </ActForm>
  )
}

interface Withdrawal { on: PlainDate | null; who: 'all' | 'some'; partyIds: string[]; afterExplanation: boolean; note: string }

/** What was taken up formally ends with a decision when everybody withdraws: then it is that decision which is prepared. */
export function WithdrawForm(props: ActFormProps) {
  const t = usePhrase()
  const { record } = props
  const parties = record.parties.filter(({ withdrawnOn }) => withdrawnOn === null)
  if (!endsByDecision(record) || parties.length > 1) return <WithdrawingForm {...props} parties={parties} />
  return record.allowed.includes('terminate') ? <TerminateForm {...props} isWithdrawn /> : <Text>{t('petitions.withdrawal_needs_decision')}</Text>
}

function WithdrawingForm({ parties, ...props }: ActFormProps & { readonly parties: CaseRecord['parties'] }) {
  const t = usePhrase()
  const { today } = useSession()
  const mayAll = !endsByDecision(props.record)
  const act = useAct<Withdrawal>({
    ...props, action: 'withdraw', initialValues: { on: today, who: mayAll ? 'all' : 'some', partyIds: [], afterExplanation: false, note: '' },
    checks: { on: filled('on'), note: fits('note'), partyIds: ({ who, partyIds }, say) => (who === 'some' && partyIds.length === 0 ? say('petitions.withdraw_who_missing') : null) },
    bodyOf: ({ on, who, partyIds, afterExplanation, note }) => ({ on, afterExplanation, note: orNull(note), partyIds: who === 'some' ? partyIds : [] }),
  })
  return (
    <ActForm act={act} basis={props.record.kind === 'complaint' ? LEGAL_BASIS.withdrawal : null}>
      <DateField label={t('petitions.withdraw_on')} required max={today} {...act.form.getInputProps('on')} />
      {parties.length > 1 ? (
        <Radio.Group label={t('petitions.withdraw_who')} {...act.form.getInputProps('who')}>
          <Stack gap="xs" mt={4}><Radio value="all" disabled={!mayAll} label={t('petitions.withdraw_all')} description={mayAll ? undefined : t('petitions.withdrawal_needs_decision')} /><Radio value="some" label={t('petitions.withdraw_some')} /></Stack>
        </Radio.Group>
      ) : null}
      {act.form.values.who === 'some' ? (
        <Checkbox.Group label={t('petitions.withdraw_named')} withAsterisk {...act.form.getInputProps('partyIds')}>
          <Stack gap="xs" mt={4}>{parties.map(({ id, name }) => <Checkbox key={id} value={id} label={name} />)}</Stack>
        </Checkbox.Group>
      ) : null}
      <Checkbox label={t('petitions.withdraw_explained')} {...act.form.getInputProps('afterExplanation', { type: 'checkbox' })} />
      <Textarea label={t('petitions.field_note')} autosize minRows={2} {...act.form.getInputProps('note')} />
    </ActForm>
  )
}

export function AskForm(props: ActFormProps) {
  const t = usePhrase()
  const act = useAct({ ...props, action: 'ask', initialValues: { question: '' }, checks: { question: saidBriefly('question') }, bodyOf: (values) => values })
  return <ActForm act={act}><Textarea label={t('petitions.ask_question')} withAsterisk autosize minRows={3} data-autofocus {...act.form.getInputProps('question')} /></ActForm>
}

export function NoteForm(props: ActFormProps) {
  const t = usePhrase()
  const act = useAct({ ...props, action: 'note', initialValues: { note: '', shownToCitizen: false }, checks: { note: saidBriefly('note') }, bodyOf: (values) => values })
  return (
    <ActForm act={act}>
      <Textarea label={t('petitions.field_note')} withAsterisk autosize minRows={3} data-autofocus {...act.form.getInputProps('note')} />
      <Checkbox label={t('petitions.note_shown')} {...act.form.getInputProps('shownToCitizen', { type: 'checkbox' })} />
    </ActForm>
  )
}
