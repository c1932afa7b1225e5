import { sql, type RawBuilder } from 'kysely'
import type { AccountId, UnitId } from '#kernel/ids.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { Db } from '#platform/server/database/connection.ts'
import type { CASE_TABS } from '../contract.ts'
import type { Readable } from '../domain/access.ts'
import { OPEN_STATES, type CaseId, type CaseKind, type CaseState, type Channel } from '../domain/case.ts'
import type { DueState } from '../domain/due-board.ts'
import type { CaseSearch } from '../domain/search-words.ts'
import { dueState } from './still-open-store.ts'

export type CaseTab = (typeof CASE_TABS)[number]
/** Totals stop here: "hơn 10.000". */
export const MOST_COUNTED = 10_001

export interface CaseFilter {
  readonly readable: Readable
  readonly tab: CaseTab
  readonly me: AccountId
  readonly today: PlainDate
  readonly soon: PlainDate
  readonly search: CaseSearch
  /** Indexes of the identity number searched for. */
  readonly identities: readonly Buffer[]
  readonly kind?: CaseKind | undefined
  readonly state?: CaseState | undefined
  readonly topic?: string | undefined
  readonly places?: readonly UnitId[] | undefined
  readonly channel?: Channel | undefined
  readonly assigneeId?: AccountId | undefined
  readonly from?: PlainDate | undefined
  readonly to?: PlainDate | undefined
  readonly isGroup?: boolean | undefined
  readonly due?: DueState | undefined
}

/** A case as lists show it. */
export interface ListedCase {
  readonly id: CaseId
  readonly code: string
  readonly number: number
  readonly year: number
  readonly kind: CaseKind
  readonly state: CaseState
  readonly title: string
  readonly topicCode: string | null
  readonly topicName: string | null
  readonly placeUnitId: UnitId | null
  readonly placeNote: string | null
  readonly unitId: UnitId
  readonly receivedOn: PlainDate
  readonly dueStep: string | null
  readonly dueOn: PlainDate | null
  readonly peopleCount: number
  readonly isGroup: boolean
  readonly channel: Channel
  readonly senderName: string | null
  readonly assigneeId: AccountId | null
  readonly endedOn: PlainDate | null
}

const OPEN = sql`c.state in (${sql.join(OPEN_STATES.map((state) => sql.lit(state)))})`
const BY_DUE_DAY = sql`due_on, id`
const NEWEST_FIRST = sql`received_on desc, id desc`
const ORDERS: Readonly<Record<CaseTab, RawBuilder<unknown>>> = {
  mine: BY_DUE_DAY, 'to-sort': BY_DUE_DAY, open: BY_DUE_DAY, 'due-soon': BY_DUE_DAY, overdue: BY_DUE_DAY, 'to-sign': NEWEST_FIRST, all: NEWEST_FIRST,
}

/** Counted in one reading of what is open. */
const OPEN_TABS = ['mine', 'to-sort', 'open', 'due-soon', 'overdue'] as const satisfies readonly CaseTab[]

