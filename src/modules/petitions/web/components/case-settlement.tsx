import { Text } from '@mantine/core'
import { DataTable } from '#platform/web/data-table.tsx'
import { DueDate } from '#platform/web/due-date.tsx'
import { useFormat } from '#platform/web/format.ts'
import { Facts } from '#platform/web/facts.tsx'
import { Section } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { Timeline } from '#platform/web/timeline.tsx'
import type { Column } from '#platform/web/table-column.ts'
import type { CaseRecord } from '../../contract.ts'
import { AMOUNT_NAMES, amountUnit, type AmountName } from '../acts/amounts-fields.tsx'

/** What has to be done because of the outcome, what was done of it, what is left. */
export function CaseSettlement({ record: { settlement, state } }: { readonly record: CaseRecord }) {
  const t = usePhrase()
  const format = useFormat()
  if (settlement === null) return null
  const { what, byBody, dueOn, ordered, done, steps } = settlement
  const lines = AMOUNT_NAMES.filter((name) => ordered[name] !== 0 || done[name] !== 0)
  const worded = (name: AmountName, value: number) => {
    const unit = amountUnit(name)
    return unit === null ? format.number(value) : `${format.number(value)} ${t(`petitions.amount_unit.${unit}`)}`
  }
  const columns: Column<AmountName>[] = [
    { key: 'name', title: t('petitions.settlement_figure'), cell: (name) => t(`petitions.amount.${name}`), shown: 'fixed' },
    { key: 'ordered', title: t('petitions.settlement_ordered'), kind: 'figure', cell: (name) => worded(name, ordered[name]), shown: 'fixed' },
    { key: 'done', title: t('petitions.settlement_done'), kind: 'figure', cell: (name) => worded(name, done[name]), shown: 'fixed' },
    { key: 'left', title: t('petitions.settlement_left'), kind: 'figure', cell: (name) => worded(name, Math.max(0, ordered[name] - done[name])), shown: 'fixed' },
  ]
  return (
    <Section title={t('petitions.settlement')}>
      <Facts
        facts={[
          { label: t('petitions.settlement_what'), value: <span className="gd-case-text">{what}</span> }, ...(byBody === null ? [] : [{ label: t('petitions.settlement_by'), value: byBody }]),
          ...(dueOn === null ? [] : [{ label: t('petitions.settlement_due'), value: <DueDate dueOn={dueOn} doneOn={state === 'enforced' ? steps.at(-1)?.on ?? null : null} /> }]),
        ]}
      />
      {lines.length === 0 ? null : <DataTable name="petitions.settlement" caption={t('petitions.settlement')} columns={columns} rows={lines} rowKey={(name) => name} />}
      <Text fw={600} mt="md" mb="xs">{t('petitions.settlement_steps')}</Text>
      {steps.length === 0 ? <Text className="gd-muted">{t('petitions.settlement_no_steps')}</Text>
        : <Timeline entries={steps.map(({ id, on, note, byName, amounts }) => ({ id, at: on, title: note, by: byName, tone: 'done' as const, detail: AMOUNT_NAMES.filter((name) => amounts[name] !== 0).map((name) => `${t(`petitions.amount.${name}`)}: ${worded(name, amounts[name])}`).join(' · ') || undefined })).toReversed()} />}
    </Section>
  )
}
