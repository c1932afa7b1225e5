import { List, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { api, ApiError } from '#platform/web/api-client.ts'
import { useCommand } from '#platform/web/command.ts'
import { ConfirmDialog } from '#platform/web/confirm-dialog.tsx'
import { PageLink } from '#platform/web/page-link.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import type { ReportAction } from '../../domain/lifecycle.ts'
import { REPORTS_CHANGED } from '../queries.ts'
import { reportUrl } from '../report-queries.ts'
import { useFindings, useOpenReport } from './report-desk-context.tsx'
import { findingWords } from './report-finding-words.ts'

export type Step = Exclude<ReportAction, 'save' | 'send-back'>

/** What each step asks of the server, and whether a reason goes along. */
const STEPS = {
  submit: { url: 'submit', asks: 'nothing', bearsVersion: true },
  recall: { url: 'recall', asks: 'nothing', bearsVersion: false },
  approve: { url: 'approve', asks: 'nothing', bearsVersion: true },
  return: { url: 'return', asks: 'reason', bearsVersion: false },
  send: { url: 'send', asks: 'nothing', bearsVersion: false },
  receive: { url: 'receive', asks: 'nothing', bearsVersion: false },
  'ask-exception': { url: 'exceptions', asks: 'reason', bearsVersion: false },
} as const satisfies Record<Step, { url: string; asks: 'nothing' | 'reason'; bearsVersion: boolean }>

/** Says what a step does and takes it; what was typed is saved first, so that nobody approves less than was written. */
export function StepDialog({ step, onClose }: { readonly step: Step; readonly onClose: () => void }) {
  const t = usePhrase()
  const { record, desk, of } = useOpenReport()
  const [because, setBecause] = useState('')
  const { url, asks, bearsVersion } = STEPS[step]
  const take = useCommand({
    async run() {
      if (desk.mayWrite()) {
        await desk.flush()
        const count = desk.unsettled()
        if (count > 0) throw new ApiError(409, { code: 'reports.unsettled_before_step', details: { count }, fields: [], requestId: '' })
      }
      await api.post(`${reportUrl(of)}/${url}`, asks === 'reason' ? { because } : bearsVersion ? { version: desk.version() } : {})
    },
    refresh: REPORTS_CHANGED, doneMessage: t(`reports.step_done.${step}`), onDone: onClose,
  })
  return (
    <ConfirmDialog opened onClose={onClose} title={t(`reports.step.${step}`)} confirmLabel={t(`reports.step.${step}`)} onConfirm={() => { take.run() }} running={take.running} problem={take.problem}>
      <Stack gap="sm">
        <Text>{t(`reports.step_help.${step}`, { receiver: record.receiver?.name ?? t('reports.outside') })}</Text>
        {step === 'submit' && <StillToMend onGo={onClose} />}
        {asks === 'reason' && <Textarea label={t('reports.reason')} withAsterisk autosize minRows={3} data-autofocus value={because} onChange={(event) => { setBecause(event.currentTarget.value) }} />}
      </Stack>
    </ConfirmDialog>
  )
}

/** What the checks refuse, before the server has to say no. */
function StillToMend({ onGo }: { readonly onGo: () => void }) {
  const t = usePhrase()
  const { record } = useOpenReport()
  const refused = useFindings().filter(({ severity }) => severity === 'refuse')
  const open = record.remarks.filter(({ resolvedAt }) => resolvedAt === null).length
  if (refused.length + open === 0) return null
  return (
    <div role="note">
      <Text fw={600}>{t('reports.mend_first')}</Text>
      <List>
        {refused.slice(0, 5).map((finding, index) => <List.Item key={index}>{findingWords(finding, t)}</List.Item>)}
        {open > 0 && <List.Item>{t('reports.remarks_open', { count: open })}</List.Item>}
      </List>
      <PageLink to={refused.length > 0 ? '.?phan=kiem-tra' : '.?phan=nhan-xet'} onClick={onGo}>{t(refused.length > 0 ? 'reports.see_checks' : 'reports.see_remarks')}</PageLink>
    </div>
  )
}
