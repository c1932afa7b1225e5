import { Alert, Box, Button, List, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconCalculator, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { isValidOn } from '#kernel/validity.ts'
import { DataTable } from '#platform/web/data-table.tsx'
import { DeskLink } from '#platform/web/page-link.tsx'
import { Loaded, Page } from '#platform/web/page.tsx'
import { usePhrase, type Translate } from '#platform/web/phrases.tsx'
import { holds, useSession } from '#platform/web/session.ts'
import { Sheet } from '#platform/web/sheet.tsx'
import type { Column } from '#platform/web/table-column.ts'
import { useUrlState } from '#platform/web/url-state.ts'
import { useViewDate } from '#platform/web/view-date.ts'
import type { Rule, RuleList } from '../../contract.ts'
import { CertaintyMark } from '../components/certainty-mark.tsx'
import { ProcedureTabs } from '../components/procedure-tabs.tsx'
import { ReceptionDuties } from '../components/reception-duties.tsx'
import { TryTerm } from '../components/try-term.tsx'
import { deadlineQueries } from '../queries.ts'
import { daysText, heldText, procedureName, variantLines } from '../rule-text.ts'

/** The terms of the law by procedure, as of the day looked at; each step opens into its rows through time. */
export function RulesPage() {
  const t = usePhrase()
  const mayChange = holds(useSession(), 'deadlines.manage')
  const rules = useQuery(deadlineQueries.rules)
  const [isTrying, setIsTrying] = useState(false)
  const url = useUrlState()
  const shownOf = ({ procedures }: RuleList) => procedures.find((procedure) => procedure === url.get('procedure')) ?? procedures[0] ?? ''
  const close = () => { setIsTrying(false) }
  return (
    <Page
      title={t('deadlines.rules')} count={rules.data === undefined ? undefined : new Set(rules.data.rules.map(keyOf)).size} lead={t('deadlines.rules_lead')}
      actions={<>
        <Button variant="default" leftSection={<IconCalculator size={18} aria-hidden />} onClick={() => { setIsTrying(true) }}>{t('deadlines.try')}</Button>
        {mayChange ? <Button component={DeskLink} to="/quan-tri/thoi-han/moi" leftSection={<IconPlus size={18} aria-hidden />}>{t('deadlines.add_step')}</Button> : null}
      </>}
    >
      <Loaded query={rules}>
        {(list) => (
          <>
            <Faults list={list} />
            <ProcedureTabs list={list} shown={shownOf(list)} />
            <Procedure procedure={shownOf(list)} list={list} />
            {shownOf(list) === 'reception' ? <Box mt="lg"><ReceptionDuties /></Box> : null}
            <Sheet opened={isTrying} onClose={close} title={t('deadlines.try')} width="38rem"><TryTerm list={list} /></Sheet>
          </>
        )}
      </Loaded>
    </Page>
  )
}

/** One line a step: the row in force that day, else the one to come, else the last. */
function Procedure({ procedure, list }: { readonly procedure: string; readonly list: RuleList }) {
  const t = usePhrase()
  const { date } = useViewDate()
  const steps = [...Map.groupBy(list.rules.filter((rule) => rule.procedure === procedure), keyOf).values()]
  const shown = steps.flatMap((rows) => rows.find((row) => isValidOn(row, date)) ?? rows.find(({ validFrom }) => validFrom > date) ?? rows.at(-1) ?? [])
  return (
    <DataTable
      name="deadlines.rules" caption={t('deadlines.rules_of', { procedure: procedureName(procedure, t) })} columns={columnsOf(t)} rows={shown} rowKey={keyOf}
      rowPath={({ step }) => `/quan-tri/thoi-han/${procedure}/${step}`} rowName={({ name }) => name}
    />
  )
}

function columnsOf(t: Translate): Column<Rule>[] {
  return [
    { key: 'step', title: t('deadlines.step'), cell: ({ name }) => name, shown: 'fixed', width: '24%' },
    { key: 'days', title: t('deadlines.days'), cell: (rule) => <DaysCell rule={rule} />, width: '22%' },
    { key: 'from', title: t('deadlines.start_event'), cell: ({ startEvent }) => startEvent, width: '16%' },
    { key: 'article', title: t('deadlines.article'), cell: (rule) => <><Text size="sm">{rule.article}</Text><CertaintyMark of={rule.certainty} /></>, width: '24%' },
    { key: 'held', title: t('deadlines.held_title'), cell: (rule) => heldText(rule, t), width: '14%' },
    { key: 'code', title: t('deadlines.step_code'), cell: ({ step }) => step, shown: 'extra' },
  ]
}

function DaysCell({ rule }: { readonly rule: Rule }) {
  const t = usePhrase()
  return <Stack gap={0}><span>{daysText(rule, t)}</span>{variantLines(rule, t).map((line) => <Text key={line} size="sm" c="dimmed">{line}</Text>)}</Stack>
}

function Faults({ list: { faults, rules } }: { readonly list: RuleList }) {
  const t = usePhrase()
  if (faults.length === 0) return null
  return (
    <Alert color="red" icon={<IconAlertTriangle aria-hidden />} title={t('deadlines.faults', { count: faults.length })} mb="md">
      <List size="sm">
        {faults.map((fault) => {
          const name = rules.find((rule) => keyOf(rule) === keyOf(fault))?.name ?? fault.step
          return <List.Item key={`${keyOf(fault)} ${fault.code} ${JSON.stringify(fault.details)}`}>{procedureName(fault.procedure, t)}, {name}: {t.find(`deadlines.fault.${fault.code}`, fault.details)}</List.Item>
        })}
      </List>
    </Alert>
  )
}

function keyOf({ procedure, step }: { readonly procedure: string; readonly step: string }): string {
  return `${procedure} ${step}`
}
