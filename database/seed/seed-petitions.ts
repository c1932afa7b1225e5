import { readFileSync } from 'node:fs'
import type { Db } from '#platform/server/database/connection.ts'
import { settingStore } from '#platform/server/setting-store.ts'
import { RETENTION_CLASSES } from '#modules/petitions/domain/retention.ts'
import { TOPIC_FIELDS } from '#modules/petitions/domain/topic.ts'
import { topicStore, type RetentionRow, type TopicRow } from '#modules/petitions/server/topic-store.ts'
import { seedRows } from './seed-file.ts'

/** What matters are about, as shipped; an office adds its own. */
export function topicsOfSeed(): readonly TopicRow[] {
  return seedRows('topics.csv', fileText('topics.csv')).map((row) => ({
    code: row.text('code'), name: row.text('name'), nameEn: row.text('name_en'), field: row.oneOf('field', TOPIC_FIELDS), shownToCitizens: row.oneOf('shown_to_citizens', ['yes', 'no']) === 'yes',
    position: row.number('position'), validFrom: row.date('valid_from'), validUntil: null,
  }))
}

export function retentionOfSeed(): readonly RetentionRow[] {
  return seedRows('retention.csv', fileText('retention.csv')).map((row) => ({
    class: row.oneOf('class', RETENTION_CLASSES), name: row.text('name'), years: row.number('years'), source: row.text('source'), certainty: row.certainty(),
  }))
}

const SETTING = 'petition-topics'

/** Whether this installation was filled before there were petitions. */
export async function lacksTopics(db: Db): Promise<boolean> {
  return (await settingStore(db).find(SETTING)) !== true
}

/** Topics and how long cases are kept. What is there already under the same code is the office's own and stays as it is. */
export async function seedPetitions(db: Db): Promise<void> {
  await topicStore(db).addNew(topicsOfSeed())
  await topicStore(db).addNewRetention(retentionOfSeed())
  await settingStore(db).put(SETTING, true)
}

function fileText(name: string): string {
  return readFileSync(new URL(name, import.meta.url), 'utf8')
}
