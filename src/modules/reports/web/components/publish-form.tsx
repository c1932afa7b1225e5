import { Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import type { PlainDate } from '#kernel/plain-date.ts'
import { api } from '#platform/web/api-client.ts'
import { useCommand } from '#platform/web/command.ts'
import { ConfirmDialog } from '#platform/web/confirm-dialog.tsx'
import { DateField } from '#platform/web/date-field.tsx'
import { linkTo } from '#platform/web/page-link.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { useSession } from '#platform/web/session.ts'
import type { FormEditor } from './use-form-editor.ts'

interface PublishFormProps { readonly code: string; readonly editor: FormEditor; readonly onClose: () => void }

/** Saves what is on the screen and publishes exactly that, for periods that end on a day or later. */
export function PublishForm({ code, editor, onClose }: PublishFormProps) {
  const t = usePhrase()
  const navigate = useNavigate()
  const { today } = useSession()
  const [validFrom, setValidFrom] = useState<PlainDate | null>(today)
  const publish = useCommand({
    run: async (day: PlainDate) => { await api.post(`/api/reports/forms/${code}/publish`, { edits: await editor.write(), validFrom: day }) },
    refresh: [['reports']], doneMessage: t('reports.form_published'), onDone: () => void navigate(linkTo(`/bao-cao/mau/${code}`)),
  })
  const [fault] = publish.problem?.fields ?? []
  return (
    <ConfirmDialog
      opened onClose={onClose} title={t('reports.publish_ask')} confirmLabel={t('reports.publish')} running={publish.running} problem={fault?.path === 'validFrom' ? null : publish.problem}
      onConfirm={() => { if (validFrom !== null) publish.run(validFrom) }}
    >
      <Stack gap="sm">
        <Text>{t('reports.publish_help')}</Text>
        <DateField label={t('reports.valid_from')} required value={validFrom} onChange={setValidFrom} error={validFrom === null ? t('web.field_required') : fault?.path === 'validFrom' ? fault.message : undefined} />
      </Stack>
    </ConfirmDialog>
  )
}
