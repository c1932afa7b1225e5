import { formatDate, type PlainDate } from '#kernel/plain-date.ts'
import { dueWords, type Due } from './due.ts'
import { usePhrase } from './phrases.tsx'
import { useSession } from './session.ts'
import { StateBadge } from './state-badge.tsx'

interface DueDateProps extends Due {
  /** The day to reckon from, where it is not the day of the session. */
  readonly today?: PlainDate
}

/** A due date: the day, and what it means now. */
export function DueDate({ today, ...due }: DueDateProps) {
  const t = usePhrase()
  const session = useSession()
  const { tone, words } = dueWords(due, today ?? session.today, t)
  return (
    <span className="gd-due">
      {due.dueOn === null ? null : <time dateTime={due.dueOn}>{formatDate(due.dueOn)}</time>} <StateBadge tone={tone}>{words}</StateBadge>
    </span>
  )
}
