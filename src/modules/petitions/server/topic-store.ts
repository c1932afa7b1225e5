import type { Certainty } from '#kernel/certainty.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { Db } from '#platform/server/database/connection.ts'
import type { RetentionClass } from '../domain/retention.ts'
import type { TopicField } from '../domain/topic.ts'
import type { PetitionTables } from './tables.ts'

export interface TopicRow {
  readonly code: string
  readonly name: string
  readonly nameEn: string
  readonly field: TopicField
  readonly shownToCitizens: boolean
  readonly position: number
  readonly validFrom: PlainDate
  readonly validUntil: PlainDate | null
}
export interface RetentionRow { readonly class: RetentionClass; readonly name: string; readonly years: number; readonly source: string; readonly certainty: Certainty }

/** What matters are about, and how long what kind of record is kept. */
export function topicStore(database: Db) {
  const db = database.$extendTables<PetitionTables>()
  const topics = db.selectFrom('petitions.topic')
    .select(['code', 'name', 'name_en as nameEn', 'field', 'shown_to_citizens as shownToCitizens', 'position', 'valid_from as validFrom', 'valid_until as validUntil'])
  return {
    list: (): Promise<TopicRow[]> => topics.orderBy('position').orderBy('code').execute(),
    find: (code: string): Promise<TopicRow | undefined> => topics.where('code', '=', code).executeTakeFirst(),
    async put({ code, name, nameEn, field, shownToCitizens, position, validFrom, validUntil }: TopicRow): Promise<void> {
      const row = { name, name_en: nameEn, field, shown_to_citizens: shownToCitizens, position, valid_from: validFrom, valid_until: validUntil }
      await db.insertInto('petitions.topic').values({ code, ...row }).onConflict((conflict) => conflict.column('code').doUpdateSet(row)).execute()
    },
    /** Those that are not there yet. */
    async addNew(rows: readonly TopicRow[]): Promise<void> {
      await db.insertInto('petitions.topic').values(rows.map(({ code, name, nameEn, field, shownToCitizens, position, validFrom, validUntil }) => (
        { code, name, name_en: nameEn, field, shown_to_citizens: shownToCitizens, position, valid_from: validFrom, valid_until: validUntil }
      ))).onConflict((conflict) => conflict.column('code').doNothing()).execute()
    },
    listRetention: (): Promise<RetentionRow[]> => db.selectFrom('petitions.retention').select(['class', 'name', 'years', 'source', 'certainty']).orderBy('class').execute(),
    /** What was worked out by the former years is worked out anew the next night. */
    async changeRetention({ class: kept, ...row }: RetentionRow): Promise<void> {
      await db.updateTable('petitions.retention').set(row).where('class', '=', kept).execute()
      await db.updateTable('petitions.case').set({ purge_on: null }).where('retention_class', '=', kept).where('purge_on', 'is not', null).where('purged_on', 'is', null).execute()
    },
    async addNewRetention(rows: readonly RetentionRow[]): Promise<void> {
      await db.insertInto('petitions.retention').values([...rows]).onConflict((conflict) => conflict.column('class').doNothing()).execute()
    },
  }
}
