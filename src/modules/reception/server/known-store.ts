import { sql } from 'kysely'
import type { UnitId } from '#kernel/ids.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { Db } from '#platform/server/database/connection.ts'
import type { IdentityKind, VisitId, VisitorId } from '../domain/visit.ts'
import { amongUnits } from './schedule-store.ts'

export interface KnownVisitor {
  readonly id: VisitorId
  readonly visitId: VisitId
  readonly unitId: UnitId
  readonly hasDenunciation: boolean
  readonly on: PlainDate
  readonly name: string
  readonly plainName: string
  readonly address: string | null
  readonly phone: string | null
  readonly identityKind: IdentityKind | null
  readonly identitySealed: Buffer | null
  readonly identityIndex: Buffer | null
}

export interface LinkedMatter { readonly visitId: VisitId; readonly caseId: string; readonly caseName: string; readonly content: string }

/** Where people are looked for: a unit with its former ones, and of which visits about denunciations count as well. */
export interface Within { readonly units: readonly UnitId[]; readonly denunciationUnits: readonly UnitId[] }

const COLUMNS = sql`p.id, p.visit_id as "visitId", p.unit_id as "unitId", v.has_denunciation as "hasDenunciation", v.on_date as "on", p.name, p.plain_name as "plainName", p.address, p.phone,
  p.id_kind as "identityKind", p.id_sealed as "identitySealed", p.id_index as "identityIndex"`
/** So many visits of people who match are read at most. */
const MOST_READ = 300

/** Who came before. */
export function knownStore(db: Db) {
  return {
    /** By a part of the name, accents or not; by telephone; by identity number. The last visit first. */
    async find({ units, denunciationUnits }: Within, { name, phone, indexes }: { readonly name: string | null; readonly phone: string | null; readonly indexes: readonly Buffer[] }): Promise<KnownVisitor[]> {
      const wanted = [
        ...(name === null ? [] : [sql`p.plain_name like '%' || platform.plain(${likeText(name)}) || '%'`]), ...(phone === null ? [] : [sql`p.phone = ${phone}`]),
        ...(indexes.length === 0 ? [] : [sql`p.id_index = any(${[...indexes]}::bytea[])`]),
      ]
      if (wanted.length === 0) return []
      return (await sql<KnownVisitor>`
        select ${COLUMNS} from reception.visitor p join reception.visit v on v.id = p.visit_id
        where p.unit_id = ${amongUnits(units)} and v.purged_on is null and (${sql.join(wanted, sql` or `)}) and (not v.has_denunciation or v.unit_id = ${amongUnits(denunciationUnits)})
        order by v.on_date desc, p.id limit ${MOST_READ}`.execute(db)).rows
    },
    async findOne(id: VisitorId): Promise<KnownVisitor | undefined> {
      return (await sql<KnownVisitor>`select ${COLUMNS} from reception.visitor p join reception.visit v on v.id = p.visit_id where p.id = ${id} and v.purged_on is null`.execute(db)).rows[0]
    },
    /** The cases their earlier visits went on with. */
    async listCases(visits: readonly VisitId[]): Promise<LinkedMatter[]> {
      const { rows } = await sql<LinkedMatter>`
        select visit_id as "visitId", case_id as "caseId", case_name as "caseName", content from reception.matter
        where visit_id = any(${[...visits]}::uuid[]) and case_id is not null order by visit_id, position`.execute(db)
      return rows
    },
    /** The visits that a case goes back to. */
    async listVisitsOf(caseId: string): Promise<{ unitId: UnitId; hasDenunciation: boolean; caseName: string }[]> {
      const { rows } = await sql<{ unitId: UnitId; hasDenunciation: boolean; caseName: string }>`
        select v.unit_id as "unitId", v.has_denunciation as "hasDenunciation", m.case_name as "caseName" from reception.matter m join reception.visit v on v.id = m.visit_id
        where m.case_id = ${caseId}::uuid order by v.on_date`.execute(db)
      return rows
    },
  }
}

function likeText(text: string): string {
  return text.toWellFormed().replaceAll('\u0000', '').replaceAll(/[%_\\]/g, '\\$&')
}
