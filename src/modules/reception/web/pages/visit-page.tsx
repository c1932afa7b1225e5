import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDate } from '#kernel/plain-date.ts'
import { DueDate } from '#platform/web/due-date.tsx'
import { formatDateTime } from '#platform/web/format.ts'
import { Loaded, Page, Section } from '#platform/web/page.tsx'
import { PageLink } from '#platform/web/page-link.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { RecordPage, type RecordAction } from '#platform/web/record-page.tsx'
import { holds, useSession } from '#platform/web/session.ts'
import { usePathParam } from '#platform/web/url-state.ts'
import { WhySheet } from '#platform/web/why-sheet.tsx'
import type { VisitRecord } from '../../contract-visits.ts'
import { VisitSheets, type VisitStep } from '../components/visit-sheets.tsx'
import { receptionQueries, sessionPath } from '../queries.ts'
import '../components/reception.css'

/** One visit as it stands in the register. */
export function VisitPage() {
  const t = usePhrase()
  const visit = useQuery(receptionQueries.visit(usePathParam('visitId')))
  if (visit.data === undefined) return <Page title={t('reception.visit')}><Loaded query={visit}>{() => null}</Loaded></Page>
  return <ShownVisit visit={visit.data} />
}

function ShownVisit({ visit }: { readonly visit: VisitRecord }) {
  const t = usePhrase()
  const [step, setStep] = useState<VisitStep | null>(null)
  const { number, year, on, isCovered, owed } = visit
  const open = (file: string) => () => { window.open(`/api/reception/visits/${visit.id}/${file}`, '_blank', 'noopener') }
  const isTaken = visit.purgedOn === null && visit.matters.some(({ caseId }) => caseId !== null)
  const others: RecordAction[] = [
    ...(visit.mayCorrect ? [{ label: t('reception.correct'), onClick: () => setStep('correct') }] : []),
    ...(isTaken ? [{ label: t('reception.receipt_pdf'), onClick: open('receipt.pdf') }, { label: t('reception.receipt_docx'), onClick: open('receipt.docx') }] : []),
    ...(visit.refusal === null ? [] : [{ label: t('reception.notice_docx'), onClick: open('notice.docx') }, { label: t('reception.notice_pdf'), onClick: open('notice.pdf') }]),
  ]
  return (
    <>
      <RecordPage
        title={t('reception.visit_title', { number, year })} breadcrumbs={[{ label: t('reception.register'), to: '/tiep-cong-dan/so' }]}
        state={(
          <>
            {t('reception.received_line', { on: formatDate(on), unit: visit.unitName })}
            {owed === null ? null : (
              <>
                {' '}<DueDate dueOn={owed.due} doneOn={owed.doneOn} workingDaysLeft={owed.workingDaysLeft} />
                {owed.why === null || owed.due === null ? null : <WhySheet ofDay subject={t(`reception.owed.${owed.step}`)} reasons={{ result: formatDate(owed.due), rules: [{ name: t(`reception.owed.${owed.step}`), article: owed.why.article, certainty: owed.why.certainty }], steps: owed.why.steps }} />}
              </>
            )}
          </>
        )}
        primaryAction={visit.mayTell ? <Button onClick={() => setStep('tell')}>{t('reception.tell')}</Button> : visit.maySignNotice && owed !== null ? <Button onClick={() => setStep('notice')}>{t('reception.sign_notice')}</Button> : null}
        otherActions={others} facts={factsOf(visit, t)}
      >
        {isCovered ? <Section title={t('reception.part_people')}><p className="gd-muted">{t('reception.covered_help')}</p></Section> : <VisitParts visit={visit} />}
      </RecordPage>
      <VisitSheets key={step ?? 'closed'} step={step} visit={visit} onClose={() => setStep(null)} />
    </>
  )
}

