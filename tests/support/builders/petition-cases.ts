import { randomUUID } from 'node:crypto'
import type { Insertable } from 'kysely'
import type { UnitId } from '#kernel/ids.ts'
import { plainDate, yearOf } from '#kernel/plain-date.ts'
import type { CaseId } from '#modules/petitions/domain/case.ts'
import type { TopicField } from '#modules/petitions/domain/topic.ts'
import type { PetitionTables } from '#modules/petitions/server/tables.ts'
import type { TestDatabase } from '../test-database.ts'

export type CaseRow = Insertable<PetitionTables['petitions.case']>

let given = 0

/** A row of `petitions.case` as it came in: a complaint by post, not yet sorted. What a test is about is said in `more`. */
export function caseRow(unitId: UnitId, more: Partial<CaseRow> = {}): CaseRow {
  given += 1
  const id = more.id ?? randomUUID() as CaseId
  const receivedOn = more.received_on ?? plainDate('2026-03-02')
  return {
    code: `TEST-${String(given)}`, matter_id: id, unit_id: unitId, year: yearOf(receivedOn), number: given, channel: 'post', received_on: receivedOn, kind: 'complaint', title: 'Đơn về việc bồi thường',
    ...more, id,
  }
}

/** Puts rows in the table as they are, whatever led there. */
export async function addCases(database: TestDatabase, rows: readonly CaseRow[]): Promise<void> {
  const db = database.owner.db.$extendTables<PetitionTables>()
  await db.transaction().execute(async (transaction) => {
    for (let at = 0; at < rows.length; at += 500) await transaction.insertInto('petitions.case').values(rows.slice(at, at + 500)).execute()
  })
}

/** A topic of a field of the inspectorate's forms; its code is the field's name unless said otherwise. */
export async function addTopic(database: TestDatabase, field: TopicField, more: Partial<Insertable<PetitionTables['petitions.topic']>> = {}): Promise<void> {
  await database.owner.db.$extendTables<PetitionTables>().insertInto('petitions.topic').values({
    code: `${field}-x`, name: `Lĩnh vực ${field}`, name_en: field, field, shown_to_citizens: true, position: 1, valid_from: plainDate('2020-01-01'), valid_until: null, ...more,
  }).execute()
}

/** An act that was signed: "văn bản đôn đốc" where none is named. */
export function signedDecision(caseId: CaseId, signedOn: string, by: Pick<Insertable<PetitionTables['petitions.decision']>, 'prepared_by'>): Insertable<PetitionTables['petitions.decision']> {
  return {
    id: randomUUID() as Insertable<PetitionTables['petitions.decision']>['id'], case_id: caseId, action: 'urge', fields: '{}', prepared_by: by.prepared_by, prepared_name: 'Cán bộ xử lý đơn',
    number: '1', signed_on: plainDate(signedOn), signed_by: by.prepared_by, signer_name: 'Thủ trưởng', signer_post: null, signed_for: null,
  }
}
