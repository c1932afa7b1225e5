import { findPlainDate, formatDate } from '#kernel/plain-date.ts'
import type { Translate } from '#platform/web/phrases.tsx'
import type { TimelineEntry } from '#platform/web/timeline.tsx'
import type { CaseRecord } from '../../contract.ts'
import { actWords } from './act-words.ts'

/** What happened to a case, the newest first. */
export function caseTimeline({ events, kind }: CaseRecord, t: Translate): TimelineEntry[] {
  return events.map((event) => ({
    id: String(event.id), at: event.on, title: t.find(`petitions.event.${event.kind}`) ?? actWords(event.kind, kind, t),
    by: event.shownToCitizen ? `${event.byName} · ${t('petitions.shown_to_citizen')}` : event.byName, detail: detailWords(event.detail, kind, t),
    tone: event.kind === 'conclude' ? 'done' as const : 'neutral' as const,
  })).toReversed()
}

/** Values that are words of ours, by the name of the detail. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  channel: ['petitions.channel'], kind: ['petitions.kind'], outcome: ['petitions.outcome'], ground: ['petitions.refusal_ground', 'petitions.filing_ground'], what: ['petitions.event_what'],
}

/** The words of a detail whose name has a phrase; whatever else an event carries is not for reading. */
function detailWords(detail: Readonly<Record<string, unknown>>, kind: CaseRecord['kind'], t: Translate): string | undefined {
  const words = Object.entries(detail).flatMap(([name, value]) => {
    if ((typeof value !== 'string' && typeof value !== 'number') || value === '') return []
    return t.find(`petitions.event_detail.${name}`, { value: name === 'action' ? actWords(String(value), kind, t) : valueWords(name, value, t) }) ?? []
  })
  return words.length === 0 ? undefined : words.join(' · ')
}

function valueWords(name: string, value: string | number, t: Translate): string | number {
  if (typeof value === 'number') return value
  const day = findPlainDate(value)
  if (day !== undefined) return formatDate(day)
  return WORDS[name]?.map((prefix) => t.find(`${prefix}.${value}`)).find((words) => words !== undefined) ?? value
}
