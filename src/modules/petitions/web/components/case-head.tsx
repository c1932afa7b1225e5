import { DueDate } from '#platform/web/due-date.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { StateBadge } from '#platform/web/state-badge.tsx'
import { WhySheet } from '#platform/web/why-sheet.tsx'
import type { CaseRecord } from '../../contract.ts'
import { actWords } from './act-words.ts'
import { CaseMarks } from './case-marks.tsx'
import { CaseStateBadge } from './case-state.tsx'
import { preparedDecision } from './next-act.ts'
import { termReasons } from './term-reasons.ts'

/** In one line: kind, state, whose turn it is, until when and why then. */
export function CaseHead({ record }: { readonly record: CaseRecord }) {
  const t = usePhrase()
  const prepared = preparedDecision(record)
  const term = record.terms.find(({ procedure, step, stoppedOn }) => stoppedOn === null && `${procedure}.${step}` === record.dueStep)
  return (
    <>
      <strong>{t(`petitions.kind.${record.kind}`)}</strong>
      <CaseStateBadge state={record.state} />
      {prepared === undefined ? null : (
        <StateBadge tone="soon">{t(prepared.returnedBecause === null ? 'petitions.waiting_for' : 'petitions.returned_for', { what: actWords(prepared.action, record.kind, t) })}</StateBadge>
      )}
      <CaseMarks {...record} />
      {record.dueOn === null ? null : (
        <span>
          {term === undefined ? null : <span>{`${term.name}: `}</span>}
          <DueDate dueOn={record.dueOn} workingDaysLeft={record.workingDaysLeft} />
          {term === undefined ? null : <WhySheet subject={term.name} reasons={termReasons(term, t)} />}
        </span>
      )}
    </>
  )
}