function factsOf(visit: VisitRecord, t: ReturnType<typeof usePhrase>) {
  const { receivedBy, receiver, receiverPost, peopleCount, isGroup, refusal, toldOn, toldHow, note, dayId, recordedName, recordedAt } = visit
  return [
    { label: t('reception.received_by'), value: t(`reception.received_by.${receivedBy}`) },
    { label: t('reception.receiver'), value: [receiver, receiverPost].filter(Boolean).join(', ') },
    ...(dayId === null ? [] : [{ label: t('reception.session'), value: <PageLink to={sessionPath(dayId)}>{t('reception.open_session_day')}</PageLink> }]),
    { label: t('reception.people_count'), value: isGroup ? t('reception.group_of', { count: peopleCount }) : peopleCount },
    ...(refusal === null ? [] : [
      { label: t('reception.refused_mark'), value: `${t(`reception.ground.${refusal.ground}`)}. ${refusal.because}` },
      { label: t('reception.notice'), value: refusal.noticeNumber === null || refusal.noticeSignedOn === null ? null : t('reception.notice_of', { number: refusal.noticeNumber, on: formatDate(refusal.noticeSignedOn) }) },
    ]),
    ...(toldOn === null ? [] : [{ label: t('reception.told'), value: `${formatDate(toldOn)}: ${toldHow ?? ''}` }]),
    ...(visit.conclusion === null ? [] : [{ label: t('reception.conclusion'), value: visit.conclusion }]),
    ...(visit.isCovered ? [] : [{ label: t('reception.note'), value: note }]),
    ...(visit.purgedOn === null ? [] : [{ label: t('reception.purged'), value: t('reception.purged_on', { date: formatDate(visit.purgedOn) }) }]),
    { label: t('reception.recorded'), value: t('reception.recorded_by', { name: recordedName, at: formatDateTime(recordedAt) }) },
  ]
}

function VisitParts({ visit: { id, visitors, matters, files } }: { readonly visit: VisitRecord }) {
  const t = usePhrase()
  const session = useSession()
  const mayOpenCase = holds(session, 'petitions.read')
  return (
    <>
      <Section title={t('reception.part_people')}>
        <ul className="gd-rx-visits">
          {visitors.map((visitor) => (
            <li key={visitor.id}>
              <strong>{visitor.name}</strong>
              <div className="gd-muted">{[visitor.address, visitor.phone, visitor.identityEnd === null ? null : t('reception.identity_end', { end: visitor.identityEnd })].filter(Boolean).join(' · ')}</div>
            </li>
          ))}
        </ul>
      </Section>
      {matters.map((matter, index) => (
        <Section key={matter.id} title={matters.length === 1 ? t('reception.part_matters') : t('reception.matter_number', { number: index + 1 })}>
          <p style={{ whiteSpace: 'pre-line', marginTop: 0 }}>{matter.content}</p>
          <dl className="gd-facts">
            {factsOfMatter(matter, t).map(([label, value]) => <div key={label}><dt>{label}</dt><dd>{value}</dd></div>)}
            {matter.caseId === null ? null : <div><dt>{t('reception.case')}</dt><dd>{mayOpenCase ? <PageLink to={`/don-thu/${matter.caseId}`}>{matter.caseName}</PageLink> : matter.caseName}</dd></div>}
          </dl>
        </Section>
      ))}
      {files.length === 0 ? null : (
        <Section title={t('reception.files')}>
          <ul className="gd-rx-visits">{files.map((file) => <li key={file.id}><a href={`/api/reception/visits/${id}/files/${file.id}`} target="_blank" rel="noreferrer">{file.name}</a></li>)}</ul>
        </Section>
      )}
    </>
  )
}

function factsOfMatter({ kind, isRepeat, handling, guidance, priorBody, isCompetent, handledBy, result }: VisitRecord['matters'][number], t: ReturnType<typeof usePhrase>): [string, string][] {
  const facts: [string, string | null][] = [
    [t('reception.kind'), `${t(`reception.kind.${kind}`)}${isRepeat ? t('reception.repeat_mark') : ''}`], [t('reception.handling'), t(`reception.handling.${handling}`)], [t('reception.guidance'), guidance],
    [t('reception.prior_body'), priorBody], [t('reception.is_competent'), isCompetent === null ? null : t(isCompetent ? 'reception.competent.yes' : 'reception.competent.no')], [t('reception.handled_by'), handledBy], [t('reception.result'), result],
  ]
  return facts.flatMap(([label, value]) => (value === null ? [] : [[label, value]]))
}
