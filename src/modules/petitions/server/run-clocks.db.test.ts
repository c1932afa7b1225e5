import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays, plainDate } from '#kernel/plain-date.ts'
import { openPetitionOffice, type PetitionOffice } from '#tests/support/petition-office.ts'
import { actorByLogin } from '#modules/people/server/index.ts'
import type { ClockMove, OpenClock } from '#modules/deadlines/server/index.ts'
import type { CaseId } from '../domain/case.ts'
import { clockEffects, clocksOnSorting, type ClockEffects } from '../domain/clock-effects.ts'
import type { CaseAction } from '../domain/actions.ts'
import { caseStore } from './case-store.ts'
import { petitionClocks } from './petition-clocks.ts'
import { applyClockEffects, type ClockOutcome } from './run-clocks.ts'

const TODAY = plainDate('2026-08-03')
let office: PetitionOffice

beforeAll(async () => {
  office = await openPetitionOffice(TODAY)
})
afterAll(() => office.close())

async function apply(id: string, effects: ClockEffects, on: string): Promise<ClockOutcome> {
  return office.database.work(async (work) => {
    const row = await caseStore(work.db).find(id as CaseId)
    if (row === undefined) throw new Error('no case')
    return applyClockEffects(work, row, effects, plainDate(on))
  })
}
const act = (id: string, action: CaseAction, on: string) => apply(id, clockEffects(action, 'complaint', 1), on)
const terms = async (id: string) => (await office.read(id)).terms.map(({ step, startedOn, due, stoppedOn }) => `${step} ${startedOn} → ${String(due)}${stoppedOn === null ? '' : ` (xong ${stoppedOn})`}`)

describe('the clocks of a complaint', () => {
  test('from the door to the decision: stopped in time, started by the rule of the day, suspended and gone on, complex', async () => {
    const { id } = await office.register({ receivedOn: '2026-07-27' })
    expect(await terms(id)).toEqual(['acceptance 2026-07-27 → 2026-08-05'])
    const accepted = await act(id, 'accept', '2026-08-03')
    expect(accepted).toMatchObject({ stopped: [{ step: 'acceptance', inTime: true }], withoutTerm: [], dueStep: 'complaint.first-resolution', dueOn: '2026-09-03' })
    expect(await act(id, 'suspend', '2026-08-10')).toMatchObject({ dueOn: null, dueStep: null })
    expect(await office.read(id)).toMatchObject({ dueOn: null, terms: [{ stoppedOn: '2026-08-03' }, { due: null, suspensions: [{ from: '2026-08-10', until: null }] }] })
    expect(await act(id, 'resume', '2026-08-20')).toMatchObject({ dueOn: '2026-09-14' })
    expect(await act(id, 'declare-complex', '2026-08-21')).toMatchObject({ dueOn: '2026-09-28' })
    const concluded = await act(id, 'conclude', '2026-09-29')
    expect(concluded).toMatchObject({ stopped: [{ step: 'first-resolution', inTime: false }], dueStep: 'complaint.send-first-decision' })
    expect(await act(id, 'send-decision', '2026-09-30')).toMatchObject({ stopped: [{ inTime: true }], dueOn: null, dueStep: null })
    expect(await terms(id)).toHaveLength(3)
  })

  test('an extension the law does not know is refused, and nothing moves', async () => {
    const { id } = await office.register({ receivedOn: '2026-07-27' })
    await act(id, 'accept', '2026-08-03')
    const before = await terms(id)
    await expect(act(id, 'extend', '2026-08-10')).rejects.toMatchObject({ code: 'deadlines.extension_not_in_law' })
    expect(await terms(id)).toEqual(before)
  })

  test('a term is not begun twice, and laid aside everything stops', async () => {
    const { id } = await office.register({ receivedOn: '2026-07-27' })
    await act(id, 'accept', '2026-08-03')
    await act(id, 'accept', '2026-08-04')
    expect(await terms(id)).toHaveLength(2)
    expect(await act(id, 'withdraw', '2026-08-05')).toMatchObject({ stopped: [{ step: 'first-resolution' }], dueOn: null })
  })

  test('sorted as another kind, the term of the right kind runs from the day of receipt', async () => {
    const { id } = await office.register({ receivedOn: '2026-07-27' })
    expect(await apply(id, clocksOnSorting('complaint', 'feedback'), '2026-07-30')).toMatchObject({ dueStep: 'feedback.reply', dueOn: '2026-08-10' })
    expect(await terms(id)).toEqual(['acceptance 2026-07-27 → 2026-08-05 (xong 2026-07-30)', 'reply 2026-07-27 → 2026-08-10'])
  })
})

test('a step keeps the rule in force when it began: ten days until 30/6/2026, seven working days since', async () => {
  const before = await office.register({ receivedOn: '2026-06-30' })
  const after = await office.register({ receivedOn: '2026-07-01' })
  expect([(await office.read(before.id)).terms[0], (await office.read(after.id)).terms[0]]).toMatchObject([
    { due: '2026-07-10', why: { unit: 'calendar', counted: 10, validUntil: '2026-07-01' } }, { due: '2026-07-10', why: { unit: 'working', counted: 7, validFrom: '2026-07-01', validUntil: null } },
  ])
})

describe('when the law or the calendar changes', () => {
  const open = async (): Promise<OpenClock[]> => office.database.work(async (work) => {
    const clocks: OpenClock[] = []
    for await (const batch of petitionClocks.openClocks(work, true)) clocks.push(...batch)
    return clocks
  })
  const move = (moves: readonly ClockMove[]) => office.database.work((work) => petitionClocks.move(work, moves))

  test('every running term is handed out once, stopped ones never', async () => {
    const { rows } = await office.database.owner.pool.query<{ id: string }>('select id from petitions.clock where stopped_on is null')
    expect((await open()).map(({ id }) => id).toSorted()).toEqual(rows.map(({ id }) => id).toSorted())
  })

  test('what moves moves its case as well, without a new version and without an entry for each in the trail', async () => {
    const { id } = await office.register({ receivedOn: '2026-07-27' })
    const clock = (await office.read(id)).terms[0]
    const before = await office.database.owner.pool.query<{ count: number }>('select count(*) as count from platform.audit_entry')
    await move([{ id: clock?.clockId ?? '', ruleId: 'another', dueOn: addDays(plainDate('2026-08-05'), 2) }])
    expect(await office.read(id)).toMatchObject({ dueOn: '2026-08-07', version: 1 })
    const after = await office.database.owner.pool.query<{ count: number }>('select count(*) as count from platform.audit_entry')
    expect(after.rows).toEqual(before.rows)
  })

  test('they are named to who may read the case; denunciations only to who handles them', async () => {
    const letter = await office.register({ receivedOn: '2026-07-27' })
    const secret = await office.register({ receivedOn: '2026-07-27', kind: 'denunciation' }, 'denouncer')
    const ids = [(await office.read(letter.id)).terms[0]?.clockId ?? '', (await office.read(secret.id)).terms[0]?.clockId ?? '']
    const named = async (by: string) => {
      const actor = await actorByLogin(office.database.context, by)
      return [...(await office.database.work((work) => petitionClocks.describe(work, ids), actor)).values()].map(({ path }) => path)
    }
    expect(await named('head')).toHaveLength(2)
    expect(await named('sorter')).toEqual([`/don-thu/${letter.id}`])
    expect(await named('manager')).toEqual([])
  })
})
