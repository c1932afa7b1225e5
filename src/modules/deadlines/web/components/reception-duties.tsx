import { Button, Stack, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDate } from '#kernel/plain-date.ts'
import { DataTable } from '#platform/web/data-table.tsx'
import { Section } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { holds, useSession } from '#platform/web/session.ts'
import { Sheet } from '#platform/web/sheet.tsx'
import type { Column } from '#platform/web/table-column.ts'
import type { DutyList } from '../../contract.ts'
import { deadlineQueries } from '../queries.ts'
import { CertaintyMark } from './certainty-mark.tsx'
import { DutyForm } from './duty-form.tsx'

type Duty = DutyList['duties'][number]

/** On how many days heads receive citizens, class by class, through time. */
export function ReceptionDuties() {
  const t = usePhrase()
  const session = useSession()
  const mayChange = holds(session, 'deadlines.manage')
  const duties = useQuery(deadlineQueries.duties)
  /** `new` or the one said anew. */
  const [editing, setEditing] = useState<Duty | 'new' | null>(null)
  const isCorrectable = ({ certainty, validFrom }: Duty) => certainty !== 'verified' || validFrom > session.today
  const columns: Column<Duty>[] = [
    { key: 'class', title: t('deadlines.duty_class'), cell: ({ unitClass }) => t(`deadlines.duty_class.${unitClass}`), shown: 'fixed', width: '22%' },
    { key: 'times', title: t('deadlines.duty_times'), cell: ({ times, per }) => t(`deadlines.duty_per.${per}`, { count: times }), shown: 'fixed', width: '16%' },
    { key: 'valid', title: t('deadlines.duty_valid'), cell: ({ validFrom, validUntil }) => (validUntil === null ? t('deadlines.duty_since', { from: formatDate(validFrom) }) : t('deadlines.duty_between', { from: formatDate(validFrom), until: formatDate(validUntil) })), width: '20%' },
    { key: 'article', title: t('deadlines.article'), cell: ({ article, certainty, note, isOfOffice }) => <Stack gap={0}><Text size="sm">{article}{isOfOffice ? ` (${t('deadlines.duty_of_office')})` : ''}</Text><CertaintyMark of={certainty} />{note === null ? null : <Text size="sm" c="dimmed">{note}</Text>}</Stack> },
    ...(mayChange && (duties.data?.duties ?? []).some(isCorrectable) ? [{
      key: 'actions', title: t('web.next_actions'), shown: 'fixed' as const,
      cell: (duty: Duty) => (isCorrectable(duty) ? <Button variant="subtle" size="compact-md" onClick={() => { setEditing(duty) }}>{t('deadlines.correct')}</Button> : null),
    }] : []),
  ]
  const close = () => { setEditing(null) }
  return (
    <Section
      title={t('deadlines.duties')}
      actions={mayChange ? <Button variant="default" leftSection={<IconPlus size={18} aria-hidden />} onClick={() => { setEditing('new') }}>{t('deadlines.duty_add')}</Button> : null}
    >
      <Text className="gd-muted">{t('deadlines.duties_help')}</Text>
      <DataTable name="deadlines.duties" caption={t('deadlines.duties')} columns={columns} rows={duties.data?.duties} rowKey={({ id }) => id} rowName={({ unitClass }) => t(`deadlines.duty_class.${unitClass}`)} query={duties} />
      <Sheet opened={editing !== null} onClose={close} title={t(editing === 'new' ? 'deadlines.duty_add' : 'deadlines.duty_correct')}>
        {editing === null ? null : <DutyForm corrects={editing === 'new' ? null : editing} onDone={close} />}
      </Sheet>
    </Section>
  )
}
