import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { DataTable } from '#platform/web/data-table.tsx'
import { EmptyState } from '#platform/web/empty-state.tsx'
import { FilterBar, FilterChoice, FilterText } from '#platform/web/filter-bar.tsx'
import { formatDateTime } from '#platform/web/format.ts'
import { useListState } from '#platform/web/list-state.ts'
import { Page } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import type { Column } from '#platform/web/table-column.ts'
import type { AuditEntry } from '../../contract.ts'
import { AUDITED_RECORDS } from '../audited-records.ts'
import { AuditChanges } from '../components/audit-changes.tsx'
import { auditQuery } from '../queries.ts'

type Entry = z.output<typeof AuditEntry>

/** Who did what to which record, the latest first. Looking is itself recorded. */
export function AuditPage() {
  const t = usePhrase()
  const list = useListState({ filters: ['actor', 'subject', 'subjectId'], size: 20 })
  const audit = useQuery(auditQuery(list.query))
  const recordName = (subject: string) => t.find(`people.record.${subject}`) ?? subject
  const columns: Column<Entry>[] = [
    { key: 'at', title: t('people.audit_at'), cell: (entry) => <span className="gd-nowrap">{formatDateTime(entry.at)}</span> },
    { key: 'actor', title: t('people.audit_actor'), cell: (entry) => (entry.onBehalfOf === null ? entry.actorName : `${entry.actorName} (${t('people.on_behalf_of', { name: entry.onBehalfOf })})`) },
    { key: 'action', title: t('people.audit_action'), cell: (entry) => t.find(`people.action.${entry.action}`) ?? entry.action },
    { key: 'subject', title: t('people.audit_record'), cell: (entry) => recordName(entry.subject) },
    { key: 'changes', title: t('people.audit_changes'), cell: (entry) => <AuditChanges entry={entry} />, width: '40%' },
    { key: 'subjectId', title: t('people.audit_record_id'), cell: (entry) => entry.subjectId, shown: 'extra' },
    { key: 'position', title: t('people.audit_position'), cell: (entry) => entry.position ?? t('people.audit_unsealed'), kind: 'figure', shown: 'extra' },
  ]
  return (
    <Page title={t('people.audit')} count={audit.data?.total} lead={<Text c="dimmed">{t('people.audit_lead')}</Text>}>
      <FilterBar state={list}>
        <FilterText state={list} name="actor" label={t('people.audit_actor')} />
        <FilterChoice state={list} name="subject" label={t('people.audit_record')} options={AUDITED_RECORDS.map((subject) => ({ value: subject, label: recordName(subject) }))} />
        <FilterText state={list} name="subjectId" label={t('people.audit_record_id')} />
      </FilterBar>
      <DataTable
        name="people.audit"
        caption={t('people.audit')}
        columns={columns}
        rows={audit.data?.entries}
        total={audit.data?.total}
        rowKey={(entry) => String(entry.id)}
        state={list}
        query={audit}
        empty={<EmptyState title={t('people.audit_none')}>{t('people.audit_none_help')}</EmptyState>}
      />
    </Page>
  )
}
