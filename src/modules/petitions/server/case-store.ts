import { sql, type InferResult, type Insertable, type Updateable } from 'kysely'
import type { UnitId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Db } from '#platform/server/database/connection.ts'
import type { CaseId, CaseKind, CaseLink, CaseState, MatterId } from '../domain/case.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { PetitionTables } from './tables.ts'

const COLUMNS = [
  'id', 'code', 'matter_id as matterId', 'unit_id as unitId', 'year', 'number', 'channel', 'received_on as receivedOn', 'received_at as receivedAt', 'language', 'kind',
  'sorted_on as sortedOn', 'eligible', 'competent', 'topic_code as topicCode', 'title', 'content', 'against', 'decision_against as decisionAgainst',
  'decision_known_on as decisionKnownOn', 'place_unit_id as placeUnitId', 'place_note as placeNote', 'is_remote as isRemote', 'is_complex as isComplex',
  'people_count as peopleCount', 'is_group as isGroup', 'skips_level as skipsLevel', 'is_anonymous as isAnonymous', 'instance', 'origin_id as originId',
  'origin_link as originLink', 'from_body as fromBody', 'prior', 'prior_body as priorBody', 'assignee_id as assigneeId', 'triaged_on as triagedOn', 'triaged_as as triagedAs',
  'to_unit_id as toUnitId', 'to_body as toBody', 'accepted_on as acceptedOn', 'suspended_since as suspendedSince', 'ended_on as endedOn', 'ended_how as endedHow', 'outcome',
  'withdrawn_after_explanation as withdrawnAfterExplanation', 'answer', 'answer_shown as answerShown', 'in_time as inTime', 'needs_enforcement as needsEnforcement',
  'enforced_on as enforcedOn', 'due_step as dueStep', 'due_on as dueOn', 'retention_class as retentionClass', 'hold_because as holdBecause', 'purge_on as purgeOn',
  'purged_on as purgedOn', 'version', 'state',
] as const

function casesIn(database: Db) {
  return database.$extendTables<PetitionTables>().selectFrom('petitions.case').select(COLUMNS)
}

export type CaseRow = InferResult<ReturnType<typeof casesIn>>[number]
type Columns = Updateable<PetitionTables['petitions.case']>
/** What an act changes of a case. What it is made of never changes: its id, code, unit, number, matter but for a case found to be on another. */
export type CasePatch = Omit<Columns, 'id' | 'code' | 'unit_id' | 'year' | 'number' | 'version' | 'received_at' | 'origin_id' | 'origin_link'>

type Row = Insertable<PetitionTables['petitions.case']>
type Needed = 'id' | 'code' | 'unit_id' | 'year' | 'number' | 'matter_id' | 'channel' | 'received_on' | 'kind' | 'title'
/** A case to be added: what it needs, and whatever else is known of it already. */
export type NewCase = Pick<Row, Needed> & Partial<Omit<Row, Needed>>

/** A case that follows another, or that it follows. */
export interface CaseBeside {
  readonly id: CaseId
  readonly unitId: UnitId
  readonly kind: CaseKind
  readonly state: CaseState
  readonly receivedOn: PlainDate
  readonly title: string
  readonly link: CaseLink
  readonly way: 'from' | 'to'
}

