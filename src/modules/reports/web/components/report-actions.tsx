import { Button, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useState } from 'react'
import { holds, useSession } from '#platform/web/session.ts'
import { usePhrase } from '#platform/web/phrases.tsx'
import type { ReportRecord } from '../../contract.ts'
import type { ReportAction } from '../../domain/lifecycle.ts'
import { useOpenReport } from './report-desk-context.tsx'
import { ExceptionDecision } from './report-exception.tsx'
import { ExchangeMenu } from './report-exchange.tsx'
import { SendBack } from './report-send-back.tsx'
import { StepDialog, type Step } from './report-step-dialog.tsx'

/** What comes next, in the order of the way a report goes. */
const NEXT = ['submit', 'approve', 'send', 'receive'] as const satisfies readonly ReportAction[]
type Opened = Step | 'send-back' | 'decide' | null

/** The next step as the only filled button; whatever else may be done beside it or in the menu. */
export function ReportActions() {
  const t = usePhrase()
  const { record } = useOpenReport()
  const session = useSession()
  const [opened, setOpened] = useState<Opened>(null)
  const waiting = record.exceptions.find(({ decidedOn }) => decidedOn === null)
  const mayDecide = waiting !== undefined && (record.isReceiver || (record.receiver === null && holds(session, 'reports.manage')))
  const next = nextOf(record, mayDecide)
  const others = record.actions.filter((action): action is Step | 'send-back' => action !== next && action !== 'save' && !(action === 'ask-exception' && waiting !== undefined))
  const [beside, inMenu] = [others.filter(isGivingBack), others.filter((action) => !isGivingBack(action))]
  const close = () => { setOpened(null) }
  return (
    <>
      <ExchangeMenu />
      {inMenu.length > 1 ? (
        <Menu position="bottom-end">
          <Menu.Target><Button variant="default" rightSection={<IconChevronDown size={16} aria-hidden />}>{t('web.more_actions')}</Button></Menu.Target>
          <Menu.Dropdown>{inMenu.map((action) => <Menu.Item key={action} onClick={() => { setOpened(action) }}>{t(`reports.step.${action}`)}</Menu.Item>)}</Menu.Dropdown>
        </Menu>
      ) : inMenu.map((action) => <Button key={action} variant="default" onClick={() => { setOpened(action) }}>{t(`reports.step.${action}`)}</Button>)}
      {beside.map((action) => <Button key={action} variant="default" onClick={() => { setOpened(action) }}>{t(`reports.step.${action}`)}</Button>)}
      {next !== null && <Button onClick={() => { setOpened(next) }}>{next === 'decide' ? t('reports.decide_exception') : t(`reports.step.${next}`)}</Button>}
      {opened === 'decide' && waiting !== undefined && <ExceptionDecision exceptionId={waiting.id} onClose={close} />}
      <SendBack opened={opened === 'send-back'} onClose={close} />
      {opened !== null && opened !== 'decide' && opened !== 'send-back' && <StepDialog step={opened} onClose={close} />}
    </>
  )
}

/** What gives the report back stands in the open, beside the next step. */
function isGivingBack(action: ReportAction): boolean {
  return action === 'return' || action === 'send-back'
}

/** What moves the report on: a step of its way; where it is locked, asking to write, or answering who asked. */
function nextOf({ actions, exceptions }: ReportRecord, mayDecide: boolean): Step | 'decide' | null {
  const step = NEXT.find((action) => actions.includes(action))
  if (step !== undefined) return step
  if (mayDecide) return 'decide'
  return actions.includes('ask-exception') && exceptions.every(({ decidedOn }) => decidedOn !== null) ? 'ask-exception' : null
}
