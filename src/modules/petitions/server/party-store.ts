import { sql, type InferResult } from 'kysely'
import type { UnitId } from '#kernel/ids.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { Db } from '#platform/server/database/connection.ts'
import type { CaseId } from '../domain/case.ts'
import type { IdentityKind, PartyRole } from '../domain/party.ts'
import type { PartyId, PetitionTables } from './tables.ts'

const COLUMNS = [
  'id', 'case_id as caseId', 'role', 'position', 'name', 'is_organisation as isOrganisation', 'address', 'phone', 'email', 'wants_messages as wantsMessages', 'id_kind as identityKind',
  'id_sealed as identitySealed', 'withdrawn_on as withdrawnOn',
] as const

function partiesIn(database: Db) {
  return database.$extendTables<PetitionTables>().selectFrom('petitions.party').select(COLUMNS)
}

export type PartyRow = InferResult<ReturnType<typeof partiesIn>>[number]

/** As it is kept: the identity number sealed, with its index beside it. */
export interface SealedParty {
  readonly role: PartyRole
  readonly name: string
  readonly isOrganisation: boolean
  readonly address: string | null
  readonly phone: string | null
  readonly email: string | null
  readonly wantsMessages: boolean
  /** Undefined leaves what is there. */
  readonly identity: { readonly kind: IdentityKind; readonly sealed: Buffer; readonly index: Buffer } | null | undefined
}

export function partyStore(database: Db) {
  const db = database.$extendTables<PetitionTables>()
  const rows = partiesIn(database)
  return {
    list: (caseId: CaseId): Promise<PartyRow[]> => rows.where('case_id', '=', caseId).orderBy('position').execute(),
    /** As they are kept, to stand in another case as well. */
    async listSealed(caseId: CaseId): Promise<SealedParty[]> {
      const found = await rows.select('id_index as identityIndex').where('case_id', '=', caseId).orderBy('position').execute()
      return found.map(({ identityKind, identitySealed, identityIndex, role, name, isOrganisation, address, phone, email, wantsMessages }) => ({
        role, name, isOrganisation, address, phone, email, wantsMessages,
        identity: identityKind === null || identitySealed === null || identityIndex === null ? null : { kind: identityKind, sealed: identitySealed, index: identityIndex },
      }))
    },
    find: (caseId: CaseId, id: PartyId): Promise<PartyRow | undefined> => rows.where('case_id', '=', caseId).where('id', '=', id).executeTakeFirst(),
    async add(of: { readonly caseId: CaseId; readonly unitId: UnitId }, parties: readonly (SealedParty & { readonly id: PartyId; readonly position: number })[]): Promise<void> {
      if (parties.length === 0) return
      await db.insertInto('petitions.party').values(parties.map(({ id, position, ...party }) => ({
        id, position, case_id: of.caseId, unit_id: of.unitId, ...rowOf(party), ...(party.identity ? {} : NO_IDENTITY), ...identityOf(party),
      }))).execute()
    },
    async change(caseId: CaseId, id: PartyId, party: SealedParty): Promise<void> {
      await db.updateTable('petitions.party').set({ ...rowOf(party), ...identityOf(party) }).where('case_id', '=', caseId).where('id', '=', id).execute()
    },
    /** They withdrew; they stay on file. */
    async withdraw(caseId: CaseId, ids: readonly PartyId[], on: PlainDate): Promise<void> {
      await db.updateTable('petitions.party').set({ withdrawn_on: on }).where('case_id', '=', caseId).where('id', 'in', [...ids]).execute()
    },
    async remove(caseId: CaseId, id: PartyId): Promise<void> {
      await db.deleteFrom('petitions.party').where('case_id', '=', caseId).where('id', '=', id).execute()
    },
    /** The names by which the case is searched. */
    async namesOf(caseId: CaseId): Promise<string> {
      const found = await db.selectFrom('petitions.party').select('name').where('case_id', '=', caseId).orderBy('position').execute()
      return found.map(({ name }) => name).join(' ')
    },
    /** Nobody can be known by what is left: how many there were and in what role. */
    async forget(caseId: CaseId, name: string): Promise<void> {
      await db.updateTable('petitions.party').set({ name, address: null, phone: null, email: null, wants_messages: false, ...NO_IDENTITY }).where('case_id', '=', caseId).execute()
    },
    /** The place of the next one. */
    async nextPosition(caseId: CaseId): Promise<number> {
      const { next } = await db.selectFrom('petitions.party').where('case_id', '=', caseId).select(sql<number>`coalesce(max(position) + 1, 0)`.as('next')).executeTakeFirstOrThrow()
      return next
    },
  }
}

const NO_IDENTITY = { id_kind: null, id_sealed: null, id_index: null } as const

function rowOf({ role, name, isOrganisation, address, phone, email, wantsMessages }: Omit<SealedParty, 'identity'>) {
  return { role, name, is_organisation: isOrganisation, address, phone, email, wants_messages: wantsMessages }
}

function identityOf({ identity }: Pick<SealedParty, 'identity'>) {
  if (identity === undefined) return {}
  return identity === null ? NO_IDENTITY : { id_kind: identity.kind, id_sealed: identity.sealed, id_index: identity.index }
}
