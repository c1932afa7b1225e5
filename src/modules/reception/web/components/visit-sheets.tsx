import { Checkbox, NativeSelect, TextInput, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { PlainDate } from '#kernel/plain-date.ts'
import { api } from '#platform/web/api-client.ts'
import { useCommand } from '#platform/web/command.ts'
import { DateField } from '#platform/web/date-field.tsx'
import { NumberField } from '#platform/web/number-field.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { Sheet } from '#platform/web/sheet.tsx'
import { SmallForm } from '#platform/web/small-form.tsx'
import { useSession } from '#platform/web/session.ts'
import type { VisitRecord } from '../../contract-visits.ts'
import { correctionFaults } from '../../domain/registration.ts'
import { RECEPTION_CHANGED } from '../queries.ts'

export type VisitStep = 'tell' | 'notice' | 'correct'
interface StepProps { readonly visit: VisitRecord; readonly onDone: () => void }

/** What happens to a visit after it was written down, each in its sheet. */
export function VisitSheets({ step, visit, onClose }: { readonly step: VisitStep | null; readonly visit: VisitRecord; readonly onClose: () => void }) {
  const t = usePhrase()
  return (
    <Sheet opened={step !== null} onClose={onClose} title={step === null ? '' : t(`reception.visit_step.${step}`)} {...(step === 'correct' ? { width: '44rem' } : {})}>
      {step === 'tell' ? <TellForm visit={visit} onDone={onClose} /> : null}
      {step === 'notice' ? <NoticeForm visit={visit} onDone={onClose} /> : null}
      {step === 'correct' ? <CorrectForm visit={visit} onDone={onClose} /> : null}
    </Sheet>
  )
}

function TellForm({ visit, onDone }: StepProps) {
  const t = usePhrase()
  const { today } = useSession()
  const form = useForm<{ toldOn: PlainDate | null; how: string }>({
    initialValues: { toldOn: today, how: '' },
    validate: { toldOn: (day) => (day === null ? t('reception.on_needed') : null), how: (text) => (text.trim() === '' ? t('reception.how_needed') : null) },
  })
  const tell = useCommand({ run: (values: typeof form.values) => api.post(`/api/reception/visits/${visit.id}/told`, { version: visit.version, ...values }), form, refresh: RECEPTION_CHANGED, doneMessage: t('reception.saved'), onDone })
  return (
    <SmallForm form={form} onSubmit={tell.run} submitLabel={t('reception.tell')} command={tell}>
      <p className="gd-muted">{t('reception.tell_help')}</p>
      <DateField label={t('reception.told_on')} required min={visit.on} max={today} {...form.getInputProps('toldOn')} />
      <Textarea label={t('reception.told_how')} description={t('reception.told_how_help')} withAsterisk autosize minRows={2} {...form.getInputProps('how')} />
    </SmallForm>
  )
}

function NoticeForm({ visit, onDone }: StepProps) {
  const t = usePhrase()
  const { today } = useSession()
  const form = useForm<{ number: string; signedOn: PlainDate | null }>({
    initialValues: { number: '', signedOn: today },
    validate: { number: (text) => (/^\d{1,5}$/.test(text.trim()) ? null : t('reception.number_is_digits')), signedOn: (day) => (day === null ? t('reception.on_needed') : null) },
  })
  const sign = useCommand({ run: (values: typeof form.values) => api.post(`/api/reception/visits/${visit.id}/notice`, { version: visit.version, ...values }), form, refresh: RECEPTION_CHANGED, doneMessage: t('reception.saved'), onDone })
  return (
    <SmallForm form={form} onSubmit={sign.run} submitLabel={t('reception.sign_notice')} command={sign}>
      <p className="gd-muted">{t('reception.notice_help')}</p>
      <TextInput label={t('reception.paper_number')} inputMode="numeric" withAsterisk {...form.getInputProps('number')} />
      <DateField label={t('reception.signed_on')} required min={visit.on} max={today} {...form.getInputProps('signedOn')} />
    </SmallForm>
  )
}

interface Correction {
  peopleCount: number | null
  note: string
  visitors: { id: string; name: string; address: string; phone: string }[]
  matters: { id: string; content: string; isRepeat: boolean; priorBody: string; isCompetent: '' | 'yes' | 'no'; guidance: string; handledBy: string; result: string }[]
}

function CorrectForm({ visit, onDone }: StepProps) {
  const t = usePhrase()
  const { today } = useSession()
  const form = useForm<Correction>({
    initialValues: {
      peopleCount: visit.peopleCount, note: visit.note ?? '', visitors: visit.visitors.map(({ id, name, address, phone }) => ({ id, name, address: address ?? '', phone: phone ?? '' })),
      matters: visit.matters.map(({ id, content, isRepeat, priorBody, isCompetent, guidance, handledBy, result }) => ({
        id, content, isRepeat, priorBody: priorBody ?? '', isCompetent: isCompetent === null ? '' : isCompetent ? 'yes' : 'no', guidance: guidance ?? '', handledBy: handledBy ?? '', result: result ?? '',
      })),
    },
    validate: ({ peopleCount, visitors, matters }) => Object.fromEntries(correctionFaults({
      peopleCount: peopleCount ?? 1, visitors: visitors.map(({ name, phone }) => ({ name, phone: phone.trim() === '' ? null : phone })), matters: matters.map((matter, index) => ({ ...matter, handling: visit.matters[index]?.handling ?? 'explained' })),
    }, today).map(({ field, code, details }) => [field, t.find(code, details ?? {}) ?? code])),
  })
  const save = useCommand({
    run: ({ peopleCount, note, visitors, matters }: Correction) => api.put(`/api/reception/visits/${visit.id}`, {
      version: visit.version, peopleCount: peopleCount ?? 1, note, visitors, matters: matters.map((matter) => ({ ...matter, isCompetent: matter.isCompetent === '' ? null : matter.isCompetent === 'yes' })),
    }),
    form, refresh: RECEPTION_CHANGED, doneMessage: t('reception.saved'), onDone,
  })
  return (
    <SmallForm form={form} onSubmit={save.run} submitLabel={t('reception.save_change')} command={save}>
      <p className="gd-muted">{t('reception.correct_help')}</p>
      <NumberField label={t('reception.people_count')} unit={t('reception.people')} {...form.getInputProps('peopleCount')} />
      {form.values.visitors.map(({ id }, index) => (
        <fieldset key={id} className="gd-rx-box">
          <legend>{t('reception.person_number', { number: index + 1 })}</legend>
          <TextInput label={t('reception.name')} withAsterisk {...form.getInputProps(`visitors.${index}.name`)} />
          <TextInput label={t('reception.address')} {...form.getInputProps(`visitors.${index}.address`)} />
          <TextInput label={t('reception.phone')} inputMode="tel" {...form.getInputProps(`visitors.${index}.phone`)} />
        </fieldset>
      ))}
      {form.values.matters.map(({ id }, index) => (
        <fieldset key={id} className="gd-rx-box">
          <legend>{t('reception.matter_number', { number: index + 1 })}</legend>
          <Textarea label={t('reception.content')} withAsterisk autosize minRows={2} {...form.getInputProps(`matters.${index}.content`)} />
          <Checkbox label={t('reception.is_repeat')} {...form.getInputProps(`matters.${index}.isRepeat`, { type: 'checkbox' })} />
          <Textarea label={t('reception.guidance')} autosize minRows={1} {...form.getInputProps(`matters.${index}.guidance`)} />
          <TextInput label={t('reception.prior_body')} {...form.getInputProps(`matters.${index}.priorBody`)} />
          <NativeSelect label={t('reception.is_competent')} data={(['', 'yes', 'no'] as const).map((value) => ({ value, label: t(`reception.competent.${value === '' ? 'unknown' : value}`) }))} {...form.getInputProps(`matters.${index}.isCompetent`)} />
          <TextInput label={t('reception.handled_by')} {...form.getInputProps(`matters.${index}.handledBy`)} />
          <TextInput label={t('reception.result')} {...form.getInputProps(`matters.${index}.result`)} />
        </fieldset>
      ))}
      <Textarea label={t('reception.note')} autosize minRows={1} {...form.getInputProps('note')} />
    </SmallForm>
  )
}
