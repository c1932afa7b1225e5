import { sql } from 'kysely'
import type { Id } from '#kernel/ids.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { Db } from '#platform/server/database/connection.ts'
import type { Amounts } from '../contract.ts'
import type { CaseId } from '../domain/case.ts'
import type { AmountColumns, PetitionTables } from './tables.ts'

export interface SettlementRow { readonly what: string; readonly byBody: string | null; readonly dueOn: PlainDate | null; readonly ordered: Amounts }
export interface EnforcementRow { readonly id: Id<'petition-enforcement'>; readonly on: PlainDate; readonly note: string; readonly byName: string; readonly amounts: Amounts }
export interface RatingRow { readonly caseId: CaseId; readonly offeredOn: PlainDate; readonly score: number | null; readonly comment: string | null; readonly ratedAt: string | null; readonly wantsReopening: boolean }

/** What a decision ordered, what was done of it, and what the citizen said of it all. */
export function outcomeStore(database: Db) {
  const db = database.$extendTables<PetitionTables>()
  const ratings = db.selectFrom('petitions.rating').select(['case_id as caseId', 'offered_on as offeredOn', 'score', 'comment', 'rated_at as ratedAt', 'wants_reopening as wantsReopening'])
  return {
    async findSettlement(caseId: CaseId): Promise<SettlementRow | undefined> {
      const row = await db.selectFrom('petitions.settlement').selectAll().where('case_id', '=', caseId).executeTakeFirst()
      return row && { what: row.what, byBody: row.by_body, dueOn: row.due_on, ordered: amountsOf(row) }
    },
    async putSettlement(caseId: CaseId, { what, byBody, dueOn, ordered }: SettlementRow): Promise<void> {
      const row = { what, by_body: byBody, due_on: dueOn, ...columnsOf(ordered) }
      await db.insertInto('petitions.settlement').values({ case_id: caseId, ...row }).onConflict((conflict) => conflict.column('case_id').doUpdateSet(row)).execute()
    },
    async listEnforcement(caseId: CaseId): Promise<EnforcementRow[]> {
      const found = await db.selectFrom('petitions.enforcement').selectAll().where('case_id', '=', caseId).orderBy('on_date').orderBy('id').execute()
      return found.map((row) => ({ id: row.id, on: row.on_date, note: row.note, byName: row.by_name, amounts: amountsOf(row) }))
    },
    async addEnforcement(caseId: CaseId, { id, on, note, byName, amounts }: EnforcementRow): Promise<void> {
      await db.insertInto('petitions.enforcement').values({ id, case_id: caseId, on_date: on, note, by_name: byName, ...columnsOf(amounts) }).execute()
    },
    findRating: (caseId: CaseId): Promise<RatingRow | undefined> => ratings.where('case_id', '=', caseId).executeTakeFirst(),
    findRatingByToken: (tokenHash: Buffer): Promise<RatingRow | undefined> => ratings.where('token_hash', '=', tokenHash).executeTakeFirst(),
    /** A new link; the former one, if any, is void. */
    async offerRating(caseId: CaseId, tokenHash: Buffer, offeredOn: PlainDate): Promise<void> {
      await db.insertInto('petitions.rating').values({ case_id: caseId, token_hash: tokenHash, offered_on: offeredOn, score: null, comment: null, rated_at: null })
        .onConflict((conflict) => conflict.column('case_id').doUpdateSet({ token_hash: tokenHash, offered_on: offeredOn })).execute()
    },
    /** Once: false where it was rated before. */
    async rate(caseId: CaseId, { score, comment, wantsReopening, at }: { readonly score: number; readonly comment: string | null; readonly wantsReopening: boolean; readonly at: string }): Promise<boolean> {
      const { numUpdatedRows } = await db.updateTable('petitions.rating').set({ score, comment, rated_at: at, wants_reopening: wantsReopening })
        .where('case_id', '=', caseId).where('rated_at', 'is', null).executeTakeFirst()
      return numUpdatedRows > 0n
    },
    async wantReopening(caseId: CaseId): Promise<void> {
      await db.updateTable('petitions.rating').set({ wants_reopening: true }).where('case_id', '=', caseId).execute()
    },
    /** The figures stay: what was written in words goes. */
    async forget(caseId: CaseId): Promise<void> {
      await db.updateTable('petitions.settlement').set({ what: '' }).where('case_id', '=', caseId).execute()
      await db.updateTable('petitions.enforcement').set({ note: '' }).where('case_id', '=', caseId).execute()
      await db.updateTable('petitions.rating').set({ comment: null }).where('case_id', '=', caseId).execute()
      await sql`update petitions.decision set fields = fields - ${sql.lit('{because,guidance,summary,answer,what,team,note,settlement}')}::text[] where case_id = ${caseId}`.execute(db)
    },
  }
}

function amountsOf(row: AmountColumns): Amounts {
  return {
    stateMoney: row.state_money, stateLand: row.state_land, bodiesMoney: row.bodies_money, bodiesLand: row.bodies_land, peopleMoney: row.people_money, peopleLand: row.people_land, bodies: row.bodies,
    people: row.people, disciplined: row.disciplined, disciplinedOfficials: row.disciplined_officials, prosecutedCases: row.prosecuted_cases, prosecuted: row.prosecuted, prosecutedOfficials: row.prosecuted_officials,
  }
}

function columnsOf(amounts: Amounts): AmountColumns {
  return {
    state_money: amounts.stateMoney, state_land: amounts.stateLand, bodies_money: amounts.bodiesMoney, bodies_land: amounts.bodiesLand, people_money: amounts.peopleMoney, people_land: amounts.peopleLand, bodies: amounts.bodies,
    people: amounts.people, disciplined: amounts.disciplined, disciplined_officials: amounts.disciplinedOfficials, prosecuted_cases: amounts.prosecutedCases, prosecuted: amounts.prosecuted, prosecuted_officials: amounts.prosecutedOfficials,
  }
}
