import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { api } from '#platform/web/api-client.ts'
import { useCommand } from '#platform/web/command.ts'
import { ConfirmDialog } from '#platform/web/confirm-dialog.tsx'
import { PageLink } from '#platform/web/page-link.tsx'
import { Section } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { Sheet } from '#platform/web/sheet.tsx'
import type { DocumentRecord } from '../../contract.ts'
import { dayText } from '../day-text.ts'
import { DOCUMENTS_CHANGED } from '../queries.ts'
import { RelationForm } from './relation-form.tsx'

type Relation = DocumentRecord['relations'][number]

/** What the document does to others, and others to it; who looks after it sets that right. */
export function Relations({ of: { id, relations, mayEdit } }: { readonly of: DocumentRecord }) {
  const t = usePhrase()
  const [isAdding, setIsAdding] = useState(false)
  const [removing, setRemoving] = useState<Relation | null>(null)
  const remove = useCommand({
    run: (relation: Relation) => api.delete(`/api/documents/${id}/relations/${relation.id}`), refresh: DOCUMENTS_CHANGED, doneMessage: t('documents.relation_removed'),
    onDone: () => { setRemoving(null) },
  })
  const nameOf = ({ document: { number, summary } }: Relation) => number ?? summary
  if (relations.length === 0 && !mayEdit) return null
  return (
    <Section
      title={t('documents.relations')}
      actions={mayEdit ? <Button variant="default" leftSection={<IconPlus size={18} aria-hidden />} onClick={() => { setIsAdding(true) }}>{t('documents.add_relation')}</Button> : undefined}
    >
      {relations.length === 0 ? t('documents.no_relations') : (
        <ul className="gd-prose">
          {relations.map((relation) => (
            <li key={relation.id}>
              {t(relation.isBy ? `documents.effect_by.${relation.effect}` : `documents.effect.${relation.effect}`)}{' '}
              <PageLink to={`/van-ban/${relation.document.id}`} title={relation.document.summary}>{nameOf(relation)}</PageLink> ({t('documents.relation_since', { date: dayText(relation.since) })}){' '}
              {mayEdit && !relation.isBy && (
                <Button variant="subtle" size="compact-sm" aria-label={t('documents.remove_relation_named', { document: nameOf(relation) })} onClick={() => { setRemoving(relation) }}>{t('documents.remove_relation')}</Button>
              )}
            </li>
          ))}
        </ul>
      )}
      <Sheet opened={isAdding} onClose={() => { setIsAdding(false) }} title={t('documents.add_relation')}>
        <RelationForm documentId={id} onDone={() => { setIsAdding(false) }} />
      </Sheet>
      <ConfirmDialog
        opened={removing !== null} onClose={() => { setRemoving(null) }} title={t('documents.remove_relation_ask')} confirmLabel={t('documents.remove_relation')} running={remove.running} problem={remove.problem}
        onConfirm={() => { if (removing !== null) remove.run(removing) }}
      >
        {removing === null ? null : `${t(`documents.effect.${removing.effect}`)} ${nameOf(removing)}`}
      </ConfirmDialog>
    </Section>
  )
}
