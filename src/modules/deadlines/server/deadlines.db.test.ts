import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seedBase } from '#database/seed/seed-base.ts'
import { seedDeadlines } from '#database/seed/seed-deadlines.ts'
import { seedId } from '#database/seed/seed-file.ts'
import { seedUnitId } from '#database/seed/read-units.ts'
import { addDays, plainDate, type PlainDate } from '#kernel/plain-date.ts'
import { openOffice, type Office } from '#tests/support/office.ts'
import { createTestDatabase, type TestDatabase } from '#tests/support/test-database.ts'
import type { Computed, DutyList, MovesPreview, RuleList, StepHistory } from '../contract.ts'
import type { ClockMove, OpenClock } from '../domain/clock.ts'
import type { ClockSource } from './clock-source.ts'
import { deadlineJobs, deadlineRoutes, loadRules, receptionDutiesOn } from './index.ts'

const province = seedUnitId('lam-dong')
const STAFF = {
  administrator: { unitId: seedUnitId('ld-so-noi-vu'), over: province, role: 'administrator' }, coordinator: { unitId: seedUnitId('ld-so-noi-vu'), over: province, role: 'coordinator' },
  local: { unitId: seedUnitId('ld-so-tu-phap'), role: 'administrator' }, officer: { unitId: seedUnitId('ld-so-tu-phap'), role: 'focal-officer' },
} as const

/** Terms as a module would keep them; the actor may not know of those whose id begins with "secret". */
class FakeClocks implements ClockSource {
  clocks: OpenClock[] = []
  lockedReads = 0

  async *openClocks(_work: unknown, lock: boolean) {
    if (lock) this.lockedReads += 1
    for (let from = 0; from < this.clocks.length; from += 2) yield this.clocks.slice(from, from + 2)
  }
  async move(_work: unknown, moves: readonly ClockMove[]) {
    for (const move of moves) this.clocks = this.clocks.map((clock) => (clock.id === move.id ? { ...clock, ...move } : clock))
  }
  async describe(_work: unknown, ids: readonly string[]) {
    return new Map(ids.filter((id) => !id.startsWith('secret')).map((id) => [id, { label: `Đơn ${id}`, path: `/don-thu/${id}` }]))
  }
}

let database: TestDatabase
let office: Office<keyof typeof STAFF>
const clocks = new FakeClocks()

beforeAll(async () => {
  database = await createTestDatabase('2026-11-24')
  await seedBase(database.owner.db)
  office = await openOffice(database, STAFF, (http) => deadlineRoutes(http, [clocks]))
})
afterAll(async () => {
  await office.close()
  await database.close()
})

function clock(id: string, step: string, startedOn: string, dueOn: string | null, over: Partial<OpenClock> = {}): OpenClock {
  const [procedure = '', name = ''] = step.split('/')
  return { id, procedure, step: name, startedOn: plainDate(startedOn), isRemote: false, isComplex: false, extensions: 0, suspensions: [], ruleId: null, dueOn: dueOn === null ? null : plainDate(dueOn), ...over }
}
const dueOf = (id: string) => clocks.clocks.find((each) => each.id === id)?.dueOn
const DAY = { date: '2026-12-07', kind: 'off', name: 'Ngày nghỉ thêm', source: 'Quyết định của Thủ tướng', certainty: 'verified' }
const RULE = { procedure: 'feedback', step: 'reply', name: 'Trả lời kiến nghị, phản ánh', startEvent: 'ngày tiếp nhận', direction: 'forward', counted: 'working', days: 7, complexDays: 12, article: 'Quyết định của tỉnh, Điều 5', certainty: 'verified', validFrom: '2026-11-20' }

describe('a term asked for', () => {
  test('is answered with its reasons and the rows of its step, to everybody who is signed in', async () => {
    const response = await office.as('officer').get('/deadlines/compute?procedure=complaint&step=acceptance&from=2026-02-04&remote=true')
    expect(response.json<Computed>()).toMatchObject({ due: '2026-02-23', rolledFrom: '2026-02-14', unit: 'calendar', counted: 10, rule: { validUntil: '2026-07-01' } })
    expect(response.json<Computed>().history.map(({ validFrom }) => validFrom)).toEqual(['2012-07-01', '2026-07-01'])
    expect(response.json<Computed>().steps[2]).toBe('Quy định của bước này không có thời hạn dài hơn cho vùng sâu, vùng xa.')
    const suspended = await office.as('officer').get('/deadlines/compute?procedure=denunciation&step=resolution&from=2026-03-02&suspend=2026-03-10..2026-03-12&suspend=2026-03-20..&language=en')
    expect(suspended.json<Computed>()).toMatchObject({ due: null, skipped: [{ date: '2026-03-10' }, { date: '2026-03-11' }] })
    expect(suspended.json<Computed>().steps[0]).toMatch(/^Counted from Monday/)
  })

  test.each([
    ['step=khong-co&procedure=complaint&from=2026-03-02', 422, 'deadlines.no_such_step'], ['step=file&procedure=complaint&from=2001-03-02', 422, 'deadlines.before_any_rule'],
    ['step=file&procedure=complaint&from=2026-03-02&suspend=hôm%20qua', 422, 'deadlines.suspension_form'], ['step=file&procedure=complaint&from=2026-03-02&suspend=2026-02-30..', 422, 'deadlines.no_such_day'],
    ['step=resolution&procedure=denunciation&from=2026-03-02&extensions=3', 422, 'deadlines.extension_not_in_law'],
  ])('%s is refused with %i %s', async (query, status, code) => {
    const response = await office.as('officer').get(`/deadlines/compute?${query}`)
    expect([response.statusCode, response.json<{ code: string }>().code]).toEqual([status, code])
  })
})

