import { Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { addDays, formatDate, laterOf, type PlainDate } from '#kernel/plain-date.ts'
import { api } from '#platform/web/api-client.ts'
import { useCommand } from '#platform/web/command.ts'
import { ConfirmDialog } from '#platform/web/confirm-dialog.tsx'
import { DateField } from '#platform/web/date-field.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { useSession } from '#platform/web/session.ts'
import { dueText, owedBy, type Rule } from './rule-sentence.ts'

interface EndRuleProps { readonly rule: Rule; readonly formTitle: string; readonly onClose: () => void }

/** Asks from which day on nobody owes by the rule; the server refuses a day inside a period that is open. */
export function EndRule({ rule, formTitle, onClose }: EndRuleProps) {
  const t = usePhrase()
  const { today } = useSession()
  const [until, setUntil] = useState<PlainDate | null>(laterOf(rule.validFrom, addDays(today, 1)))
  const end = useCommand({ run: (day: PlainDate) => api.post(`/api/reports/rules/${rule.id}/end`, { until: day }), refresh: [['reports']], doneMessage: t('reports.rule_ends'), onDone: onClose })
  const [fault] = end.problem?.fields ?? []
  return (
    <ConfirmDialog
      opened onClose={onClose} title={t('reports.end_rule_ask')} confirmLabel={t('reports.end_rule')} running={end.running} problem={end.problem?.kind === 'fields' ? null : end.problem}
      onConfirm={() => { if (until !== null) end.run(until) }}
    >
      <Stack gap="sm">
        <Text fw={600}>{`${owedBy(rule, t)}: ${formTitle}, ${t(`reports.span.${rule.span}`)}, ${dueText(rule, t)}`}</Text>
        <Text>{t('reports.end_rule_help', { from: formatDate(rule.validFrom) })}</Text>
        <DateField label={t('reports.end_rule_on')} required value={until} onChange={setUntil} min={rule.validFrom} error={until === null ? t('web.field_required') : fault?.message} />
      </Stack>
    </ConfirmDialog>
  )
}
