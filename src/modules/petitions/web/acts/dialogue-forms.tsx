import { Checkbox, Radio, Stack, Textarea, TextInput } from '@mantine/core'
import type { PlainDate } from '#kernel/plain-date.ts'
import { DateField } from '#platform/web/date-field.tsx'
import { NumberField } from '#platform/web/number-field.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { useSession } from '#platform/web/session.ts'
import { LIMITS } from '../../contract.ts'
import { dialogueToRecord } from '../components/next-act.ts'
import { ActForm } from './act-form.tsx'
import { filled, fits, orNull, saidBriefly } from './checks.ts'
import { LastDayToTell } from './last-day-to-tell.tsx'
import { useAct, type ActFormProps } from './use-act.ts'

interface Call { on: PlainDate | null; at: string; place: string; notifiedOn: PlainDate | null; chairedBy: string; chairedByHead: boolean; whyNotHead: string }

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/

/** When, where, who chairs, and whether the parties are told in time. */
export function CallDialogueForm(props: ActFormProps) {
  const t = usePhrase()
  const { today } = useSession()
  const act = useAct<Call>({
    ...props, action: 'call-dialogue', initialValues: { on: null, at: '', place: '', notifiedOn: today, chairedBy: '', chairedByHead: true, whyNotHead: '' },
    checks: {
      on: filled('on'), at: ({ at }, say) => (TIME.test(at.trim()) ? null : say('petitions.dialogue_at_wrong')), place: saidBriefly('place'), notifiedOn: filled('notifiedOn'),
      chairedBy: saidBriefly('chairedBy', LIMITS.name), whyNotHead: fits('whyNotHead'),
    },
    bodyOf: ({ at, whyNotHead, chairedByHead, ...values }) => ({ ...values, at: at.trim(), chairedByHead, whyNotHead: chairedByHead ? null : orNull(whyNotHead) }),
  })
  const { form } = act
  const { on, notifiedOn, chairedByHead } = form.values
  return (
    <ActForm act={act}>
      <DateField label={t('petitions.dialogue_on')} required {...form.getInputProps('on')} />
      <DateField label={t('petitions.dialogue_notified_on')} required {...form.getInputProps('notifiedOn')} />
      {on === null ? null : <LastDayToTell on={on} notifiedOn={notifiedOn} />}
      <TextInput label={t('petitions.dialogue_at')} description={t('petitions.dialogue_at_help')} withAsterisk inputMode="numeric" maw="16rem" {...form.getInputProps('at')} />
      <TextInput label={t('petitions.dialogue_place')} withAsterisk {...form.getInputProps('place')} />
      <TextInput label={t('petitions.dialogue_chaired_by')} withAsterisk {...form.getInputProps('chairedBy')} />
      <Checkbox label={t('petitions.dialogue_by_head')} {...form.getInputProps('chairedByHead', { type: 'checkbox' })} />
      {chairedByHead ? null : <Textarea label={t('petitions.dialogue_why_not_head')} autosize minRows={2} {...form.getInputProps('whyNotHead')} />}
    </ActForm>
  )
}

interface Held { held: 'yes' | 'no'; attended: number | null; minutes: string }

export function HoldDialogueForm(props: ActFormProps) {
  const t = usePhrase()
  const { today } = useSession()
  const open = dialogueToRecord(props.record, today)
  const act = useAct<Held>({
    ...props, action: 'hold-dialogue', initialValues: { held: 'yes', attended: null, minutes: '' },
    checks: { attended: ({ held, attended }, say) => (held === 'yes' && (attended === null || !Number.isInteger(attended) || attended < 0) ? say('web.field_required') : null), minutes: (values, say) => (values.held === 'yes' ? saidBriefly<Held>('minutes', LIMITS.content) : fits<Held>('minutes', LIMITS.content))(values, say) },
    url: `dialogues/${open?.id ?? ''}`, bodyOf: ({ held, attended, minutes }) => ({ held: held === 'yes', attended: held === 'yes' ? attended : null, minutes: orNull(minutes) }),
  })
  const { form } = act
  return (
    <ActForm act={act}>
      <Radio.Group label={t('petitions.dialogue_held')} {...form.getInputProps('held')}>
        <Stack gap="xs" mt={4}><Radio value="yes" label={t('petitions.dialogue_held_yes')} /><Radio value="no" label={t('petitions.dialogue_held_no')} /></Stack>
      </Radio.Group>
      {form.values.held === 'yes' ? <NumberField label={t('petitions.dialogue_attended')} required {...form.getInputProps('attended')} /> : null}
      <Textarea label={t('petitions.dialogue_minutes')} withAsterisk={form.values.held === 'yes'} autosize minRows={4} {...form.getInputProps('minutes')} />
    </ActForm>
  )
}
