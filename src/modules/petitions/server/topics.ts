import type { Work } from '#platform/server/work.ts'
import { requireWholeProvince } from '#modules/people/server/index.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Topic } from '../contract.ts'
import type { SaveRetention, SaveTopic } from '../contract-cases.ts'
import type { RetentionClass } from '../domain/retention.ts'
import { topicStore, type RetentionRow } from './topic-store.ts'

export async function listTopics(work: Work): Promise<Topic[]> {
  return (await topicStore(work.db).list()).map(({ code, name, nameEn, field, shownToCitizens, position, validFrom, validUntil }) => ({ code, name, nameEn, field, shownToCitizens, position, validFrom, validUntil }))
}

/** Topics are everybody's: who looks after them does so for the whole province. */
export async function saveTopic(work: Work, code: string, topic: SaveTopic): Promise<void> {
  await requireWholeProvince(work, 'petitions.manage')
  if (topic.validUntil !== null && topic.validUntil <= topic.validFrom) throw new Refusal('invalid', 'petitions.topic_ends_before', { field: 'validUntil' })
  await topicStore(work.db).put({ code, ...topic })
}

/** How long what is left of each class of cases keeps the citizen's data. */
export function listRetention(work: Work): Promise<RetentionRow[]> {
  return topicStore(work.db).listRetention()
}

export async function saveRetention(work: Work, kept: RetentionClass, retention: SaveRetention): Promise<void> {
  await requireWholeProvince(work, 'petitions.manage')
  await topicStore(work.db).changeRetention({ class: kept, ...retention })
}
