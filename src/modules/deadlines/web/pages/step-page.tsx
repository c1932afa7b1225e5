import { Button, Stack, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { formatDate } from '#kernel/plain-date.ts'
import { isValidOn } from '#kernel/validity.ts'
import { DataTable } from '#platform/web/data-table.tsx'
import { EmptyState } from '#platform/web/empty-state.tsx'
import { DeskLink } from '#platform/web/page-link.tsx'
import { Loaded, Page, Section } from '#platform/web/page.tsx'
import { usePhrase, type Translate } from '#platform/web/phrases.tsx'
import { holds, useSession } from '#platform/web/session.ts'
import type { Column } from '#platform/web/table-column.ts'
import { usePathParam } from '#platform/web/url-state.ts'
import { useViewDate } from '#platform/web/view-date.ts'
import type { StepHistory } from '../../contract.ts'
import { CertaintyMark } from '../components/certainty-mark.tsx'
import { TryTerm } from '../components/try-term.tsx'
import { deadlineQueries, stepQuery } from '../queries.ts'
import { daysText, heldText, procedureName, variantLines } from '../rule-text.ts'

type Row = StepHistory['rules'][number]

/** The rows of one step through time, and a form to compute by them. */
export function StepPage() {
  const t = usePhrase()
  const [procedure, step] = [usePathParam('procedure'), usePathParam('step')]
  const session = useSession()
  const { date } = useViewDate()
  const mayChange = holds(session, 'deadlines.manage')
  const history = useQuery(stepQuery(procedure, step))
  const rules = useQuery(deadlineQueries.rules)
  const current = history.data?.rules.find((row) => isValidOn(row, date)) ?? history.data?.rules.at(-1)
  const here = `/quan-tri/thoi-han/${procedure}/${step}`
  const mayCorrect = (row: Row) => mayChange && (row.certainty !== 'verified' || row.validFrom > session.today)
  return (
    <Page
      title={current?.name ?? (history.data === undefined ? t('web.loading') : step)} breadcrumbs={[{ label: t('deadlines.rules'), to: '/quan-tri/thoi-han' }]} lead={t('deadlines.step_lead', { procedure: procedureName(procedure, t), step })}
      actions={mayChange ? <Button component={DeskLink} to={`/quan-tri/thoi-han/moi?procedure=${procedure}&step=${step}`} leftSection={<IconPlus size={18} aria-hidden />}>{t('deadlines.add_rule')}</Button> : undefined}
    >
      <Loaded query={history}>
        {({ rules: rows }) => (
          <Section title={t('deadlines.history')}>
            <DataTable
              name="deadlines.history" caption={t('deadlines.history')} columns={[...columnsOf(t), ...(rows.some(mayCorrect) ? [correctColumn(t, (row) => (mayCorrect(row) ? `${here}/sua/${row.id}` : null))] : [])]} rows={rows.toReversed()} rowKey={({ id }) => id}
              empty={<EmptyState title={t('deadlines.no_such_step_page')}>{null}</EmptyState>}
            />
          </Section>
        )}
      </Loaded>
      {rules.data === undefined || current === undefined ? null : <Section title={t('deadlines.try')}><TryTerm list={rules.data} of={{ procedure, step }} /></Section>}
    </Page>
  )
}

function columnsOf(t: Translate): Column<Row>[] {
  return [
    { key: 'held', title: t('deadlines.held_title'), cell: (row) => heldText(row, t), shown: 'fixed', width: '13%' },
    { key: 'days', title: t('deadlines.days'), cell: (row) => <Stack gap={0}><span>{daysText(row, t)}</span>{variantLines(row, t).map((line) => <Text key={line} size="sm" c="dimmed">{line}</Text>)}</Stack>, width: '17%' },
    { key: 'event', title: t('deadlines.start_event'), cell: ({ startEvent }) => startEvent, width: '14%' },
    { key: 'suspension', title: t('deadlines.suspension'), cell: ({ suspension }) => t(`deadlines.suspension.${suspension}`), shown: 'extra' },
    { key: 'article', title: t('deadlines.article'), cell: (row) => <><Text size="sm">{row.article}</Text><CertaintyMark of={row.certainty} /></>, width: '20%' },
    { key: 'note', title: t('deadlines.note'), cell: ({ note, extensionGround, extensionSigner }) => <Text size="sm">{[note, extensionGround, extensionSigner].filter((text) => text !== null).join('; ') || t('web.none')}</Text>, width: '26%' },
    { key: 'by', title: t('deadlines.set_by'), cell: ({ changedBy }) => changedBy ?? t('deadlines.shipped'), width: '10%' },
  ]
}

function correctColumn(t: Translate, pathOf: (row: Row) => string | null): Column<Row> {
  return {
    key: 'correct', title: t('deadlines.day_actions'), shown: 'fixed',
    cell: (row) => {
      const path = pathOf(row)
      return path === null ? null : <Button component={DeskLink} to={path} variant="subtle" size="compact-md" aria-label={t('deadlines.correct_named', { from: formatDate(row.validFrom) })}>{t('deadlines.correct')}</Button>
    },
  }
}