/** Lists, searches and counts: only ever of what the asker may read. */
export function caseListStore(db: Db) {
  return {
    async page(filter: CaseFilter, { limit, offset }: { readonly limit: number; readonly offset: number }): Promise<ListedCase[]> {
      const order = ORDERS[filter.tab]
      const { rows } = await sql<{ id: CaseId }>`
        select c.id from ${eachUnit(filter.readable)} cross join lateral (
          select c.id, c.received_on, c.due_on from petitions.case c where ${isOfUnit} and ${matching(filter)} order by ${order} limit ${offset + limit}) c
        order by ${order} limit ${limit} offset ${offset}`.execute(db)
      return this.listByIds(rows.map(({ id }) => id))
    },
    async total(filter: CaseFilter): Promise<number> {
      const { rows } = await sql<{ total: number }>`select ${mostOf(sql`n`)} as total from ${eachUnit(filter.readable)} cross join lateral ${countOf(matching(filter))} t(n)`.execute(db)
      return rows[0]?.total ?? 0
    },
    /** How many each tab holds. */
    async counts(filter: Pick<CaseFilter, 'readable' | 'me' | 'today' | 'soon'>): Promise<Record<CaseTab, number>> {
      const { rows } = await sql<Record<CaseTab, number>>`
        select ${sql.join(OPEN_TABS.map((tab) => sql`${mostOf(sql`o.${sql.id(tab)}`)} as ${sql.id(tab)}`))}, ${mostOf(sql`a.n`)} as "all",
          (select count(*) from petitions.decision d join petitions.case c on c.id = d.case_id where d.signed_on is null and d.returned_because is null and ${isReadable(filter.readable)}) as "to-sign"
        from ${eachUnit(filter.readable)}
          cross join lateral (select ${sql.join(OPEN_TABS.map((tab) => sql`count(*) filter (where ${isOnTab({ ...filter, tab })}) as ${sql.id(tab)}`))} from petitions.case c where ${isOfUnit} and ${OPEN}) o
          cross join lateral ${countOf(sql`true`)} a(n)`.execute(db)
      return rows[0] ?? { mine: 0, 'to-sort': 0, open: 0, 'due-soon': 0, overdue: 0, 'to-sign': 0, all: 0 }
    },
    /** How many open cases of the unit each has been given. */
    async countOpenByAssignee(unitId: UnitId, accounts: readonly AccountId[], withDenunciations: boolean): Promise<ReadonlyMap<AccountId, number>> {
      const { rows } = await sql<{ id: AccountId; count: number }>`
        select c.assignee_id as id, count(*) as count from petitions.case c where c.assignee_id = any(${[...accounts]}::uuid[]) and ${OPEN} and c.unit_id = ${unitId}
        ${withDenunciations ? sql`` : sql`and c.kind <> 'denunciation'`} group by c.assignee_id`.execute(db)
      return new Map(rows.map(({ id, count }) => [id, count]))
    },
    /** In the order of the ids. */
    async listByIds(ids: readonly CaseId[]): Promise<ListedCase[]> {
      if (ids.length === 0) return []
      return (await sql<ListedCase>`
        select c.id, c.code, c.number, c.year, c.kind, c.state, c.title, c.topic_code as "topicCode", t.name as "topicName", c.place_unit_id as "placeUnitId", c.place_note as "placeNote", c.unit_id as "unitId",
          c.received_on as "receivedOn", c.due_step as "dueStep", c.due_on as "dueOn", c.people_count as "peopleCount", c.is_group as "isGroup", c.channel, c.assignee_id as "assigneeId", c.ended_on as "endedOn",
          (select p.name from petitions.party p where p.case_id = c.id order by p.position limit 1) as "senderName"
        from unnest(${[...ids]}::uuid[]) with ordinality asked(id, place) join petitions.case c on c.id = asked.id left join petitions.topic t on t.code = c.topic_code
        order by asked.place`.execute(db)).rows
    },
  }
}

/**
 * Unit by unit, so that each one's index is read in the order of the list and no further than the page: a unit and the former ones whose
 * business it carries would otherwise be sorted whole.
 */
function eachUnit({ units, denunciationUnits }: Readable): RawBuilder<unknown> {
  const ids = [...units]
  return sql`unnest(${ids}::uuid[], ${ids.map((id) => denunciationUnits.has(id))}::boolean[]) u(id, with_denunciations)`
}

const isOfUnit = sql`c.unit_id = u.id and (u.with_denunciations or c.kind <> 'denunciation')`

