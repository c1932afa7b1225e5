import { useQuery } from '@tanstack/react-query'
import { useFormat } from '#platform/web/format.ts'
import { usePhrase } from '#platform/web/phrases.tsx'
import { WhySheet } from '#platform/web/why-sheet.tsx'
import type { TimelinessFigures } from '../../contract-sums.ts'
import { formQueries } from '../form-queries.ts'

/** How "on time" is counted: which day counts by which rule, at first and at last, and what late is. */
export function TimelinessWhy({ counts, form }: { readonly counts: TimelinessFigures; readonly form: string | undefined }) {
  const t = usePhrase()
  const format = useFormat()
  const rules = useQuery(formQueries.rules).data?.rules ?? []
  const said = rules.filter(({ formCode }) => form === undefined || formCode === form)
    .map(({ source, onTimeBy, certainty }) => ({ name: t('reports.board_why_rule', { source, by: t(`reports.board_why_by_${onTimeBy}`) }), certainty }))
  const distinct = said.filter(({ name }, index) => said.findIndex((other) => other.name === name) === index)
  return (
    <WhySheet
      subject={t('reports.board_why')}
      reasons={{
        result: t('reports.board_why_result', { first: format.number(counts.onTimeAtFirst), last: format.number(counts.onTimeAtLast), late: format.number(counts.late), expected: format.number(counts.expected) }),
        rules: distinct.length === 0 ? [{ name: t('reports.board_why_no_rule') }] : distinct,
        steps: [
          t('reports.board_why_step_due'), t('reports.board_why_step_day'), t('reports.board_why_step_first'), t('reports.board_why_step_last'), t('reports.board_why_step_late'),
          t('reports.board_why_step_exceptions'), t('reports.board_why_step_share'),
        ],
      }}
    />
  )
}
