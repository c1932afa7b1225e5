import { Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { z } from 'zod'
import type { PlainDate } from '#kernel/plain-date.ts'
import { api, withQuery } from '#platform/web/api-client.ts'
import { useCommand } from '#platform/web/command.ts'
import { ConfirmDialog } from '#platform/web/confirm-dialog.tsx'
import { DateField } from '#platform/web/date-field.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { useSession } from '#platform/web/session.ts'
import { SmallForm } from '#platform/web/small-form.tsx'
import { LIMITS } from '../../contract.ts'
import { PETITIONS_CHANGED, waitingDecisionUrl } from '../queries.ts'
import { filled, orNull, saidBriefly, fits } from './checks.ts'
import type { ActFormProps } from './use-act.ts'

interface Signing { number: string; signedOn: PlainDate | null; post: string }

/** The number and the day: with them it takes effect. */
export function SignForm({ record, onDone }: ActFormProps) {
  const t = usePhrase()
  const { today } = useSession()
  const form = useForm<Signing>({
    initialValues: { number: '', signedOn: today, post: '' },
    validate: (values) => Object.fromEntries(Object.entries({ number: saidBriefly<Signing>('number', 60)(values, t), signedOn: filled<Signing>('signedOn')(values, t), post: fits<Signing>('post', LIMITS.name)(values, t) }).filter(([, fault]) => fault !== null)),
  })
  const sign = useCommand({
    run: ({ number, signedOn, post }: Signing) => api.post(`${waitingDecisionUrl(record)}/sign`, { version: record.version, number, signedOn, post: orNull(post) }, z.unknown()),
    form, refresh: PETITIONS_CHANGED, doneMessage: t('petitions.signed'), onDone,
  })
  return (
    <Stack gap="md">
      <Text>{t('petitions.act_help.sign')}</Text>
      <SmallForm form={form} onSubmit={sign.run} submitLabel={t('petitions.act.sign')} command={sign}>
        <TextInput label={t('petitions.sign_number')} description={t('petitions.sign_number_help')} withAsterisk data-autofocus {...form.getInputProps('number')} />
        <DateField label={t('petitions.sign_on')} required max={today} {...form.getInputProps('signedOn')} />
        <TextInput label={t('petitions.sign_post')} description={t('petitions.sign_post_help')} {...form.getInputProps('post')} />
      </SmallForm>
    </Stack>
  )
}

/** Back to who prepared it, with the reason. */
export function ReturnForm({ record, onDone }: ActFormProps) {
  const t = usePhrase()
  const form = useForm({ initialValues: { because: '' }, validate: { because: (_, values) => saidBriefly<{ because: string }>('because')(values, t) } })
  const send = useCommand({
    run: ({ because }: { because: string }) => api.post(`${waitingDecisionUrl(record)}/return`, { version: record.version, because }, z.unknown()),
    form, refresh: PETITIONS_CHANGED, doneMessage: t('petitions.returned'), onDone,
  })
  return (
    <Stack gap="md">
      <Text>{t('petitions.act_help.return')}</Text>
      <SmallForm form={form} onSubmit={send.run} submitLabel={t('petitions.act.return')} command={send}>
        <Textarea label={t('petitions.field_because')} withAsterisk autosize minRows={3} data-autofocus {...form.getInputProps('because')} />
      </SmallForm>
    </Stack>
  )
}

export function DiscardDialog({ record, onDone }: ActFormProps) {
  const t = usePhrase()
  const discard = useCommand({
    run: () => api.delete(withQuery(waitingDecisionUrl(record), { version: record.version }), undefined, z.unknown()), refresh: PETITIONS_CHANGED, doneMessage: t('petitions.discarded'), onDone,
  })
  return (
    <ConfirmDialog opened onClose={onDone} title={t('petitions.discard_ask')} confirmLabel={t('petitions.act.discard')} onConfirm={() => { discard.run() }} running={discard.running} problem={discard.problem}>
      {t('petitions.act_help.discard')}
    </ConfirmDialog>
  )
}
