import { Alert } from '@mantine/core'
import { IconArrowBackUp, IconInfoCircle } from '@tabler/icons-react'
import { formatDateTime } from '#platform/web/format.ts'
import { usePhrase } from '#platform/web/phrases.tsx'
import { useOpenReport } from './report-desk-context.tsx'

/** What a reader should know before reading: why nothing can be changed, that it came back, which revision is shown, what changed below since. */
export function ReportStanding() {
  return (
    <>
      <Standing />
      <ChangedBelow />
    </>
  )
}

/** The sums of the revision in force were worked out from other reports than those received by now. */
function ChangedBelow() {
  const t = usePhrase()
  const { record: { changedBelow } } = useOpenReport()
  if (changedBelow.length === 0) return null
  return <Alert color="yellow" icon={<IconInfoCircle aria-hidden />} mb="md" title={t('reports.changed_below')}>{changedBelow.map(({ name }) => name).join('; ')}</Alert>
}

function Standing() {
  const t = usePhrase()
  const { record, isInside } = useOpenReport()
  const { returned, state, actions, revisionShown, lock } = record
  if (state === 'returned' && returned !== null) {
    return (
      <Alert color="yellow" icon={<IconArrowBackUp aria-hidden />} mb="md" title={t('reports.returned_by', { name: returned.byName ?? t('reports.somebody'), at: formatDateTime(returned.at) })}>
        {returned.because}
      </Alert>
    )
  }
  const mayRecall = (state === 'submitted' || state === 'approved') && actions.includes('recall')
  const isReadOnly = isInside && lock === null && !actions.includes('save')
  const sentence = revisionShown !== null ? t('reports.reading_revision', { number: revisionShown }) : isReadOnly ? t(mayRecall ? `reports.read_only.${state}_recall` : `reports.read_only.${state}`) : null
  return sentence === null ? null : <Alert color="gray" icon={<IconInfoCircle aria-hidden />} mb="md">{sentence}</Alert>
}
