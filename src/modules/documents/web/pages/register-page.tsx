import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '#platform/web/api-client.ts'
import { useCommand } from '#platform/web/command.ts'
import { useDraft } from '#platform/web/draft.ts'
import { FileDrop } from '#platform/web/file-drop.tsx'
import { FormPage } from '#platform/web/form-page.tsx'
import { linkTo } from '#platform/web/page-link.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { Registered } from '../../contract.ts'
import { DocumentFields, useDocumentForm, type DocumentDraft } from '../components/document-fields.tsx'
import { DOCUMENTS_CHANGED } from '../queries.ts'

/** A document for the library, with its file. */
export function RegisterPage() {
  const t = usePhrase()
  const navigate = useNavigate()
  const [files, setFiles] = useState<File[]>([])
  const form = useDocumentForm({ type: 'quyet_dinh', number: '', issuedOn: null, issuer: '', summary: '', signer: '', isPublic: true, certainty: 'verified' })
  const draft = useDraft('documents.register', form)
  const save = useCommand({
    run: (values: DocumentDraft) => {
      const body = new FormData()
      for (const [name, value] of Object.entries(values)) if (value !== null && value !== '') body.append(name, String(value))
      for (const file of files) body.append('file', file)
      return api.upload('/api/documents', body, Registered)
    },
    form, refresh: DOCUMENTS_CHANGED, doneMessage: t('documents.registered'),
    onDone: ({ id }) => {
      draft.forget()
      void navigate(linkTo(`/van-ban/${id}`))
    },
  })
  return (
    <FormPage
      title={t('documents.register')} breadcrumbs={[{ label: t('documents.title'), to: '/van-ban' }]} form={form} onSubmit={save.run} submitLabel={t('documents.save')} command={save} draft={draft}
      wouldLose={files.length > 0} cancelTo="/van-ban"
    >
      <DocumentFields form={form} />
      <FileDrop label={t('documents.file')} name="file" value={files} onChange={setFiles} accept={['.pdf', '.docx', '.txt', '.jpg', '.png']} maxBytes={20 * 2 ** 20} />
    </FormPage>
  )
}
