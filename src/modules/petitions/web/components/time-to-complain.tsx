import { formatDate, type PlainDate } from '#kernel/plain-date.ts'
import { usePhrase } from '#platform/web/phrases.tsx'
import { useTermPreview } from '../term-preview.ts'
import { FieldNote } from './form-part.tsx'

interface TimeToComplainProps { readonly knownOn: PlainDate | null; readonly receivedOn: PlainDate | null }

/** Until when it could be complained of, counted by the law from the day it was known. */
export function TimeToComplain({ knownOn, receivedOn }: TimeToComplainProps) {
  const t = usePhrase()
  const last = useTermPreview({ procedure: 'complaint', step: 'file', from: knownOn })
  if (knownOn === null || last === undefined) return null
  const isOver = receivedOn !== null && receivedOn > last
  return <FieldNote tone={isOver ? 'soon' : undefined}>{t(isOver ? 'petitions.time_to_complain_over' : 'petitions.time_to_complain', { date: formatDate(last) })}</FieldNote>
}
