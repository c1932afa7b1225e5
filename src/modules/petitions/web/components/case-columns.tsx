import { formatDate } from '#kernel/plain-date.ts'
import { DueDate } from '#platform/web/due-date.tsx'
import { PageLink } from '#platform/web/page-link.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import type { Column } from '#platform/web/table-column.ts'
import type { CaseLine } from '../../contract.ts'
import { casePath } from '../queries.ts'
import { CaseMarks } from './case-marks.tsx'
import { CaseStateBadge } from './case-state.tsx'
import { WhyCaseDue } from './why-case-due.tsx'
import './case.css'

/** The columns of every list of cases. `isWide`: the reader follows more units than one. */
export function useCaseColumns(isWide: boolean): Column<CaseLine>[] {
  const t = usePhrase()
  return [
    { key: 'case', title: t('petitions.column_case'), shown: 'fixed', width: '32%', cell: (line) => <CaseHead line={line} /> },
    { key: 'sender', title: t('petitions.sender'), cell: ({ senderName }) => senderName ?? <span className="gd-muted">{t('petitions.anonymous')}</span>, width: '14%' },
    { key: 'state', title: t('petitions.state'), cell: ({ state }) => <CaseStateBadge state={state} />, width: '10rem' },
    { key: 'due', title: t('petitions.column_due'), cell: (line) => <CaseDue line={line} />, shown: 'fixed', width: '12.5rem' },
    { key: 'assignee', title: t('petitions.assignee'), cell: ({ assigneeName }) => assigneeName, width: '15%' },
    ...(isWide ? [{ key: 'unit', title: t('petitions.unit'), cell: ({ unitName }: CaseLine) => unitName }] : []),
    { key: 'topic', title: t('petitions.topic'), cell: ({ topicName }) => topicName, shown: 'extra' },
    { key: 'channel', title: t('petitions.channel'), cell: ({ channel }) => t(`petitions.channel.${channel}`), shown: 'extra' },
    { key: 'place', title: t('petitions.place'), cell: ({ placeName }) => placeName, shown: 'extra' },
    { key: 'code', title: t('petitions.code'), cell: ({ code }) => <span className="gd-nowrap">{code}</span>, shown: 'extra' },
  ]
}

function CaseHead({ line }: { readonly line: CaseLine }) {
  const t = usePhrase()
  const { id, title, kind, number, year, receivedOn } = line
  return (
    <>
      <PageLink to={casePath(id)} className="gd-case-title">{title}</PageLink>
      <div className="gd-case-line"><strong>{t(`petitions.kind.${kind}`)}</strong>{` · ${[t('petitions.register_number_of', { number, year }), formatDate(receivedOn)].join(' · ')}`}</div>
      <CaseMarks {...line} />
    </>
  )
}

/** The nearest term of an open case; the day it ended of a closed one. */
function CaseDue({ line }: { readonly line: CaseLine }) {
  const { dueOn, dueStepName, endedOn, workingDaysLeft } = line
  if (dueOn === null) return endedOn === null ? null : <DueDate dueOn={null} doneOn={endedOn} />
  return (
    <div className="gd-case-due">
      <DueDate dueOn={dueOn} workingDaysLeft={workingDaysLeft} />
      <span className="gd-case-line">{dueStepName} <WhyCaseDue line={line} /></span>
    </div>
  )
}
