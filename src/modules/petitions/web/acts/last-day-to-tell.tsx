import { formatDate, type PlainDate } from '#kernel/plain-date.ts'
import { usePhrase } from '#platform/web/phrases.tsx'
import { FieldNote } from '../components/form-part.tsx'
import { useTermPreview } from '../term-preview.ts'

/** The last day on which the parties may be told of a dialogue, counted back from its day. */
export function LastDayToTell({ on, notifiedOn }: { readonly on: PlainDate; readonly notifiedOn: PlainDate | null }) {
  const t = usePhrase()
  const lastDay = useTermPreview({ procedure: 'complaint', step: 'dialogue-notice', from: on })
  if (lastDay === undefined) return null
  const isLate = notifiedOn !== null && notifiedOn > lastDay
  return <FieldNote tone={isLate ? 'late' : undefined}>{t(isLate ? 'petitions.dialogue_notify_late' : 'petitions.dialogue_notify_by', { date: formatDate(lastDay) })}</FieldNote>
}
