import { Button, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { PlainDate } from '#kernel/plain-date.ts'
import { linkTo } from '#platform/web/page-link.tsx'
import { Loaded, Section } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { RecordPage, type RecordAction } from '#platform/web/record-page.tsx'
import { holds, useSession } from '#platform/web/session.ts'
import { usePathParam } from '#platform/web/url-state.ts'
import type { CaseRecord } from '../../contract.ts'
import { isSigned, type CaseAction } from '../../domain/actions.ts'
import { ActSheet, type OpenedAct } from '../acts/act-sheet.tsx'
import { HoldSheet } from '../acts/hold-sheet.tsx'
import { actWords } from '../components/act-words.ts'
import { CaseAttachments } from '../components/case-attachments.tsx'
import { PreparedDecision, SignedDecisions } from '../components/case-decisions.tsx'
import { caseFacts } from '../components/case-facts.ts'
import { CaseHead } from '../components/case-head.tsx'
import { CaseLinks } from '../components/case-links.tsx'
import { CaseParties } from '../components/case-parties.tsx'
import { CaseSettlement } from '../components/case-settlement.tsx'
import { CaseDialogues, CaseQuestions, CaseRating, CaseReplies } from '../components/case-talks.tsx'
import { CaseTerms } from '../components/case-terms.tsx'
import { caseTimeline } from '../components/case-timeline.ts'
import { FirstDecisionBeside } from '../components/first-decision-beside.tsx'
import { useMayCorrect } from '../components/may-change.ts'
import { dialogueToRecord, nextAct, preparedDecision, type NextAct } from '../components/next-act.ts'
import { SimilarCases } from '../components/similar-cases.tsx'
import { casePath, caseQueries } from '../queries.ts'

export function CasePage() {
  const record = useQuery(caseQueries.record(usePathParam('caseId')))
  return <Loaded query={record}>{(loaded) => <CaseView key={loaded.id} record={loaded} />}</Loaded>
}

function CaseView({ record }: { readonly record: CaseRecord }) {
  const t = usePhrase()
  const session = useSession()
  const navigate = useNavigate()
  const [act, setAct] = useState<OpenedAct>(null)
  const [isHolding, setIsHolding] = useState(false)
  const prepared = preparedDecision(record)
  const next = nextAct(record, session.today)
  const mayCorrect = useMayCorrect(record)
  const path = casePath(record.id)

  function open(chosen: NextAct | 'return' | 'discard') {
    const wanted = chosen === 'revise' ? record.allowed.find((action) => action === prepared?.action) ?? null : chosen
    if (wanted === 'sort') void navigate(linkTo(`${path}/phan-loai`))
    else setAct(wanted)
  }
  const others: RecordAction[] = [
    ...actsBeside(record, { next, today: session.today }).map((action) => ({ label: actWords(action, record.kind, t), onClick: () => { open(action) } })),
    ...(mayCorrect && record.state === 'received' ? [{ label: t('petitions.edit'), onClick: () => { void navigate(linkTo(`${path}/sua`)) } }] : []),
    { label: t('petitions.print_receipt'), onClick: () => { void navigate(linkTo(`${path}/bien-nhan`)) } },
    ...(holds(session, 'petitions.manage', record.unitId) ? [{ label: t('petitions.hold'), onClick: () => { setIsHolding(true) } }] : []),
  ]
  return (
    <RecordPage
      title={record.title} breadcrumbs={[{ label: t('petitions.cases'), to: '/don-thu' }]} state={<CaseHead record={record} />}
      primaryAction={next === null ? undefined : <Button onClick={() => { open(next) }}>{next === 'sign' || next === 'revise' ? t(`petitions.act.${next}`) : actWords(next, record.kind, t)}</Button>}
      otherActions={others} facts={caseFacts(record, t)} timeline={caseTimeline(record, t)} related={<SimilarCases record={record} />}
    >
      {prepared === undefined ? null : <PreparedDecision record={record} decision={prepared} actions={<PreparedActions record={record} onOpen={open} />} />}
      <Section title={t('petitions.content_section')}><Text className="gd-case-text">{record.content === '' ? t('petitions.no_content') : record.content}</Text></Section>
      {record.answer === null ? null : (
        <Section title={t('petitions.answer_to_sender')}>
          <Text className="gd-case-text">{record.answer}</Text>
          {record.answerShown ? null : <Text className="gd-muted" mt="xs">{t('petitions.answer_hidden')}</Text>}
        </Section>
      )}
      <CaseTerms record={record} />
      <CaseParties record={record} />
      <CaseAttachments record={record} />
      <WhatCameOfIt record={record} />
      <ActSheet record={record} act={act} onClose={() => { setAct(null) }} />
      <HoldSheet record={record} opened={isHolding} onClose={() => { setIsHolding(false) }} />
    </RecordPage>
  )
}

/** What was decided, said and done, and the cases that belong to it. */
function WhatCameOfIt({ record }: { readonly record: CaseRecord }) {
  return (
    <>
      {record.instance === 2 ? <FirstDecisionBeside record={record} /> : null}
      <SignedDecisions record={record} />
      <CaseSettlement record={record} />
      <CaseDialogues record={record} />
      <CaseReplies record={record} />
      <CaseQuestions record={record} />
      <CaseRating record={record} />
      <CaseLinks record={record} />
    </>
  )
}

/** The draft is mended or dropped by who may prepare it, and returned by who may sign it. */
function PreparedActions({ record, onOpen }: { readonly record: CaseRecord; readonly onOpen: (act: 'revise' | 'return' | 'discard') => void }) {
  const t = usePhrase()
  const prepared = preparedDecision(record)
  const mayPrepare = record.allowed.some((action) => action === prepared?.action)
  const isReturned = prepared?.returnedBecause != null
  return (
    <>
      {mayPrepare && !isReturned ? <Button variant="default" onClick={() => { onOpen('revise') }}>{t('petitions.act.revise')}</Button> : null}
      {record.maySign && !isReturned ? <Button variant="default" onClick={() => { onOpen('return') }}>{t('petitions.act.return')}</Button> : null}
      {mayPrepare ? <Button variant="subtle" color="gray" onClick={() => { onOpen('discard') }}>{t('petitions.act.discard')}</Button> : null}
    </>
  )
}

/** One draft at a time: while it waits, only acts that need no signature. */
function actsBeside(record: CaseRecord, { next, today }: { readonly next: NextAct | null; readonly today: PlainDate }): CaseAction[] {
  const isPrepared = preparedDecision(record) !== undefined
  return record.allowed.filter((action) => action !== next && !(isPrepared && isSigned(action)) && !(action === 'hold-dialogue' && dialogueToRecord(record, today) === undefined))
}
