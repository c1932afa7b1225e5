import { Checkbox, Stack, Text, Textarea, TextInput } from '@mantine/core'
import type { PlainDate } from '#kernel/plain-date.ts'
import { DateField } from '#platform/web/date-field.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { useSession } from '#platform/web/session.ts'
import { COMPLEXITY_GROUNDS, extensionsFor, type ComplexityGround } from '../../domain/complexity.ts'
import type { CaseRecord } from '../../contract.ts'
import { LEGAL_BASIS } from '../../domain/legal-basis.ts'
import { ActForm } from './act-form.tsx'
import { filled, fits, orNull, saidBriefly } from './checks.ts'
import { preparedFields } from './prepared-fields.ts'
import { useAct, type ActFormProps } from './use-act.ts'

interface Verification { team: string; what: string; from: PlainDate | null; until: PlainDate | null }

export function VerifyForm(props: ActFormProps) {
  const t = usePhrase()
  const { today } = useSession()
  const fields = preparedFields(props.record, 'verify')
  const act = useAct<Verification>({
    ...props, action: 'verify', initialValues: { team: fields?.team ?? '', what: fields?.what ?? '', from: fields?.from ?? today, until: fields?.until ?? null },
    checks: {
      team: saidBriefly('team'), what: saidBriefly('what'), from: filled('from'),
      until: (values, say) => filled<Verification>('until')(values, say) ?? (values.from !== null && values.until !== null && values.until < values.from ? say('petitions.days_backwards') : null),
    },
    bodyOf: (values) => values,
  })
  return (
    <ActForm act={act}>
      <Textarea label={t('petitions.verify_team')} withAsterisk autosize minRows={2} data-autofocus {...act.form.getInputProps('team')} />
      <Textarea label={t('petitions.verify_what')} withAsterisk autosize minRows={3} {...act.form.getInputProps('what')} />
      <DateField label={t('petitions.verify_from')} required {...act.form.getInputProps('from')} />
      <DateField label={t('petitions.verify_until')} required {...act.form.getInputProps('until')} />
    </ActForm>
  )
}

interface Complexity { grounds: ComplexityGround[]; because: string }

/** Complex, and so with a longer term; or extended: both on the same seven grounds, written on file. */
function ComplexityForm({ action, ...props }: ActFormProps & { readonly action: 'declare-complex' | 'extend' }) {
  const t = usePhrase()
  const fields = preparedFields(props.record, action)
  const act = useAct<Complexity>({
    ...props, action, initialValues: { grounds: fields?.grounds ?? [], because: fields?.because ?? '' },
    checks: { grounds: ({ grounds }, say) => (grounds.length === 0 ? say('petitions.choose_grounds') : null), because: saidBriefly('because') }, bodyOf: (values) => values,
  })
  const { grounds } = act.form.values
  return (
    <ActForm act={act}>
      <Checkbox.Group label={t('petitions.field_grounds')} withAsterisk {...act.form.getInputProps('grounds')}>
        <Stack gap="xs" mt={4}>{COMPLEXITY_GROUNDS.map((value) => <Checkbox key={value} value={value} label={t(`petitions.complexity.${value}`)} />)}</Stack>
      </Checkbox.Group>
      {action === 'extend' && grounds.length > 0 ? <Text role="status" fw={600}>{t('petitions.extension_says', { count: extensionsFor(grounds) })}</Text> : null}
      <Textarea label={t('petitions.field_because')} withAsterisk autosize minRows={3} {...act.form.getInputProps('because')} />
    </ActForm>
  )
}

export function DeclareComplexForm(props: ActFormProps) {
  return <ComplexityForm {...props} action="declare-complex" />
}

export function ExtendForm(props: ActFormProps) {
  return <ComplexityForm {...props} action="extend" />
}

/** A reason and the article it leans on. */
export function SuspendForm(props: ActFormProps) {
  const t = usePhrase()
  const fields = preparedFields(props.record, 'suspend')
  const act = useAct({
    ...props, action: 'suspend', initialValues: { because: fields?.because ?? '', article: fields?.article ?? '' }, checks: { because: saidBriefly('because'), article: fits('article') },
    bodyOf: ({ because, article }) => ({ because, article: orNull(article) }),
  })
  return (
    <ActForm act={act} basis={suspensionBasis(props.record)}>
      <Textarea label={t('petitions.field_because')} withAsterisk autosize minRows={3} data-autofocus {...act.form.getInputProps('because')} />
      <TextInput label={t('petitions.field_article')} {...act.form.getInputProps('article')} />
    </ActForm>
  )
}

interface Termination { because: string; article: string; isWithdrawn: boolean; withdrawnOn: PlainDate | null; afterExplanation: boolean }

/** Ended without a decision on the matter: on a ground of the law, or because everybody withdrew. */
export function TerminateForm({ isWithdrawn = false, ...props }: ActFormProps & { readonly isWithdrawn?: boolean }) {
  const t = usePhrase()
  const { today } = useSession()
  const fields = preparedFields(props.record, 'terminate')
  const withdrawal = fields?.withdrawal ?? null
  const act = useAct<Termination>({
    ...props, action: 'terminate',
    initialValues: {
      because: fields?.because ?? (isWithdrawn ? t('petitions.terminate_because_withdrawn') : ''), article: fields?.article ?? '',
      isWithdrawn: withdrawal !== null || isWithdrawn, withdrawnOn: withdrawal?.on ?? today, afterExplanation: withdrawal?.afterExplanation ?? false,
    },
    checks: {
      because: saidBriefly('because'), article: fits('article'),
      withdrawnOn: (values, say) => (values.isWithdrawn ? filled<Termination>('withdrawnOn')(values, say) : null),
    },
    bodyOf: (values) => ({ because: values.because, article: orNull(values.article), withdrawal: values.isWithdrawn ? { on: values.withdrawnOn, afterExplanation: values.afterExplanation } : null }),
  })
  return (
    <ActForm act={act} basis={suspensionBasis(props.record)}>
      <Checkbox label={t('petitions.terminate_withdrawn')} {...act.form.getInputProps('isWithdrawn', { type: 'checkbox' })} />
      {act.form.values.isWithdrawn ? (
        <>
          <DateField label={t('petitions.withdraw_on')} required max={today} {...act.form.getInputProps('withdrawnOn')} />
          <Checkbox label={t('petitions.withdraw_explained')} {...act.form.getInputProps('afterExplanation', { type: 'checkbox' })} />
        </>
      ) : null}
      <Textarea label={t('petitions.field_because')} withAsterisk autosize minRows={3} data-autofocus {...act.form.getInputProps('because')} />
      <TextInput label={t('petitions.field_article')} {...act.form.getInputProps('article')} />
    </ActForm>
  )
}

export function ResumeForm(props: ActFormProps) {
  const t = usePhrase()
  const act = useAct({ ...props, action: 'resume', initialValues: { because: preparedFields(props.record, 'resume')?.because ?? '' }, checks: { because: saidBriefly('because') }, bodyOf: (values) => values })
  return <ActForm act={act} basis={suspensionBasis(props.record)}><Textarea label={t('petitions.field_because')} withAsterisk autosize minRows={3} data-autofocus {...act.form.getInputProps('because')} /></ActForm>
}

/** The decree that was read is that of complaints. */
function suspensionBasis({ kind }: Pick<CaseRecord, 'kind'>) {
  return kind === 'complaint' ? LEGAL_BASIS.suspension : null
}
