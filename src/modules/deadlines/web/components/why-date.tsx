import { Stack, Text } from '@mantine/core'
import { formatDate } from '#kernel/plain-date.ts'
import { usePhrase, type Translate } from '#platform/web/phrases.tsx'
import { WhySheet, type Reasons } from '#platform/web/why-sheet.tsx'
import type { Computed, Rule } from '../../contract.ts'
import { daysText } from '../rule-text.ts'

export interface ExplainedDate extends Pick<Computed, 'due' | 'start' | 'rolledFrom' | 'skipped' | 'steps'> {
  readonly rule: Pick<Rule, 'name' | 'article' | 'certainty' | 'procedure' | 'step'>
  /** The rows of the step through time, the oldest first. */
  readonly history?: readonly Rule[]
}

/** "Vì sao là ngày này?": the sheet beside a computed date. */
export function WhyDate({ subject, date }: { /** What is explained; the name of the rule where left out. */ readonly subject?: string; readonly date: ExplainedDate }) {
  const t = usePhrase()
  return <WhySheet ofDay subject={subject ?? date.rule.name} reasons={reasonsOf(date, t)} />
}

/** The same for a sheet that another page opens itself. */
export function reasonsOf({ due, start, rolledFrom, skipped, steps, rule, history = [] }: ExplainedDate, t: Translate): Reasons {
  const { name, article, certainty, procedure, step } = rule
  const counted = t('deadlines.counted_from', { date: formatDate(start), skipped: skipped.length })
  return {
    result: (
      <Stack gap={2}>
        <span>{due === null ? t('deadlines.no_date_yet') : formatDate(due)}</span>
        <Text size="sm" fw={400} c="dimmed">{rolledFrom === null ? counted : `${counted} ${t('deadlines.rolled_from', { date: formatDate(rolledFrom) })}`}</Text>
      </Stack>
    ),
    rules: [{ name, article, certainty }],
    steps,
    records: [{ label: t('deadlines.rules_of_step'), path: `/quan-tri/thoi-han/${procedure}/${step}` }],
    history: history.map((row) => ({ on: row.validFrom, text: `${daysText(row, t)}, ${row.article}` })),
  }
}
