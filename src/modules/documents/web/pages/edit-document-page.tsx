import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { findPlainDate } from '#kernel/plain-date.ts'
import { api } from '#platform/web/api-client.ts'
import { useCommand } from '#platform/web/command.ts'
import { useDraft } from '#platform/web/draft.ts'
import { FormPage } from '#platform/web/form-page.tsx'
import { linkTo } from '#platform/web/page-link.tsx'
import { Loaded } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { usePathParam } from '#platform/web/url-state.ts'
import type { DocumentRecord } from '../../contract.ts'
import { DocumentFields, useDocumentForm, type DocumentDraft } from '../components/document-fields.tsx'
import { DOCUMENTS_CHANGED, documentQueries } from '../queries.ts'

export function EditDocumentPage() {
  const document = useQuery(documentQueries.record(usePathParam('documentId')))
  return <Loaded query={document}>{(record) => <EditDocument document={record} />}</Loaded>
}

/** What was written down of a document, put right; its file stays as it came. */
function EditDocument({ document: { id, type, number, issuedOn, issuer, summary, signer, isPublic, certainty, ...document } }: { readonly document: DocumentRecord }) {
  const t = usePhrase()
  const navigate = useNavigate()
  const page = `/van-ban/${id}`
  const form = useDocumentForm({
    type, number: number ?? '', issuedOn: issuedOn === null ? null : findPlainDate(issuedOn) ?? null, issuer, summary, signer: signer ?? '', isPublic, certainty,
  })
  const draft = useDraft(`documents.edit.${id}`, form)
  const save = useCommand({
    run: (values: DocumentDraft) => api.put(`/api/documents/${id}`, { ...values, number: values.number.trim() || null, signer: values.signer.trim() || null }),
    form, refresh: DOCUMENTS_CHANGED, doneMessage: t('documents.changed'),
    onDone: () => {
      draft.forget()
      void navigate(linkTo(page))
    },
  })
  return (
    <FormPage
      title={t('documents.edit')} form={form} onSubmit={save.run} submitLabel={t('documents.save_changes')} command={save} draft={draft} cancelTo={page}
      breadcrumbs={[{ label: t('documents.title'), to: '/van-ban' }, { label: [document.typeName, number].filter(Boolean).join(' '), to: page }]}
    >
      <DocumentFields form={form} />
    </FormPage>
  )
}
