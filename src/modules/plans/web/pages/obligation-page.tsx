import { Button, Group, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { findPlainDate } from '#kernel/plain-date.ts'
import { DueDate } from '#platform/web/due-date.tsx'
import { PageLink } from '#platform/web/page-link.tsx'
import { Loaded, Section } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { RecordPage } from '#platform/web/record-page.tsx'
import { Sheet } from '#platform/web/sheet.tsx'
import { usePathParam } from '#platform/web/url-state.ts'
import { WhySheet } from '#platform/web/why-sheet.tsx'
import type { ObligationRecord } from '../../contract.ts'
import { DayText } from '../components/day-text.tsx'
import { ProgressForm } from '../components/progress-form.tsx'
import { PlanState } from '../components/state.tsx'
import { useTimeline } from '../components/obligation-timeline.ts'
import { planQueries } from '../queries.ts'

export function ObligationPage() {
  const obligation = useQuery(planQueries.obligation(usePathParam('obligationId')))
  return <Loaded query={obligation}>{(record) => <ObligationView obligation={record} />}</Loaded>
}

function ObligationView({ obligation }: { readonly obligation: ObligationRecord }) {
  const t = usePhrase()
  const timeline = useTimeline(obligation)
  const [reporting, setReporting] = useState<'note' | 'finish' | 'reopen' | null>(null)
  const { actions, directiveId } = obligation
  const dueOn = findPlainDate(obligation.dueOn)
  const titles = { note: t('plans.report_progress'), finish: t('plans.finish'), reopen: t('plans.reopen') }
  const [first, ...others] = actions.toSorted((one) => (one === 'note' ? -1 : 1))
  const files = obligation.progress.flatMap((entry) => entry.files)
  return (
    <RecordPage
      title={[obligation.dutyTitle, obligation.period].filter(Boolean).join(' — ')}
      breadcrumbs={[{ label: t('plans.title'), to: '/ke-hoach' }, { label: obligation.directiveTitle, to: `/ke-hoach/${directiveId}` }]}
      state={(
        <Group gap="sm">
          <PlanState state={obligation.state} />
          {dueOn !== undefined && <DueDate dueOn={dueOn} doneOn={findPlainDate(obligation.doneOn ?? '') ?? null} workingDaysLeft={obligation.workingDaysLeft} />}
          <WhySheet
            ofDay
            subject={t('plans.why_due')}
            reasons={{
              result: <DayText day={obligation.dueOn} />, rules: [{ name: t('plans.rule_schedule'), article: [t('plans.clause'), obligation.clausePath, obligation.directiveNumber].filter(Boolean).join(' ') }],
              steps: obligation.whyDue, records: [{ label: obligation.directiveTitle, path: `/ke-hoach/${directiveId}` }],
            }}
          />
        </Group>
      )}
      primaryAction={first === undefined ? undefined : <Button onClick={() => { setReporting(first) }}>{titles[first]}</Button>}
      otherActions={others.map((action) => ({ label: titles[action], onClick: () => { setReporting(action) } }))}
      facts={[
        { label: t('plans.unit'), value: <PageLink to={`/to-chuc/${obligation.unitId}`}>{obligation.unitName}</PageLink> },
        { label: t('plans.role'), value: t(`plans.role.${obligation.role}`) },
        { label: t('plans.because'), value: <PageLink to={`/ke-hoach/${directiveId}`}>{[t('plans.clause'), obligation.clausePath, obligation.directiveNumber].filter(Boolean).join(' ')}</PageLink> },
        ...(obligation.viaUnitName === null ? [] : [{ label: t('plans.via'), value: obligation.viaUnitName }]),
        ...(obligation.product === '' ? [] : [{ label: t('plans.product'), value: obligation.product }]),
        ...(obligation.figureName === null ? [] : [{ label: t('plans.figure'), value: obligation.figureName }]),
        { label: t('plans.started_on'), value: obligation.startedOn === null ? undefined : <DayText day={obligation.startedOn} /> },
        { label: t('plans.done_on'), value: obligation.doneOn === null ? undefined : <DayText day={obligation.doneOn} /> },
      ]}
      timeline={timeline}
      related={files.length === 0 ? undefined : (
        <Section title={t('plans.evidence')}>
          <ul>{files.map((file) => <li key={file.id}><a href={`/api/plans/obligations/${obligation.id}/files/${file.id}`}>{file.name}</a></li>)}</ul>
        </Section>
      )}
    >
      <Section title={t('plans.clause_text')}><Text style={{ whiteSpace: 'pre-line' }}>{obligation.clauseText}</Text></Section>
      <Sheet opened={reporting !== null} onClose={() => { setReporting(null) }} title={reporting === null ? '' : titles[reporting]}>
        {reporting !== null && <ProgressForm obligation={obligation} kind={reporting} submitLabel={titles[reporting]} onDone={() => { setReporting(null) }} />}
      </Sheet>
    </RecordPage>
  )
}
