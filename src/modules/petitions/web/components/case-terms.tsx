import { formatDate } from '#kernel/plain-date.ts'
import { DueDate } from '#platform/web/due-date.tsx'
import { Section } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { WhySheet } from '#platform/web/why-sheet.tsx'
import type { CaseRecord, Term } from '../../contract.ts'
import { termReasons } from './term-reasons.ts'
import './case-parts.css'

/** Every term that runs or ran, with the day it ends and why that day. */
export function CaseTerms({ record }: { readonly record: CaseRecord }) {
  const t = usePhrase()
  const { terms } = record
  const running = terms.toSorted((one, other) => Number(one.stoppedOn !== null) - Number(other.stoppedOn !== null) || one.startedOn.localeCompare(other.startedOn))
  return (
    <Section title={t('petitions.terms')}>
      {terms.length === 0 ? <p className="gd-muted">{t('petitions.terms_none')}</p>
        : (
          <ul className="gd-case-list" aria-label={t('petitions.terms')}>
            {running.map((term) => (
              <li key={term.clockId}>
                <div><strong>{term.name}</strong><div className="gd-case-line">{t('petitions.term_since', { date: formatDate(term.startedOn) })}</div></div>
                <TermDue term={term} record={record} />
              </li>
            ))}
          </ul>
        )}
    </Section>
  )
}

function TermDue({ term, record }: { readonly term: Term; readonly record: CaseRecord }) {
  const t = usePhrase()
  const notes = [...(term.due === null ? [t('petitions.term_is_suspended')] : []), ...(term.extensions > 0 ? [t('petitions.term_extensions', { count: term.extensions })] : [])]
  return (
    <div className="gd-case-due">
      {term.due === null ? null : <DueDate dueOn={term.due} doneOn={term.stoppedOn} workingDaysLeft={term.due === record.dueOn ? record.workingDaysLeft : null} />}
      {notes.length === 0 ? null : <span className="gd-case-line">{notes.join(', ')}</span>}
      <WhySheet ofDay subject={term.name} reasons={termReasons(term, t)} />
    </div>
  )
}
