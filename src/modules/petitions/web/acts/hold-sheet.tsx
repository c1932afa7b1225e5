import { Stack, Text, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { z } from 'zod'
import { api } from '#platform/web/api-client.ts'
import { useCommand } from '#platform/web/command.ts'
import { ConfirmDialog } from '#platform/web/confirm-dialog.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { Sheet } from '#platform/web/sheet.tsx'
import { SmallForm } from '#platform/web/small-form.tsx'
import type { CaseRecord } from '../../contract.ts'
import { caseUrl, PETITIONS_CHANGED } from '../queries.ts'
import { saidBriefly } from './checks.ts'

interface HoldSheetProps {
  readonly record: CaseRecord
  readonly opened: boolean
  readonly onClose: () => void
}

/** Legal hold: nothing of the case is removed at the end of its retention, or that is lifted. */
export function HoldSheet({ record, opened, onClose }: HoldSheetProps) {
  const t = usePhrase()
  const form = useForm({ initialValues: { because: '' }, validate: { because: (_, values) => saidBriefly<{ because: string }>('because')(values, t) } })
  const hold = useCommand({
    run: (because: string | null) => api.put(`${caseUrl(record.id)}/hold`, { version: record.version, because }, z.unknown()), form, refresh: PETITIONS_CHANGED, doneMessage: t('petitions.saved'), onDone: onClose,
  })
  if (record.holdBecause !== null) {
    return (
      <ConfirmDialog opened={opened} onClose={onClose} title={t('petitions.hold_lift_ask')} confirmLabel={t('petitions.hold_lift')} onConfirm={() => { hold.run(null) }} running={hold.running} problem={hold.problem}>
        {record.holdBecause}
      </ConfirmDialog>
    )
  }
  return (
    <Sheet opened={opened} onClose={onClose} title={t('petitions.hold')}>
      <Stack gap="md">
        <Text>{t('petitions.hold_help')}</Text>
        <SmallForm form={form} onSubmit={({ because }) => { hold.run(because) }} submitLabel={t('petitions.hold')} command={hold}>
          <Textarea label={t('petitions.field_because')} withAsterisk autosize minRows={3} data-autofocus {...form.getInputProps('because')} />
        </SmallForm>
      </Stack>
    </Sheet>
  )
}
