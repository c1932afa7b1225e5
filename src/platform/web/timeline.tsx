import type { ReactNode } from 'react'
import { formatDateTime } from './format.ts'
import { usePhrase } from './phrases.tsx'
import type { StateTone } from './state-badge.tsx'
import { formatDate, findPlainDate } from '#kernel/plain-date.ts'

export interface TimelineEntry {
  readonly id: string
  /** A day or an instant. */
  readonly at: string
  /** What happened: "Trình phê duyệt". */
  readonly title: ReactNode
  /** Who did it, and for whom. */
  readonly by?: ReactNode
  readonly detail?: ReactNode
  readonly tone?: StateTone
}

/** What happened to a record, the latest first. */
export function Timeline({ entries }: { readonly entries: readonly TimelineEntry[] }) {
  const t = usePhrase()
  if (entries.length === 0) return <p className="gd-muted">{t('web.timeline_empty')}</p>
  return (
    <ol className="gd-timeline">
      {entries.map((entry) => (
        <li key={entry.id} data-tone={entry.tone}>
          <time dateTime={entry.at}>{whenOf(entry.at)}</time>
          <div className="gd-timeline-title">{entry.title}</div>
          {entry.by === undefined ? null : <div className="gd-muted">{entry.by}</div>}
          {entry.detail === undefined ? null : <div>{entry.detail}</div>}
        </li>
      ))}
    </ol>
  )
}

function whenOf(at: string): string {
  const day = findPlainDate(at)
  return day === undefined ? formatDateTime(at) : formatDate(day)
}