describe('the calendar changes', () => {
  const open = () => {
    clocks.clocks = [
      clock('a', 'reception/reply', '2026-11-30', '2026-12-14'), clock('b', 'reception/reply', '2026-11-27', '2026-12-11'), clock('c', 'complaint/acceptance', '2026-11-02', '2026-11-11'),
      clock('secret', 'denunciation/transfer', '2026-12-02', '2026-12-09'), clock('e', 'denunciation/resolution', '2026-11-05', null, { suspensions: [{ from: plainDate('2026-11-10'), until: null }] }),
    ]
  }

  test('what would move is shown first, records the asker may not know of only as a number, and nothing is written', async () => {
    open()
    const preview = (await office.as('administrator').post('/deadlines/calendar/preview', { put: [DAY] })).json<MovesPreview>()
    expect(preview).toMatchObject({ open: 5, moved: 3, impossible: 0 })
    expect(preview.byStep).toEqual([
      { procedure: 'reception', step: 'reply', name: 'Trả lời kết quả tiếp công dân', moved: 2, later: 3, earlier: 0 },
      { procedure: 'denunciation', step: 'transfer', name: 'Chuyển tố cáo không thuộc thẩm quyền', moved: 1, later: 1, earlier: 0 },
    ])
    expect(preview.examples).toEqual([
      { label: 'Đơn b', path: '/don-thu/b', procedure: 'reception', step: 'reply', name: 'Trả lời kết quả tiếp công dân', from: '2026-12-11', to: '2026-12-14' },
      { label: 'Đơn a', path: '/don-thu/a', procedure: 'reception', step: 'reply', name: 'Trả lời kết quả tiếp công dân', from: '2026-12-14', to: '2026-12-15' },
    ])
    expect([dueOf('a'), clocks.lockedReads]).toEqual(['2026-12-14', 0])
    expect((await office.as('officer').get('/deadlines/calendar')).body).not.toContain('Ngày nghỉ thêm')
  })

  test('then it is applied and taken back, and every open term follows', async () => {
    open()
    expect((await office.as('administrator').put('/deadlines/calendar', DAY)).json<{ moved: number }>()).toEqual({ moved: 5 })
    expect(['a', 'b', 'c', 'secret', 'e'].map(dueOf)).toEqual(['2026-12-15', '2026-12-14', '2026-11-11', '2026-12-10', null])
    expect((await office.as('officer').get('/deadlines/compute?procedure=reception&step=reply&from=2026-11-30')).json<Computed>().due).toBe('2026-12-15')
    expect((await office.as('administrator').post('/deadlines/calendar/preview', { remove: [DAY.date] })).json<MovesPreview>().moved).toBe(3)
    expect((await office.as('administrator').delete(`/deadlines/calendar/${DAY.date}`)).json<{ moved: number }>()).toEqual({ moved: 3 })
    expect(dueOf('a')).toBe('2026-12-14')
  })

  test('a year to come is proposed and taken over, marked as not verified', async () => {
    clocks.clocks = [clock('f', 'complaint/first-resolution', '2027-12-28', '2028-01-27')]
    const { days } = (await office.as('officer').get('/deadlines/calendar/projection/2028')).json<{ days: { date: string; certainty: string }[] }>()
    expect(days).toHaveLength(11)
    expect((await office.as('administrator').post('/deadlines/calendar/projection/2028')).json<{ moved: number }>()).toEqual({ moved: 1 })
    expect(dueOf('f')).toBe('2028-01-31')
    expect((await office.as('officer').get('/deadlines/calendar/projection/2028')).json<{ days: unknown[] }>().days).toEqual([])
    expect((await office.as('officer').get('/deadlines/compute?procedure=complaint&step=first-resolution&from=2027-12-28')).json<Computed>().steps.at(-1)).toContain('Lịch nghỉ năm 2028 là dự kiến')
  })

  test('only for the whole province', async () => {
    for (const person of ['local', 'officer', 'coordinator'] as const) {
      expect((await office.as(person).put('/deadlines/calendar', DAY)).statusCode).toBe(403)
      expect((await office.as(person).post('/deadlines/calendar/preview', { put: [DAY] })).statusCode).toBe(403)
      expect((await office.as(person).delete('/deadlines/calendar/2026-01-01')).statusCode).toBe(403)
      expect((await office.as(person).post('/deadlines/calendar/projection/2029')).statusCode).toBe(403)
    }
  })
})

