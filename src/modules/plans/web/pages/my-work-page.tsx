import { Group, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { findPlainDate } from '#kernel/plain-date.ts'
import { DataTable } from '#platform/web/data-table.tsx'
import { DueDate } from '#platform/web/due-date.tsx'
import { EmptyState } from '#platform/web/empty-state.tsx'
import { PageLink } from '#platform/web/page-link.tsx'
import { Loaded, Page } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import type { Column } from '#platform/web/table-column.ts'
import type { MyTask } from '../../contract.ts'
import { planQueries } from '../queries.ts'

/** Everybody's first page: what I must do, by when, and why. */
export function MyWorkPage() {
  const t = usePhrase()
  const work = useQuery(planQueries.myWork)
  const columns: Column<MyTask>[] = [
    { key: 'title', title: t('plans.task'), cell: (task) => task.title, shown: 'fixed' },
    { key: 'kind', title: t('plans.kind'), cell: (task) => t(`plans.kind.${task.kind}`), width: '9rem' },
    { key: 'due', title: t('plans.due'), cell: (task) => <TaskDue task={task} />, width: '10rem' },
    { key: 'unit', title: t('plans.unit'), cell: (task) => task.unitName ?? '', width: '9rem' },
    { key: 'because', title: t('plans.because'), cell: (task) => task.because, width: '12rem' },
  ]
  return (
    <Page title={t('plans.my_work')} count={work.data?.tasks.length} lead={t('plans.my_work_lead')}>
      <Loaded query={work}>
        {({ tasks, followed }) => (
          <>
            {followed !== null && (
              <Group gap="xl" mb="md">
                <Text><PageLink to="/ke-hoach/viec?state=overdue"><strong>{followed.overdue}</strong> {t('plans.followed_overdue')}</PageLink></Text>
                <Text><PageLink to="/ke-hoach"><strong>{followed.unacknowledged}</strong> {t('plans.followed_unacknowledged')}</PageLink></Text>
              </Group>
            )}
            <DataTable
              name="plans.my-work" caption={t('plans.my_work')} columns={columns} rows={tasks} rowKey={(task) => `${task.kind} ${task.link} ${task.title}`}
              rowPath={(task) => task.link} rowName={(task) => task.title}
              empty={<EmptyState title={t('plans.my_work_empty')}>{t('plans.my_work_empty_why')}</EmptyState>}
            />
          </>
        )}
      </Loaded>
    </Page>
  )
}

function TaskDue({ task }: { readonly task: MyTask }) {
  const dueOn = findPlainDate(task.dueOn ?? '')
  return dueOn === undefined ? null : <DueDate dueOn={dueOn} workingDaysLeft={task.workingDaysLeft} />
}