/** One case at a time; lists and searches are `case-list-store.ts`. */
export function caseStore(database: Db) {
  const db = database.$extendTables<PetitionTables>()
  const rows = casesIn(database)
  return {
    find: (id: CaseId): Promise<CaseRow | undefined> => rows.where('id', '=', id).executeTakeFirst(),
    /** Nobody else changes it before this transaction ends. */
    findLocked: (id: CaseId): Promise<CaseRow | undefined> => rows.where('id', '=', id).forUpdate().executeTakeFirst(),
    findByCode: (code: string): Promise<CaseRow | undefined> => rows.where('code', '=', code).executeTakeFirst(),
    async add(values: NewCase): Promise<void> {
      await db.insertInto('petitions.case').values({ ...EMPTY, ...values }).execute()
    },
    /** Writes the changes and returns the version the case has now. Refused with `petitions.changed_meanwhile` when somebody else was faster. */
    async change(id: CaseId, version: number, patch: CasePatch): Promise<number> {
      const row = await db.updateTable('petitions.case').set({ ...patch, version: sql<number>`version + 1` }).where('id', '=', id).where('version', '=', version)
        .returning('version').executeTakeFirst()
      if (row === undefined) throw new Refusal('conflict', 'petitions.changed_meanwhile')
      return row.version
    },
    /** What the clocks say; no change that anybody could be overtaken by. */
    async setDue(id: CaseId, { dueOn, dueStep }: { readonly dueOn: PlainDate | null; readonly dueStep: string | null }): Promise<void> {
      await db.updateTable('petitions.case').set({ due_on: dueOn, due_step: dueStep }).where('id', '=', id).execute()
    },
    /** The next number of the unit's register of the year: no gaps, nobody gets the same one. */
    async nextNumber(unitId: UnitId, year: number): Promise<number> {
      const { last } = await db.insertInto('petitions.register_number').values({ unit_id: unitId, year, last: 1 })
        .onConflict((conflict) => conflict.columns(['unit_id', 'year']).doUpdateSet({ last: sql<number>`register_number.last + 1` })).returning('last').executeTakeFirstOrThrow()
      return last
    },
    /** The case this was made before: undefined where `once` is new, and now taken for `caseId`. */
    async takeOnce(once: string, caseId: CaseId, byId: string): Promise<{ caseId: CaseId; byId: string } | undefined> {
      const taken = await db.insertInto('petitions.registration').values({ once, case_id: caseId, by_id: byId }).onConflict((conflict) => conflict.column('once').doNothing()).returning('once').executeTakeFirst()
      if (taken !== undefined) return undefined
      return db.selectFrom('petitions.registration').select(['case_id as caseId', 'by_id as byId']).where('once', '=', once).executeTakeFirst()
    },
    /** What stands beside it: the case it came from, and what came from it. */
    async listBeside({ id, originId, originLink }: Pick<CaseRow, 'id' | 'originId' | 'originLink'>): Promise<CaseBeside[]> {
      const found = await db.selectFrom('petitions.case').where((where) => where.or([where('origin_id', '=', id), ...(originId === null ? [] : [where('id', '=', originId)])]))
        .select(['id', 'unit_id as unitId', 'kind', 'state', 'received_on as receivedOn', 'title', 'origin_link as link', 'origin_id as from']).orderBy('received_on').orderBy('id').execute()
      return found.flatMap(({ from, link, ...beside }) => {
        const way = from === id ? 'to' as const : 'from' as const
        const how = way === 'to' ? link : originLink
        return how === null ? [] : [{ ...beside, link: how, way }]
      })
    },
    listOfMatter: (matterId: MatterId): Promise<CaseRow[]> => rows.where('matter_id', '=', matterId).orderBy('received_on').orderBy('id').execute(),
    listByIds: (ids: readonly CaseId[]): Promise<CaseRow[]> => rows.where('id', '=', sql<CaseId>`any(${[...ids]}::uuid[])`).execute(),
    /** All cases of one vụ việc go to another, when two are found to be the same. */
    async joinMatters(matterId: MatterId, into: MatterId): Promise<void> {
      await db.updateTable('petitions.case').set({ matter_id: into }).where('matter_id', '=', matterId).execute()
    },
  }
}

const EMPTY = {
  sorted_on: null, eligible: null, competent: null, topic_code: null, against: null, decision_against: null, decision_known_on: null, place_unit_id: null, place_note: null,
  origin_id: null, origin_link: null, from_body: null, prior_body: null, assignee_id: null, triaged_on: null, triaged_as: null, to_unit_id: null, to_body: null, accepted_on: null,
  suspended_since: null, ended_on: null, ended_how: null, outcome: null, answer: null, in_time: null, enforced_on: null, due_step: null, due_on: null, retention_class: null,
  hold_because: null, purge_on: null, purged_on: null,
} as const