function countOf(condition: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(select count(*) from (select from petitions.case c where ${isOfUnit} and ${condition} limit ${sql.lit(MOST_COUNTED)}) t)`
}

function mostOf(count: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`least(coalesce(sum(${count}), 0), ${sql.lit(MOST_COUNTED)})::int`
}

function matching(filter: CaseFilter): RawBuilder<unknown> {
  const { kind, state, topic, places, channel, assigneeId, from, to, isGroup, due, today } = filter
  return sql.join([
    isOnTab(filter), isFound(filter),
    ...(kind === undefined ? [] : [sql`c.kind = ${kind}`]), ...(state === undefined ? [] : [sql`c.state = ${state}`]), ...(topic === undefined ? [] : [sql`c.topic_code = ${topic}`]),
    ...(places === undefined ? [] : [sql`c.place_unit_id = any(${[...places]}::uuid[])`]), ...(channel === undefined ? [] : [sql`c.channel = ${channel}`]),
    ...(assigneeId === undefined ? [] : [sql`c.assignee_id = ${assigneeId}`]), ...(from === undefined ? [] : [sql`c.received_on >= ${from}::date`]), ...(to === undefined ? [] : [sql`c.received_on <= ${to}::date`]),
    ...(isGroup === undefined ? [] : [sql`c.is_group = ${isGroup}`]), ...(due === undefined ? [] : [sql`${OPEN} and ${dueState(today)} = ${due}`]),
  ], sql` and `)
}

/** Without an order of units. */
export function isReadable({ units, denunciationUnits }: Readable): RawBuilder<unknown> {
  const ofUnits = isOfUnits(units)
  if (denunciationUnits.size === units.size) return ofUnits
  if (denunciationUnits.size === 0) return sql`${ofUnits} and c.kind <> 'denunciation'`
  return sql`${ofUnits} and (c.kind <> 'denunciation' or ${isOfUnits(denunciationUnits)})`
}

function isOfUnits(units: ReadonlySet<UnitId>): RawBuilder<unknown> {
  const [only, another] = units
  return only !== undefined && another === undefined ? sql`c.unit_id = ${only}` : sql`c.unit_id = any(${[...units]}::uuid[])`
}

function isOnTab({ tab, me, today, soon }: Pick<CaseFilter, 'tab' | 'me' | 'today' | 'soon'>): RawBuilder<unknown> {
  switch (tab) {
    case 'mine': return sql`${OPEN} and c.assignee_id = ${me}`
    case 'to-sort': return sql`c.state = 'received'`
    case 'open': return OPEN
    case 'due-soon': return sql`${OPEN} and c.due_on between ${today}::date and ${soon}::date`
    case 'overdue': return sql`${OPEN} and c.due_on < ${today}::date`
    case 'to-sign': return sql`c.id in (select d.case_id from petitions.decision d where d.signed_on is null and d.returned_because is null)`
    case 'all': return sql`true`
  }
}

function isFound({ search, identities }: Pick<CaseFilter, 'search' | 'identities'>): RawBuilder<unknown> {
  switch (search.by) {
    case 'nothing': return sql`true`
    case 'code': return sql`c.code = ${search.code}`
    case 'number': return search.year !== null ? sql`c.number = ${search.number} and c.year = ${search.year}` : hasNumberOrWords(search.number, search.words)
    case 'identity': return sql`c.id in (select p.case_id from petitions.party p where p.id_index = any(${[...identities]}::bytea[]))`
    case 'words': return sql`c.id in (${withWords(search.words)})`
  }
}

/** Two questions of two indexes: asked as one, every case of the unit would be read. */
function hasNumberOrWords(number: number, words: string): RawBuilder<unknown> {
  return sql`c.id in (select c.id from petitions.case c where c.unit_id = u.id and c.number = ${number} union all ${withWords(words)})`
}

/** Each unit's words are its own in the index: as fast for one unit as if there were no other. */
function withWords(words: string): RawBuilder<unknown> {
  return sql`select w.case_id from petitions.case_words w where w.words @@ petitions.unit_query(u.id, to_tsquery('platform.vi', ${words}))`
}
