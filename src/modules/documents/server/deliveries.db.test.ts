import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor, Permission } from '#kernel/actor.ts'
import type { AccountId, DocumentId, UnitId } from '#kernel/ids.ts'
import { plainDate } from '#kernel/plain-date.ts'
import { seedBase } from '#database/seed/seed-base.ts'
import { seedUnitId } from '#database/seed/read-units.ts'
import { addAccount } from '#tests/support/signed-in.ts'
import { createTestDatabase, type TestDatabase } from '#tests/support/test-database.ts'
import { acknowledge, changeBriefing, getBriefingFile, readInbox, recordBriefing, removeBriefing } from './deliveries.ts'
import { readDocument } from './document-record.ts'
import { deliverDocument, deliveriesOf, deliveryFigures, registerDocument, waitingDeliveries } from './index.ts'
import { remindUnits } from './jobs.ts'

let database: TestDatabase
const province = seedUnitId('lam-dong')
const justice = seedUnitId('ld-so-tu-phap')
const homeAffairs = seedUnitId('ld-so-noi-vu')
const officer = someone([justice], ['documents.read', 'documents.acknowledge', 'documents.record-briefing'])
const leader = someone([province, justice, homeAffairs], ['documents.read'])
const briefing = { heldOn: plainDate('2026-11-20'), sessions: 2, peopleReached: 145, audience: 'Cán bộ, công chức', note: '' }

function someone(units: readonly UnitId[], permissions: readonly Permission[]): Actor {
  const grants = permissions.map((permission) => ({ permission, units: new Set(units), role: 'role', onBehalfOf: null }))
  return { id: `of ${units.join()}` as AccountId, name: 'Cán bộ đầu mối', unitId: units[0] ?? null, grants }
}

beforeAll(async () => {
  database = await createTestDatabase()
  await seedBase(database.owner.db)
})
afterAll(() => database.close())

async function sent(to: readonly UnitId[], on = '2026-11-16'): Promise<DocumentId> {
  return database.work(async (work) => {
    const documentId = await registerDocument(work, {
      type: 'ke_hoach', number: null, issuedOn: null, issuer: 'UBND tỉnh', issuerUnitId: province, summary: 'Kế hoạch', signer: null, fileId: null, body: '', isPublic: false, certainty: 'verified',
    })
    for (const on_ of [plainDate(on), plainDate('2026-11-18')]) await deliverDocument(work, { documentId, fromUnitId: province, unitIds: to, on: on_ })
    return documentId
  })
}

async function stateAtJustice(documentId: DocumentId) {
  return database.work(async (work) => (await deliveriesOf(work, documentId)).map(({ state, sentOn }) => [state, sentOn]), someone([justice], ['documents.read']))
}

test('sent twice is sent once, on the first day; each step shows how far it got', async () => {
  const documentId = await sent([justice, homeAffairs])
  const steps = [await stateAtJustice(documentId)]
  expect(await database.work(waitingDeliveries, officer)).toHaveLength(1)
  expect(await stateAtJustice(documentId)).toEqual(steps[0])
  for (const step of [readInbox, (work) => readDocument(work, documentId), (work) => acknowledge(work, documentId, justice), (work) => recordBriefing(work, documentId, justice, briefing, null)] as ((work: Parameters<typeof readInbox>[0]) => Promise<unknown>)[]) {
    await database.work(step, officer)
    steps.push(await stateAtJustice(documentId))
  }
  expect(steps).toEqual(['sent', 'received', 'opened', 'acknowledged', 'briefed'].map((state) => [[state, '2026-11-16']]))
  expect(await database.work((work) => deliveryFigures(work, documentId), leader)).toEqual({ sent: 2, received: 1, opened: 1, acknowledged: 1, briefed: 1, sessions: 2, peopleReached: 145 })
  expect(await database.work((work) => deliveryFigures(work, documentId, { until: plainDate('2026-11-19') }), leader)).toMatchObject({ acknowledged: 0, sessions: 0 })
  expect(await database.work((work) => deliveryFigures(work, documentId, { from: plainDate('2026-11-24') }), leader)).toMatchObject({ sent: 2, acknowledged: 1, briefed: 0, sessions: 0, peopleReached: 0 })
})

test('looking without the right to acknowledge opens nothing', async () => {
  const documentId = await sent([justice])
  await database.work((work) => readDocument(work, documentId), leader)
  expect(await stateAtJustice(documentId)).toEqual([['sent', '2026-11-16']])
})

test('of two who acknowledge at once, one is told that it is done', async () => {
  const documentId = await sent([justice])
  const both = await Promise.allSettled([1, 2].map(() => database.work((work) => acknowledge(work, documentId, justice), officer)))
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'documents.already_acknowledged' } })
})

test('a briefing is recorded, changed with its material kept, and removed', async () => {
  const documentId = await sent([justice])
  const as = <Result>(run: Parameters<typeof database.work<Result>>[0]) => database.work(run, officer)
  await expect(as((work) => recordBriefing(work, documentId, justice, briefing, null))).rejects.toMatchObject({ code: 'documents.acknowledge_first' })
  await as((work) => acknowledge(work, documentId, justice))
  await expect(as((work) => recordBriefing(work, documentId, justice, { ...briefing, heldOn: plainDate('2026-11-24') }, null))).rejects.toMatchObject({ code: 'documents.briefing_in_the_future' })
  await expect(as((work) => recordBriefing(work, documentId, justice, { ...briefing, heldOn: plainDate('2026-11-15') }, null))).rejects.toMatchObject({ code: 'documents.briefing_before_sending' })
  await as((work) => recordBriefing(work, documentId, justice, briefing, { bytes: new TextEncoder().encode('Danh sách'), name: 'danh-sach.txt', text: null }))
  const [{ id } = { id: '' }] = (await as((work) => readDocument(work, documentId))).mine[0]?.reports ?? []
  const briefingId = id as Parameters<typeof removeBriefing>[3]
  await as((work) => changeBriefing(work, documentId, justice, briefingId, { ...briefing, sessions: 3 }, null))
  expect((await as((work) => readDocument(work, documentId))).mine[0]).toMatchObject({ sessions: 3, reports: [{ sessions: 3, fileName: 'danh-sach.txt' }] })
  expect(await database.work((work) => getBriefingFile(work, documentId, justice, briefingId), leader)).toMatchObject({ name: 'danh-sach.txt' })
  await expect(database.work((work) => getBriefingFile(work, documentId, justice, briefingId), someone([homeAffairs], ['documents.read']))).rejects.toMatchObject({ kind: 'not_found' })
  await as((work) => removeBriefing(work, documentId, justice, briefingId))
  expect(await stateAtJustice(documentId)).toEqual([['acknowledged', '2026-11-16']])
})

test('who has not acknowledged is reminded, once however often the job runs', async () => {
  await addAccount(database, { login: 'dau-moi-nhac', unitId: justice, role: 'focal-officer' })
  const documentId = await sent([justice])
  await database.work(remindUnits)
  await database.work(remindUnits)
  const { rows } = await database.owner.pool.query<{ subject: string }>('select subject from people.notice where link = $1', [`/van-ban/${documentId}`])
  expect(rows.map(({ subject }) => subject)).toEqual(['documents.remind_focal'])
})
