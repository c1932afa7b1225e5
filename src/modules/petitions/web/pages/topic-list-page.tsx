import { Button, Checkbox, Group, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDate } from '#kernel/plain-date.ts'
import { DataTable } from '#platform/web/data-table.tsx'
import { EmptyState } from '#platform/web/empty-state.tsx'
import { Page } from '#platform/web/page.tsx'
import { usePhrase, type Translate } from '#platform/web/phrases.tsx'
import { useSession } from '#platform/web/session.ts'
import { Sheet } from '#platform/web/sheet.tsx'
import type { Column } from '#platform/web/table-column.ts'
import type { Topic } from '../../contract.ts'
import { EndTopic } from '../components/end-topic.tsx'
import { RetentionClasses } from '../components/retention-classes.tsx'
import { TopicForm } from '../components/topic-form.tsx'
import { caseQueries } from '../queries.ts'

/** What matters are about; one that ended stays with the cases that have it. */
export function TopicListPage() {
  const t = usePhrase()
  const { today } = useSession()
  const topics = useQuery(caseQueries.topics)
  const [editing, setEditing] = useState<Topic | 'new' | null>(null)
  const [ending, setEnding] = useState<Topic | null>(null)
  const [showsOver, setShowsOver] = useState(false)
  const isOver = ({ validUntil }: Topic) => validUntil !== null && validUntil <= today
  const all = topics.data?.topics
  const over = all?.filter(isOver) ?? []
  const columns: Column<Topic>[] = [
    { key: 'name', title: t('petitions.topic_name'), cell: ({ name }) => name, shown: 'fixed' },
    { key: 'code', title: t('petitions.topic_code'), cell: ({ code }) => code },
    { key: 'field', title: t('petitions.topic_field'), cell: ({ field }) => t(`petitions.field.${field}`) },
    { key: 'shown', title: t('petitions.topic_shown'), cell: ({ shownToCitizens }) => t(shownToCitizens ? 'web.yes' : 'web.no') },
    { key: 'days', title: t('petitions.topic_days'), cell: (topic) => daysOf(topic, isOver(topic), t) },
    {
      key: 'actions', title: t('web.next_actions'), shown: 'fixed',
      cell: (topic) => isOver(topic) ? null : (
        <Group gap="xs" wrap="nowrap">
          <Button variant="subtle" size="compact-md" aria-label={t('petitions.topic_edit_named', { name: topic.name })} onClick={() => { setEditing(topic) }}>{t('petitions.edit_short')}</Button>
          <Button variant="subtle" color="gray" size="compact-md" aria-label={t('petitions.topic_end_named', { name: topic.name })} onClick={() => { setEnding(topic) }}>{t('petitions.topic_end')}</Button>
        </Group>
      ),
    },
  ]
  return (
    <Page title={t('petitions.topics')} lead={t('petitions.topics_lead')} actions={<Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => { setEditing('new') }}>{t('petitions.topic_add')}</Button>}>
      {over.length === 0 ? null : <Checkbox className="gd-no-print" label={t('petitions.topics_over', { count: over.length })} checked={showsOver} onChange={(event) => { setShowsOver(event.currentTarget.checked) }} />}
      <DataTable
        name="petitions.topics" caption={t('petitions.topics')} columns={columns} rows={showsOver ? all : all?.filter((topic) => !isOver(topic))} rowKey={({ code }) => code} query={topics}
        empty={<EmptyState title={t('petitions.topics_none')}><Text>{t('petitions.topics_none_help')}</Text></EmptyState>}
      />
      <RetentionClasses />
      <Sheet opened={editing !== null} onClose={() => { setEditing(null) }} title={editing === null || editing === 'new' ? t('petitions.topic_add') : t('petitions.topic_edit_named', { name: editing.name })}>
        {editing === null ? null : <TopicForm topic={editing === 'new' ? null : editing} codes={all?.map(({ code }) => code) ?? []} position={Math.max(0, ...(all?.map(({ position }) => position) ?? [])) + 10} onDone={() => { setEditing(null) }} />}
      </Sheet>
      {ending === null ? null : <EndTopic topic={ending} onClose={() => { setEnding(null) }} />}
    </Page>
  )
}

function daysOf({ validFrom, validUntil }: Topic, isOver: boolean, t: Translate): string {
  const days = validUntil === null ? t('petitions.topic_since', { from: formatDate(validFrom) }) : t('petitions.topic_between', { from: formatDate(validFrom), until: formatDate(validUntil) })
  return isOver ? `${days}, ${t('petitions.topic_over')}` : days
}
