import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#platform/server/database/connection.ts'
import type { Readable } from '../domain/access.ts'
import type { CaseId, Channel, MatterId } from '../domain/case.ts'
import { isReadable } from './case-list-store.ts'

/** What two letters are known to be alike by. */
export interface Signs {
  readonly except: CaseId | null
  readonly bands: readonly number[]
  readonly people: readonly { readonly name: string; readonly address: string | null; readonly phone: string | null; readonly indexes: readonly Buffer[] }[]
}
export interface Candidate { readonly id: CaseId; readonly matterId: MatterId; readonly channel: Channel; readonly title: string; readonly content: string; readonly isSamePerson: boolean }

const MOST_BY_TEXT = 30
const MOST_BY_PERSON = 20

export function similarStore(db: Db) {
  return {
    /** Cases whose text may be nearly the same, or that the same person sent; only of what the asker may read. */
    async candidates(readable: Readable, { except, bands, people }: Signs): Promise<Candidate[]> {
      const parties = (condition: RawBuilder<unknown>) => sql`select p.case_id from petitions.party p where p.unit_id = any(${[...readable.units]}::uuid[]) and ${condition}`
      const wanted = people.flatMap(({ name, address, phone, indexes }) => [
        ...(indexes.length === 0 ? [] : [parties(sql`p.id_index = any(${[...indexes]}::bytea[])`)]), ...(phone === null ? [] : [parties(sql`p.phone = ${phone}`)]),
        ...(name === '' || address === null || address === '' ? [] : [parties(sql`p.plain_name = platform.plain(${name}) and platform.plain(p.address) = platform.plain(${address})`)]),
      ])
      const ofPerson = wanted.length === 0 ? sql`select null::uuid as id where false` : sql`
        select c.id from petitions.case c where c.id in (${sql.join(wanted, sql` union `)}) and ${isReadable(readable)} order by c.received_on desc limit ${MOST_BY_PERSON}`
      const ofText = bands.length === 0 ? sql`select null::uuid as id where false` : sql`
        select c.id from petitions.case c where ${isReadable(readable)} and c.bands && ${[...bands]}::integer[]
        order by (select count(*) from unnest(c.bands) band where band = any(${[...bands]}::integer[])) desc, c.received_on desc limit ${MOST_BY_TEXT}`
      const { rows } = await sql<Candidate>`
        with person as materialized (${ofPerson}), near as materialized (${ofText})
        select c.id, c.matter_id as "matterId", c.channel, c.title, c.content, c.id in (select id from person) as "isSamePerson"
        from petitions.case c where c.id in (select id from person union select id from near) and c.id is distinct from ${except}::uuid and c.purged_on is null
        order by c.received_on desc, c.id desc`.execute(db)
      return rows
    },
  }
}
