import { findPlainDate, formatDate } from '#kernel/plain-date.ts'
import type { Translate } from '#platform/web/phrases.tsx'
import type { TimelineEntry } from '#platform/web/timeline.tsx'
import type { CaseRecord } from '../../contract.ts'
import { actWords } from './act-words.ts'

/** What happened to a case, the newest first. */
export function caseTimeline({ events, kind }: CaseRecord, t: Translate): TimelineEntry[] {
  return events.map((event) => ({
    id: String(event.id), at: event.on, title: t.find(`petitions.event.${event.kind}`) ?? actWords(event.kind, kind, t),
    by: event.shownToCitizen ? `${event.byName} · ${t('petitions.shown_to_citizen')}` : event.byName, detail: detailWords(event.detail, t),
    tone: event.kind === 'conclude' || event.kind === 'enforced' ? 'done' as const : 'neutral' as const,
  })).toReversed()
}

/** The words of a detail whose name has a phrase; whatever else an event carries is not for reading. */
function detailWords(detail: Readonly<Record<string, unknown>>, t: Translate): string | undefined {
  const words = Object.entries(detail).flatMap(([name, value]) => {
    if (typeof value !== 'string' && typeof value !== 'number') return []
    const day = typeof value === 'string' ? findPlainDate(value) : undefined
    return t.find(`petitions.event_detail.${name}`, { value: day === undefined ? value : formatDate(day) }) ?? []
  })
  return words.length === 0 ? undefined : words.join(' · ')
}
