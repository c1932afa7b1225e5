import { findPlainDate, formatDate } from '#kernel/plain-date.ts'
import { DueDate } from '#platform/web/due-date.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { WhySheet } from '#platform/web/why-sheet.tsx'
import { useOpenReport } from './report-desk-context.tsx'
import { ReportStateBadge } from './report-state.tsx'

/** Whose report it is, where it stands, by when it is due and why. */
export function ReportLead() {
  const t = usePhrase()
  const { record } = useOpenReport()
  const { unit, state, dueOn, dueBecause, dueRule, receiver, revisions } = record
  const firstSent = revisions.findLast(({ sentOn }) => sentOn !== null)?.sentOn ?? null
  const isOpen = state !== 'sent' && state !== 'received'
  const due = findPlainDate(dueOn) ?? null
  return (
    <div className="gd-report-lead">
      <strong>{unit.name}</strong>
      <ReportStateBadge state={state} />
      <span className="gd-report-due">
        {t('reports.report_due')}{' '}
        <DueDate dueOn={due} doneOn={isOpen ? null : findPlainDate(firstSent ?? '') ?? null} workingDaysLeft={record.workingDaysLeft} />
        <WhySheet
          ofDay
          subject={t('reports.due_subject')}
          reasons={{
            result: due === null ? dueOn : formatDate(due), rules: dueRule === null ? [] : [{ name: dueRule.source, certainty: dueRule.certainty }], steps: dueBecause,
          }}
        />
      </span>
      {receiver !== null && <span className="gd-muted">{t('reports.sent_to', { unit: receiver.name })}</span>}
    </div>
  )
}
