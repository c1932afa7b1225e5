import { createElement, type ReactNode } from 'react'
import { formatDate } from '#kernel/plain-date.ts'
import type { Fact } from '#platform/web/facts.tsx'
import { PageLink } from '#platform/web/page-link.tsx'
import type { Translate } from '#platform/web/phrases.tsx'
import type { CaseRecord } from '../../contract.ts'

/** What is known of a case, the lines that say nothing left out, but for those whose gap should be seen. */
export function caseFacts(record: CaseRecord, t: Translate): Fact[] {
  const { number, year, code, kind, channel, receivedOn, unitName, topicName, place, placeNote, peopleCount, prior, priorBody, assignee } = record
  return [
    { label: t('petitions.register_number'), value: t('petitions.register_number_of', { number, year }) },
    { label: t('petitions.code'), value: code },
    { label: t('petitions.kind'), value: t(`petitions.kind.${kind}`) },
    { label: t('petitions.unit'), value: unitName },
    { label: t('petitions.received_on'), value: `${formatDate(receivedOn)} · ${t(`petitions.channel.${channel}`)}` },
    ...optional(t('petitions.from_body_label'), record.fromBody),
    { label: t('petitions.topic'), value: topicName ?? undefined },
    ...optional(t('petitions.against_label'), record.against),
    ...optional(t('petitions.decision_label'), record.decisionAgainst),
    ...optional(t('petitions.known_on_label'), record.decisionKnownOn === null ? null : formatDate(record.decisionKnownOn)),
    { label: t('petitions.place'), value: placeWords(place, placeNote, t) ?? undefined },
    ...optional(t('petitions.people_count'), peopleCount > 1 ? t('petitions.people', { count: peopleCount }) : null),
    ...optional(t('petitions.prior'), prior === 'none' ? null : [t(`petitions.prior.${prior}`), priorBody].filter(Boolean).join(': ')),
    { label: t('petitions.sorted_label'), value: sortedWords(record, t) },
    { label: t('petitions.assignee'), value: assignee?.name },
    ...optional(t('petitions.accepted_on_label'), record.acceptedOn === null ? null : formatDate(record.acceptedOn)),
    ...optional(t('petitions.to_body_label'), record.toBody),
    ...optional(t('petitions.outcome'), record.outcome === null ? null : t(`petitions.outcome.${record.outcome}`)),
    ...optional(t('petitions.ended_label'), endedWords(record, t)),
    ...optional(t('petitions.hold_label'), record.holdBecause),
    ...optional(t('petitions.purge_label'), record.purgedOn !== null ? t('petitions.purged_on', { date: formatDate(record.purgedOn) }) : record.purgeOn === null ? null : t('petitions.purge_on', { date: formatDate(record.purgeOn) })),
  ]
}

function optional(label: string, value: ReactNode): Fact[] {
  return value === null || value === undefined || value === '' ? [] : [{ label, value }]
}

function placeWords(place: CaseRecord['place'], note: string | null, t: Translate): ReactNode {
  if (place === null) return note
  const name = place.nowName === null ? place.name : t('petitions.place_now', { name: place.name, now: place.nowName })
  const link = createElement(PageLink, { to: `/to-chuc/${place.unitId}`, children: name })
  return note === null ? link : createElement('span', null, link, ` · ${note}`)
}

function sortedWords({ sortedOn, eligible, competent }: CaseRecord, t: Translate): string {
  if (sortedOn === null) return t('petitions.not_sorted')
  return t('petitions.sorted_on', { date: formatDate(sortedOn), eligible: t(eligible === false ? 'petitions.eligible_no' : 'petitions.eligible_yes'), competent: t(competent === false ? 'petitions.competent_no' : 'petitions.competent_yes') })
}

function endedWords({ endedOn, endedHow, inTime }: CaseRecord, t: Translate): string | null {
  if (endedOn === null || endedHow === null) return null
  const how = [t(`petitions.ending.${endedHow}`), inTime === null ? '' : t(inTime ? 'petitions.in_time' : 'petitions.not_in_time')].filter(Boolean).join(', ')
  return t('petitions.ended_on', { date: formatDate(endedOn), how })
}
