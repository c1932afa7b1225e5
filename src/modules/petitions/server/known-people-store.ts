import { sql } from 'kysely'
import type { UnitId } from '#kernel/ids.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { Db } from '#platform/server/database/connection.ts'
import type { CaseId, CaseKind } from '../domain/case.ts'
import type { IdentityKind } from '../domain/party.ts'
import type { SealedParty } from './party-store.ts'
import type { PartyId } from './tables.ts'

/** A party of a case of the unit, with what tells one person from another. */
export interface KnownParty {
  readonly partyId: PartyId
  readonly caseId: CaseId
  readonly unitId: UnitId
  readonly kind: CaseKind
  readonly name: string
  readonly plainName: string
  readonly isOrganisation: boolean
  readonly address: string | null
  readonly phone: string | null
  readonly email: string | null
  readonly identityKind: IdentityKind | null
  readonly identitySealed: Buffer | null
  readonly identityIndex: Buffer | null
  readonly receivedOn: PlainDate
}

/** Where people are looked for: a unit with its former ones, and whether its denunciations as well. */
export interface Within { readonly units: readonly UnitId[]; readonly withDenunciations: boolean }

const COLUMNS = sql`p.id as "partyId", p.case_id as "caseId", p.unit_id as "unitId", c.kind, p.name, p.plain_name as "plainName", p.is_organisation as "isOrganisation", p.address, p.phone, p.email,
  p.id_kind as "identityKind", p.id_sealed as "identitySealed", p.id_index as "identityIndex", c.received_on as "receivedOn"`
/** So many letters of people who match are read at most. */
const MOST_READ = 300

export function knownPeopleStore(db: Db) {
  return {
    /** By a part of the name, accents or not; by telephone; by identity number. The newest letters first. */
    async find({ units, withDenunciations }: Within, { name, phone, indexes }: { readonly name: string | null; readonly phone: string | null; readonly indexes: readonly Buffer[] }): Promise<KnownParty[]> {
      const wanted = [
        ...(name === null ? [] : [sql`p.id in (select n.id from petitions.party n where n.unit_id = any(${[...units]}::uuid[]) and n.plain_name like (select '%' || platform.plain(${name.replaceAll(/[%_\\]/g, '\\$&')}) || '%'))`]), ...(phone === null ? [] : [sql`p.phone = ${phone}`]),
        ...(indexes.length === 0 ? [] : [sql`p.id_index = any(${[...indexes]}::bytea[])`]),
      ]
      if (wanted.length === 0) return []
      return (await sql<KnownParty>`
        select ${COLUMNS} from petitions.party p join petitions.case c on c.id = p.case_id
        where p.unit_id = any(${[...units]}::uuid[]) and (${sql.join(wanted, sql` or `)}) and c.purged_on is null ${withDenunciations ? sql`` : sql`and c.kind <> 'denunciation'`}
        order by c.received_on desc, p.id limit ${MOST_READ}`.execute(db)).rows
    },
    async findOne(id: PartyId): Promise<KnownParty | undefined> {
      return (await sql<KnownParty>`select ${COLUMNS} from petitions.party p join petitions.case c on c.id = p.case_id where p.id = ${id} and c.purged_on is null`.execute(db)).rows[0]
    },
    /** The sealed number of a party of these units. */
    async findSealed(id: PartyId, units: readonly UnitId[]): Promise<{ readonly kind: CaseKind; readonly identity: NonNullable<SealedParty['identity']> } | undefined> {
      const known = await this.findOne(id)
      if (known === undefined || !units.includes(known.unitId) || known.identityKind === null || known.identitySealed === null || known.identityIndex === null) return undefined
      return { kind: known.kind, identity: { kind: known.identityKind, sealed: known.identitySealed, index: known.identityIndex } }
    },
  }
}
