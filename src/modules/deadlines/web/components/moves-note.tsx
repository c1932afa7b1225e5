import { List, Skeleton, Stack, Table, Text } from '@mantine/core'
import { formatDate, type PlainDate } from '#kernel/plain-date.ts'
import { useFormat } from '#platform/web/format.ts'
import { PageLink } from '#platform/web/page-link.tsx'
import { usePhrase, type Translate } from '#platform/web/phrases.tsx'
import { Trouble } from '#platform/web/problem-note.tsx'
import { ScrollBox } from '#platform/web/scroll-box.tsx'
import type { MovesPreview } from '../../contract.ts'
import { procedureName } from '../rule-text.ts'

interface MovesQuery { readonly data: MovesPreview | undefined; readonly error: unknown; readonly refetch: () => unknown }

/** Which running terms get another last day, before anything is changed. */
export function MovesNote({ query }: { readonly query: MovesQuery }) {
  const t = usePhrase()
  if (query.data === undefined && query.error !== null) return <Trouble error={query.error} onRetry={() => void query.refetch()} />
  if (query.data === undefined) return <Skeleton height={80} aria-label={t('web.loading')} />
  return <Moves moves={query.data} />
}

function Moves({ moves: { open, moved, impossible, byStep, examples } }: { readonly moves: MovesPreview }) {
  const t = usePhrase()
  const format = useFormat()
  const counts = { moved: format.number(moved), open: format.number(open) }
  return (
    <Stack gap="sm">
      <Text fw={600} role="status">{open === 0 ? t('deadlines.moves_no_terms') : moved === 0 ? t('deadlines.moves_none', counts) : t('deadlines.moves', counts)}</Text>
      {impossible === 0 ? null : <Text c="red" fw={600}>{t('deadlines.moves_impossible', { count: format.number(impossible) })}</Text>}
      {byStep.length === 0 ? null : (
        <ScrollBox label={t('deadlines.moves_by_step')}>
          <Table className="gd-data" verticalSpacing={4}>
            <Table.Thead><Table.Tr>{[t('deadlines.step'), t('deadlines.moves_count'), t('deadlines.moves_furthest')].map((title) => <Table.Th key={title} scope="col">{title}</Table.Th>)}</Table.Tr></Table.Thead>
            <Table.Tbody>
              {byStep.map((step) => (
                <Table.Tr key={`${step.procedure} ${step.step}`}>
                  <Table.Td>{procedureName(step.procedure, t)}: {step.name}</Table.Td><Table.Td data-kind="figure">{format.number(step.moved)}</Table.Td><Table.Td>{furthestText(step, t)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </ScrollBox>
      )}
      {examples.length === 0 ? null : (
        <section>
          <Text fw={600}>{t('deadlines.moves_examples')}</Text>
          <List size="sm" mah="16rem" style={{ overflowY: 'auto' }} tabIndex={0} aria-label={t('deadlines.moves_examples')}>
            {examples.map((each) => (
              <List.Item key={`${each.path} ${each.step}`}><PageLink to={each.path}>{each.label}</PageLink>: {each.name}, {dayOf(each.from, t)} → {dayOf(each.to, t)}</List.Item>
            ))}
          </List>
        </section>
      )}
    </Stack>
  )
}

function furthestText({ later, earlier }: MovesPreview['byStep'][number], t: Translate): string {
  return [...(later > 0 ? [t('deadlines.moves_later', { days: later })] : []), ...(earlier > 0 ? [t('deadlines.moves_earlier', { days: earlier })] : [])].join(', ')
}

function dayOf(day: PlainDate | null, t: Translate): string {
  return day === null ? t('deadlines.no_date_yet') : formatDate(day)
}
