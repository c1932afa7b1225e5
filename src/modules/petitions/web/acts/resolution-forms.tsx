import { Checkbox, Stack, Text, Textarea, TextInput } from '@mantine/core'
import type { PlainDate } from '#kernel/plain-date.ts'
import { DateField } from '#platform/web/date-field.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { useSession } from '#platform/web/session.ts'
import { COMPLEXITY_GROUNDS, extensionsFor, type ComplexityGround } from '../../domain/complexity.ts'
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
function BecauseForm({ action, ...props }: ActFormProps & { readonly action: 'suspend' | 'terminate' }) {
  const t = usePhrase()
  const fields = preparedFields(props.record, action)
  const act = useAct({
    ...props, action, initialValues: { because: fields?.because ?? '', article: fields?.article ?? '' }, checks: { because: saidBriefly('because'), article: fits('article') },
    bodyOf: ({ because, article }) => ({ because, article: orNull(article) }),
  })
  return (
    <ActForm act={act}>
      <Textarea label={t('petitions.field_because')} withAsterisk autosize minRows={3} data-autofocus {...act.form.getInputProps('because')} />
      <TextInput label={t('petitions.field_article')} {...act.form.getInputProps('article')} />
    </ActForm>
  )
}

export function SuspendForm(props: ActFormProps) {
  return <BecauseForm {...props} action="suspend" />
}

export function TerminateForm(props: ActFormProps) {
  return <BecauseForm {...props} action="terminate" />
}

export function ResumeForm(props: ActFormProps) {
  const t = usePhrase()
  const act = useAct({ ...props, action: 'resume', initialValues: { because: preparedFields(props.record, 'resume')?.because ?? '' }, checks: { because: saidBriefly('because') }, bodyOf: (values) => values })
  return <ActForm act={act}><Textarea label={t('petitions.field_because')} withAsterisk autosize minRows={3} data-autofocus {...act.form.getInputProps('because')} /></ActForm>
}