describe('the law changes', () => {
  test('a new row is previewed and applied: terms begun before keep the old one', async () => {
    clocks.clocks = [clock('g', 'feedback/reply', '2026-11-19', '2026-12-03'), clock('h', 'feedback/reply', '2026-11-20', '2026-12-07')]
    const preview = (await office.as('coordinator').post('/deadlines/rules/preview', { words: RULE })).json<MovesPreview>()
    expect(preview).toMatchObject({ open: 2, moved: 2, byStep: [{ step: 'reply', earlier: 5 }] })
    const added = (await office.as('coordinator').post('/deadlines/rules', RULE)).json<{ id: string; moved: number }>()
    expect(added.moved).toBe(2)
    expect([dueOf('g'), dueOf('h')]).toEqual(['2026-12-04', '2026-12-02'])
    const { rules } = (await office.as('officer').get('/deadlines/steps/feedback/reply')).json<StepHistory>()
    expect(rules.map(({ days, validFrom, validUntil, changedBy }) => [days, validFrom, validUntil, changedBy])).toEqual([[10, '2014-07-01', '2026-11-20', 'coordinator'], [7, '2026-11-20', null, 'coordinator']])
    const audit = await database.owner.pool.query<{ action: string; actor_name: string }>(`select action, actor_name from platform.audit_entry where subject = 'deadlines.rule' and actor_name = 'coordinator' order by id`)
    expect(audit.rows.map(({ action }) => action)).toEqual(['update', 'insert'])
    expect(await database.work(async (work) => (await loadRules(work)).ruleOn('feedback', 'reply', plainDate('2026-11-20'))?.days)).toBe(7)
  })

  test('a row nobody verified is corrected and thereby verified; a verified one in force is not rewritten', async () => {
    clocks.clocks = [clock('i', 'feedback/transfer', '2026-11-23', '2026-12-01')]
    const id = seedId('term-rule', 'feedback/transfer/2014-07-01')
    const words = { ...RULE, step: 'transfer', name: 'Chuyển phản ánh', days: 3, complexDays: null, validFrom: '2014-07-01' }
    expect((await office.as('coordinator').post('/deadlines/rules/preview', { corrects: id, words })).json<MovesPreview>().moved).toBe(1)
    expect((await office.as('coordinator').put(`/deadlines/rules/${id}`, words)).json<{ moved: number }>()).toEqual({ moved: 1 })
    expect(dueOf('i')).toBe('2026-11-27')
    const again = await office.as('coordinator').put(`/deadlines/rules/${id}`, { ...words, days: 4 })
    expect([again.statusCode, again.json<{ code: string }>().code]).toEqual([409, 'deadlines.rule_is_verified'])
  })

  test.each<[string, Record<string, unknown>, number, string]>([
    ['another begins that day', { validFrom: '2014-07-01' }, 409, 'deadlines.rule_begins_that_day'], ['a longer term is shorter', { validFrom: '2027-01-01', complexDays: 3 }, 422, 'deadlines.fault.variant-shorter'],
    ['an extension without length', { validFrom: '2027-01-01', extensions: 1 }, 422, 'deadlines.fault.extension-incomplete'],
  ])('refused where %s', async (_says, over, status, code) => {
    for (const [url, body] of [['/deadlines/rules', { ...RULE, ...over }], ['/deadlines/rules/preview', { words: { ...RULE, ...over } }]] as const) {
      const response = await office.as('coordinator').post(url, body)
      expect([response.statusCode, response.json<{ code: string }>().code]).toEqual([status, code])
    }
  })

  test('refused where a term was extended more often than the new row allows; nothing of it stays', async () => {
    clocks.clocks = [clock('j', 'denunciation/resolution', '2026-11-23', '2027-01-22', { extensions: 1 })]
    const words = { ...RULE, procedure: 'denunciation', step: 'resolution', counted: 'calendar', days: 30, complexDays: null, validFrom: '2026-11-23' }
    expect((await office.as('coordinator').post('/deadlines/rules/preview', { words })).json<MovesPreview>().impossible).toBe(1)
    const refused = await office.as('coordinator').post('/deadlines/rules', words)
    expect([refused.statusCode, refused.json<{ code: string }>().code]).toEqual([409, 'deadlines.clocks_impossible'])
    expect((await office.as('officer').get('/deadlines/steps/denunciation/resolution')).json<StepHistory>().rules).toHaveLength(1)
  })

  test('a new step is data, the law as a whole stays sound', async () => {
    expect((await office.as('coordinator').post('/deadlines/rules', { ...RULE, procedure: 'reception', step: 'archive', validFrom: '2027-01-01' })).statusCode).toBe(201)
    const { procedures, rules, faults } = (await office.as('officer').get('/deadlines/rules')).json<RuleList>()
    expect(procedures).toEqual(['complaint', 'denunciation', 'reception', 'feedback', 'supervision'])
    expect(rules.some(({ step }) => step === 'archive')).toBe(true)
    expect(faults).toEqual([])
  })

  test('only for the whole province', async () => {
    for (const person of ['local', 'officer'] as const) {
      expect((await office.as(person).post('/deadlines/rules', { ...RULE, validFrom: '2028-01-01' })).statusCode).toBe(403)
      expect((await office.as(person).post('/deadlines/rules/preview', { words: RULE })).statusCode).toBe(403)
    }
  })
})

