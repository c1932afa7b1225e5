import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { findPlainDate } from '#kernel/plain-date.ts'
import { DataTable } from '#platform/web/data-table.tsx'
import { DueDate } from '#platform/web/due-date.tsx'
import { EmptyState } from '#platform/web/empty-state.tsx'
import { PageLink } from '#platform/web/page-link.tsx'
import { Loaded, Page, Section } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import type { Column } from '#platform/web/table-column.ts'
import type { Counts, MyTask } from '../../contract.ts'
import { StateFigures, useStateFigures } from '../components/state-figures.tsx'
import { planQueries } from '../queries.ts'

/** Everybody's first page: what I must do, by when, and why. */
export function MyWorkPage() {
  const t = usePhrase()
  const work = useQuery(planQueries.myWork)
  const titleOf = ({ title, missing }: MyTask) => (missing === undefined ? title : t('plans.appoint_missing', { posts: missing.map((post) => t(`plans.post.${post}`)).join(', ') }))
  const severalUnits = new Set(work.data?.tasks.flatMap(({ unitName }) => unitName ?? [])).size > 1
  const columns: Column<MyTask>[] = [
    { key: 'title', title: t('plans.task'), cell: titleOf, shown: 'fixed' },
    { key: 'kind', title: t('plans.kind'), cell: (task) => t(`plans.kind.${task.kind}`), width: '9rem' },
    { key: 'due', title: t('plans.due'), cell: dueOf, width: '10rem' },
    ...(severalUnits ? [{ key: 'unit', title: t('plans.unit'), cell: (task: MyTask) => task.unitName ?? '', width: '9rem' }] : []),
    { key: 'because', title: t('plans.because'), cell: (task) => task.because || t(`plans.why.${task.kind}`), width: '14rem' },
  ]
  return (
    <Page title={t('plans.my_work')} count={work.data?.tasks.length} lead={t('plans.my_work_lead')}>
      <Loaded query={work}>
        {({ tasks, followed }) => (
          <>
            {followed !== null && <Followed counts={followed.counts} unacknowledged={followed.unacknowledged} />}
            <DataTable
              name="plans.my-work" caption={t('plans.my_work')} columns={columns} rows={tasks} rowKey={(task) => `${task.kind} ${task.link} ${task.title}`}
              rowPath={(task) => task.link} rowName={titleOf}
              empty={followed === null ? <EmptyState title={t('plans.my_work_empty')}>{t('plans.my_work_empty_why')}</EmptyState> : <EmptyState title={t('plans.my_work_empty')}>{t('plans.my_work_empty_followed')}</EmptyState>}
            />
          </>
        )}
      </Loaded>
    </Page>
  )
}

function Followed({ counts, unacknowledged }: { readonly counts: Counts; readonly unacknowledged: number }) {
  const t = usePhrase()
  return (
    <Section title={t('plans.followed')}>
      <StateFigures figures={[...useStateFigures(counts), { words: t('plans.followed_unacknowledged'), tone: 'soon', count: unacknowledged, path: '/ke-hoach' }]} />
      <Text mt="sm"><PageLink to="/ke-hoach/bang-theo-doi">{t('plans.open_board')}</PageLink></Text>
    </Section>
  )
}

function dueOf({ dueOn, workingDaysLeft }: MyTask) {
  const day = findPlainDate(dueOn ?? '')
  return day === undefined ? null : <DueDate dueOn={day} workingDaysLeft={workingDaysLeft} />
}
