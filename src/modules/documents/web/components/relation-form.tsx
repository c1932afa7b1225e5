import { Button, Select, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { PlainDate } from '#kernel/plain-date.ts'
import { api } from '#platform/web/api-client.ts'
import { useCommand } from '#platform/web/command.ts'
import { DateField } from '#platform/web/date-field.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { ProblemNote } from '#platform/web/problem-note.tsx'
import { SearchSelect, type SearchOption } from '#platform/web/search-select.tsx'
import { useSession } from '#platform/web/session.ts'
import { DocumentPage } from '../../contract.ts'
import { RELATION_EFFECTS, type RelationEffect } from '../../domain/legal-status.ts'
import { DOCUMENTS_CHANGED } from '../queries.ts'

interface RelationDraft { effect: RelationEffect; target: SearchOption | null; since: PlainDate | null }

/** What this document does to which other, from which day on. */
export function RelationForm({ documentId, onDone }: { readonly documentId: string; readonly onDone: () => void }) {
  const t = usePhrase()
  const { today } = useSession()
  const required = (value: unknown) => (value === null ? t('web.field_required') : null)
  const form = useForm<RelationDraft>({ initialValues: { effect: 'replaces', target: null, since: today }, validate: { target: required, since: required } })
  const save = useCommand({
    run: ({ effect, target, since }: RelationDraft) => api.post(`/api/documents/${documentId}/relations`, { effect, targetId: target?.value, since }),
    form, refresh: DOCUMENTS_CHANGED, doneMessage: t('documents.relation_added'), onDone,
  })
  return (
    <form noValidate onSubmit={form.onSubmit((values) => { save.run(values) })}>
      <Stack gap="md">
        <ProblemNote problem={save.problem} />
        <Select
          label={t('documents.relation_effect')} allowDeselect={false} data={RELATION_EFFECTS.map((effect) => ({ value: effect, label: t(`documents.effect.${effect}`) }))} {...form.getInputProps('effect')}
        />
        <SearchSelect
          label={t('documents.relation_target')} description={t('documents.search')} required find={findDocuments(documentId)} findKey={['documents', documentId]}
          value={form.values.target} onChange={(target) => { form.setFieldValue('target', target) }} error={form.errors['target']} data-path="target"
        />
        <DateField label={t('documents.relation_from')} required {...form.getInputProps('since')} />
        <Button type="submit" loading={save.running}>{t('documents.add_relation')}</Button>
      </Stack>
    </form>
  )
}

function findDocuments(except: string) {
  return async (text: string, signal: AbortSignal): Promise<SearchOption[]> => {
    const { documents } = await api.get('/api/documents', DocumentPage, { signal, query: { q: text, size: 20 } })
    return documents.filter(({ id }) => id !== except)
      .map(({ id, typeName, number, summary }) => ({ value: id, label: [typeName, number].filter(Boolean).join(' '), detail: summary }))
  }
}