test('at night every open term is computed anew, and one that cannot be is left as it is', async () => {
  clocks.clocks = [clock('k', 'denunciation/transfer', '2026-11-23', '2026-12-25'), clock('l', 'denunciation/transfer', '2026-11-23', '2026-12-25', { extensions: 1 })]
  const [job] = deadlineJobs([clocks])
  await database.work(async (work) => job?.run(work))
  expect([dueOf('k'), dueOf('l')]).toEqual(['2026-12-01', '2026-12-25'])
})

test('100,000 open terms are looked through in a few seconds', async () => {
  const start: PlainDate = plainDate('2026-10-01')
  clocks.clocks = []
  const many = Array.from({ length: 100_000 }, (_, at) => clock(String(at), 'reception/reply', addDays(start, at % 50), '2026-12-01'))
  const source: ClockSource = { describe: () => Promise.resolve(new Map()), move: () => Promise.resolve(), async *openClocks() { for (let from = 0; from < many.length; from += 5000) yield many.slice(from, from + 5000) } }
  const [job] = deadlineJobs([source])
  const began = performance.now()
  await database.work(async (work) => job?.run(work))
  expect(performance.now() - began).toBeLessThan(10_000)
})

describe('how often heads receive citizens', () => {
  const DUTY = { unitClass: 'commune', times: 3, per: 'month', article: 'Luật mới, Điều 5', certainty: 'unverified', note: 'Chủ tịch UBND cấp xã', validFrom: '2027-03-01' }
  const duties = async () => (await office.as('officer').get('/deadlines/reception-duties')).json<DutyList>().duties.filter(({ unitClass }) => unitClass === 'commune').map(({ times, per, validFrom, validUntil, isOfOffice }) => [times, per, validFrom, validUntil, isOfOffice])

  test('is read by everybody, and changed from a day on by who looks after the law of the whole province', async () => {
    for (const person of ['officer', 'local'] as const) expect((await office.as(person).post('/deadlines/reception-duties', DUTY)).statusCode).toBe(403)
    const { statusCode, body } = await office.as('coordinator').post('/deadlines/reception-duties', DUTY)
    expect(statusCode, body).toBe(201)
    expect(await duties()).toEqual([[1, 'week', '2014-07-01', '2026-07-01', false], [2, 'month', '2026-07-01', '2027-03-01', true], [3, 'month', '2027-03-01', null, true]])
    expect((await database.work((work) => receptionDutiesOn(work, plainDate('2027-03-01')))).find(({ unitClass }) => unitClass === 'commune')).toMatchObject({ times: 3 })
    const { id } = JSON.parse(body) as { id: string }
    expect((await office.as('administrator').put(`/deadlines/reception-duties/${id}`, { ...DUTY, times: 4, validFrom: '2027-02-01' })).statusCode).toBe(204)
    expect(await duties()).toEqual([[1, 'week', '2014-07-01', '2026-07-01', false], [2, 'month', '2026-07-01', '2027-02-01', true], [4, 'month', '2027-02-01', null, true]])
    expect((await office.as('coordinator').post('/deadlines/reception-duties', { ...DUTY, validFrom: '2027-02-01' })).json()).toMatchObject({ code: 'deadlines.rule_begins_that_day', details: { field: 'validFrom' } })
  })

  test('what an office said stays when the software is renewed', async () => {
    await seedDeadlines(database.owner.db)
    expect(await duties()).toHaveLength(3)
    expect((await duties()).at(-1)).toEqual([4, 'month', '2027-02-01', null, true])
  })
})
