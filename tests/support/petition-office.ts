import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { seedBase } from '#database/seed/seed-base.ts'
import { seedUnitId } from '#database/seed/read-units.ts'
import { petitionRoutes } from '#modules/petitions/server/index.ts'
import type { CaseRecord, Registered } from '#modules/petitions/contract.ts'
import { openOffice, type Office, type Staff } from './office.ts'
import { createTestDatabase, type TestDatabase } from './test-database.ts'

export const HOME_AFFAIRS = seedUnitId('ld-so-noi-vu')
export const JUSTICE = seedUnitId('ld-so-tu-phap')
/** Xuân Hương - Đà Lạt of today. */
export const WARD = seedUnitId('ld-2025-24781')

/** Everybody who has to do with petitions, in two departments. */
export const PETITION_STAFF = {
  receiver: { unitId: HOME_AFFAIRS, role: 'reception-officer' }, sorter: { unitId: HOME_AFFAIRS, role: 'petition-officer' }, resolver: { unitId: HOME_AFFAIRS, role: 'resolver' },
  head: { unitId: HOME_AFFAIRS, role: 'unit-head' }, denouncer: { unitId: HOME_AFFAIRS, role: 'denunciation-officer' }, otherSorter: { unitId: JUSTICE, role: 'petition-officer' },
  otherHead: { unitId: JUSTICE, role: 'unit-head' }, statistician: { unitId: HOME_AFFAIRS, role: 'focal-officer' }, manager: { unitId: HOME_AFFAIRS, role: 'coordinator', over: seedUnitId('lam-dong') },
} as const satisfies Staff
export type PetitionPerson = keyof typeof PETITION_STAFF

export interface PetitionOffice extends Office<PetitionPerson> {
  readonly database: TestDatabase
  /** A letter into the register, by who sorts (a denunciation by who handles them); what is not said is ordinary. */
  register(more?: object, by?: PetitionPerson): Promise<Registered>
  read(id: string, by?: PetitionPerson): Promise<CaseRecord>
}

export async function openPetitionOffice(today: string): Promise<PetitionOffice> {
  const database = await createTestDatabase(today)
  await seedBase(database.owner.db)
  const office = await openOffice(database, PETITION_STAFF, petitionRoutes)
  return {
    ...office, database,
    async register(more = {}, by = 'sorter') {
      const answer = await office.as(by).post('/petitions', { ...aLetter(today), ...more })
      expect(answer.statusCode, answer.body).toBe(201)
      return answer.json<Registered>()
    },
    async read(id, by = 'head') {
      const answer = await office.as(by).get(`/petitions/${id}`)
      expect(answer.statusCode, answer.body).toBe(200)
      return answer.json<CaseRecord>()
    },
    async close() {
      await office.close()
      await database.close()
    },
  }
}

/** A complaint by post, of one person, received today. */
export function aLetter(receivedOn: string): Record<string, unknown> {
  return {
    unitId: HOME_AFFAIRS, channel: 'post', receivedOn, kind: 'complaint', title: 'Khiếu nại quyết định thu hồi đất', content: 'Tôi không đồng ý với quyết định thu hồi đất của gia đình tôi.',
    parties: [{ name: 'Người khiếu nại thứ nhất', address: 'Tổ 5, phường Xuân Hương - Đà Lạt' }], once: randomUUID(),
  }
}
