import { Anchor, Button, Group, Stack, Text } from '@mantine/core'
import { IconPaperclip } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { notifications } from '@mantine/notifications'
import { api } from '#platform/web/api-client.ts'
import { useCommand } from '#platform/web/command.ts'
import { FileDrop } from '#platform/web/file-drop.tsx'
import { formatDateTime, useFormat } from '#platform/web/format.ts'
import { Section } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { ProblemNote } from '#platform/web/problem-note.tsx'
import { Sheet } from '#platform/web/sheet.tsx'
import type { CaseRecord } from '../../contract.ts'
import { ATTACHMENT_ENDINGS, MAX_ATTACHMENT_BYTES } from '../attachment-kinds.ts'
import { caseQueries, caseUrl, PETITIONS_CHANGED } from '../queries.ts'
import { FilesNotSent } from './files-not-sent.tsx'
import { useMayAttach } from './may-change.ts'
import { sendAttachments, type AttachmentFault, type SendingProgress } from './send-attachments.ts'
import './case-parts.css'

type Attached = CaseRecord['attachments'][number]

/** The letter as it came and what came with it, looked at without leaving the page. */
export function CaseAttachments({ record }: { readonly record: CaseRecord }) {
  const t = usePhrase()
  const format = useFormat()
  const [shown, setShown] = useState<Attached | null>(null)
  const [isAdding, setIsAdding] = useState(false)
  const show = useCommand({
    run: ({ id, note, shownToCitizen }: Attached) => api.put(attachmentUrl(record.id, id), { shownToCitizen: !shownToCitizen, note }, z.unknown()), refresh: PETITIONS_CHANGED, doneMessage: t('petitions.saved'),
  })
  const mayChange = useMayAttach(record)
  return (
    <Section title={t('petitions.attachments')} actions={mayChange ? <Button variant="default" leftSection={<IconPaperclip size={18} aria-hidden />} onClick={() => { setIsAdding(true) }}>{t('petitions.attachments_add')}</Button> : undefined}>
      {record.attachments.length === 0 ? <Text className="gd-muted">{t('petitions.attachments_none')}</Text> : (
        <ul className="gd-case-list" aria-label={t('petitions.attachments')}>
          {record.attachments.map((file) => (
            <li key={file.id}>
              <div>
                <Anchor href={attachmentUrl(record.id, file.id)} download={file.name}>{file.name}</Anchor>
                <div className="gd-muted">{[format.size(file.size), formatDateTime(file.addedAt), ...(file.fromCitizen ? [t('petitions.attachment_from_citizen')] : []), ...(file.shownToCitizen ? [t('petitions.attachment_shown')] : []), file.note].filter(Boolean).join(' · ')}</div>
              </div>
              <Group gap="xs" className="gd-no-print">
                <See caseId={record.id} file={file} onShow={setShown} />
                {mayChange && !file.fromCitizen && record.kind !== 'denunciation' ? (
                  <Button variant="subtle" color="gray" size="compact-md" loading={show.running} aria-label={t(file.shownToCitizen ? 'petitions.attachment_hide_named' : 'petitions.attachment_show_named', { name: file.name })} onClick={() => { show.run(file) }}>
                    {t(file.shownToCitizen ? 'petitions.attachment_hide' : 'petitions.attachment_show')}
                  </Button>
                ) : null}
              </Group>
            </li>
          ))}
        </ul>
      )}
      <Sheet opened={shown !== null} onClose={() => { setShown(null) }} title={shown?.name ?? ''} width="60rem">{shown === null ? null : <img className="gd-case-picture" src={attachmentUrl(record.id, shown.id)} alt={shown.name} />}</Sheet>
      <Sheet opened={isAdding} onClose={() => { setIsAdding(false) }} title={t('petitions.attachments_add')}>{isAdding ? <AddFiles caseId={record.id} onDone={() => { setIsAdding(false) }} /> : null}</Sheet>
      <ProblemNote problem={show.problem} />
    </Section>
  )
}

function attachmentUrl(caseId: string, fileId: string): string {
  return `${caseUrl(caseId)}/attachments/${fileId}`
}

/** A picture opens over the page, a PDF beside it; anything else is only to be fetched, by its name. */
function See({ caseId, file, onShow }: { readonly caseId: string; readonly file: Attached; readonly onShow: (file: Attached) => void }) {
  const t = usePhrase()
  const label = t('petitions.attachment_preview', { name: file.name })
  if (file.mediaType.startsWith('image/')) return <Button variant="subtle" size="compact-md" aria-label={label} onClick={() => { onShow(file) }}>{t('petitions.see')}</Button>
  if (file.mediaType !== 'application/pdf') return null
  return <Button variant="subtle" size="compact-md" component="a" href={attachmentUrl(caseId, file.id)} target="_blank" rel="noreferrer" aria-label={label}>{t('petitions.see')}</Button>
}

function AddFiles({ caseId, onDone }: { readonly caseId: string; readonly onDone: () => void }) {
  const t = usePhrase()
  const queries = useQueryClient()
  const [files, setFiles] = useState<File[]>([])
  const [progress, setProgress] = useState<SendingProgress | null>(null)
  const [faults, setFaults] = useState<readonly AttachmentFault[]>([])
  async function send() {
    const failed = await sendAttachments(caseId, files, setProgress)
    setProgress(null)
    setFaults(failed)
    setFiles(failed.map(({ file }) => file))
    await queries.invalidateQueries({ queryKey: caseQueries.record(caseId).queryKey })
    if (failed.length > 0) return
    notifications.show({ message: t('petitions.attachments_sent'), color: 'pine', withBorder: true, closeButtonProps: { 'aria-label': t('web.close') } })
    onDone()
  }
  const share = progress === null ? null : (progress.done + progress.share) / progress.total
  return (
    <Stack>
      <FilesNotSent faults={faults} running={progress !== null} onAgain={() => { void send() }} />
      <FileDrop label={t('petitions.files_field')} description={t('petitions.files_help')} value={files} onChange={setFiles} accept={ATTACHMENT_ENDINGS} maxBytes={MAX_ATTACHMENT_BYTES} multiple progress={share} />
      <div><Button disabled={files.length === 0} loading={progress !== null} onClick={() => { void send() }}>{t('petitions.attachments_add')}</Button></div>
    </Stack>
  )
}
