import { Button, Group, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '#platform/web/api-client.ts'
import { useCommand } from '#platform/web/command.ts'
import { ConfirmDialog } from '#platform/web/confirm-dialog.tsx'
import { DeskLink, linkTo, PageLink } from '#platform/web/page-link.tsx'
import { Loaded, Section } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { RecordPage } from '#platform/web/record-page.tsx'
import { holds, useSession } from '#platform/web/session.ts'
import { usePathParam } from '#platform/web/url-state.ts'
import { Coverage } from '#modules/documents/web/index.ts'
import type { DirectiveRecord } from '../../contract.ts'
import { DayText } from '../components/day-text.tsx'
import { DutyTable } from '../components/duty-table.tsx'
import { IssueForm } from '../components/issue-form.tsx'
import { PlanState } from '../components/state.tsx'
import { PLANS_CHANGED, planQueries } from '../queries.ts'

export function DirectivePage() {
  const directive = useQuery(planQueries.directive(usePathParam('directiveId')))
  return <Loaded query={directive}>{(record) => <Directive directive={record} />}</Loaded>
}

function Directive({ directive }: { readonly directive: DirectiveRecord }) {
  const t = usePhrase()
  const session = useSession()
  const navigate = useNavigate()
  const [withdrawing, setWithdrawing] = useState(false)
  const { id, actions, documentId } = directive
  const isDraft = directive.state === 'draft'
  const mayReport = !isDraft && holds(session, 'plans.write-report')
  return (
    <RecordPage
      title={directive.title}
      breadcrumbs={[{ label: t('plans.title'), to: '/ke-hoach' }]}
      state={<PlanState state={directive.state} />}
      primaryAction={isDraft
        ? actions.includes('correct') && directive.dutyList.length === 0 ? <Button component={DeskLink} to={`/ke-hoach/${id}/ban-doc`}>{t('plans.correct_reading')}</Button> : undefined
        : <Button component={DeskLink} to={`/ke-hoach/${id}/bang-theo-doi`}>{t('plans.board')}</Button>}
      otherActions={[
        ...(isDraft && actions.includes('correct') ? [{ label: t('plans.correct_reading'), onClick: () => void navigate(linkTo(`/ke-hoach/${id}/ban-doc`)) }] : []),
        ...(isDraft ? [] : [{ label: t('plans.roll_up'), onClick: () => void navigate(linkTo(`/ke-hoach/${id}/cong-don`)) }]),
        ...(mayReport ? [{ label: t('plans.report'), onClick: () => void navigate(linkTo(`/ke-hoach/${id}/bao-cao`)) }] : []),
        ...(actions.includes('withdraw') ? [{ label: t('plans.withdraw'), onClick: () => { setWithdrawing(true) } }] : []),
      ]}
      facts={[
        { label: t('plans.number'), value: documentId === null ? directive.number : <PageLink to={`/van-ban/${documentId}`}>{directive.number ?? '—'}</PageLink> },
        { label: t('plans.issued_on'), value: <DayText day={directive.issuedOn} /> },
        { label: t('plans.issuer'), value: directive.reading.issuer ?? directive.unitName },
        { label: t('plans.signer_name'), value: [directive.reading.signer.position, directive.reading.signer.name].filter(Boolean).join(' ') },
        ...(isDraft ? [] : [{ label: t('plans.units'), value: `${String(directive.acknowledged)}/${String(directive.units)} ${t('plans.acknowledged').toLowerCase()}` }]),
        ...(directive.withdrawnBecause === null ? [] : [{ label: t('plans.withdraw_because'), value: directive.withdrawnBecause }]),
      ]}
    >
      {directive.myUnits.length > 0 && (
        <Section title={t('plans.unit_plan')}>
          <Group>{directive.myUnits.map((unit) => <Button key={unit.id} variant="light" component={DeskLink} to={`/ke-hoach/${id}/ke-hoach-don-vi/${unit.id}`}>{t('plans.unit_plan_of', { unit: unit.name })}</Button>)}</Group>
        </Section>
      )}
      <DutyTable directive={directive} />
      {isDraft && actions.includes('issue') && directive.dutyList.length > 0 && <IssueForm directive={directive} />}
      {documentId !== null && <Section title={t('plans.coverage')}><Coverage documentId={documentId} /></Section>}
      {withdrawing && <Withdraw id={id} onClose={() => { setWithdrawing(false) }} />}
    </RecordPage>
  )
}

function Withdraw({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const t = usePhrase()
  const [because, setBecause] = useState('')
  const withdraw = useCommand({ run: () => api.post(`/api/plans/directives/${id}/withdraw`, { because }), refresh: PLANS_CHANGED, onDone: onClose })
  return (
    <ConfirmDialog opened onClose={onClose} title={t('plans.withdraw')} confirmLabel={t('plans.withdraw')} onConfirm={() => { withdraw.run() }} running={withdraw.running} problem={withdraw.problem}>
      <Textarea label={t('plans.withdraw_because')} withAsterisk autosize minRows={2} value={because} onChange={(event) => { setBecause(event.currentTarget.value) }} />
    </ConfirmDialog>
  )
}
