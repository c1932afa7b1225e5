import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Actor } from '#kernel/actor.ts'
import type { AccountId, UnitId } from '#kernel/ids.ts'
import { addDays, plainDate } from '#kernel/plain-date.ts'
import { lockOf, REPORT_ACTIONS, REPORT_STATES, reportActions, reportState, type Lock, type ReportAction, type ReportFacts, type ReportState } from './lifecycle.ts'

const [WARD, PROVINCE, OTHER] = ['ward', 'province', 'other'] as [UnitId, UnitId, UnitId]
const AT = '2021-06-15T03:00:00Z'
const NEW: ReportFacts = { unitId: WARD, receiverId: PROVINCE, hasBegun: false, submittedAt: null, revisionId: null, sentAt: null, receivedAt: null, returnedAt: null }
const BY_STATE = {
  'not-begun': NEW,
  draft: { ...NEW, hasBegun: true },
  submitted: { ...NEW, hasBegun: true, submittedAt: AT },
  approved: { ...NEW, hasBegun: true, submittedAt: AT, revisionId: 'one' },
  sent: { ...NEW, hasBegun: true, submittedAt: AT, revisionId: 'one', sentAt: AT },
  received: { ...NEW, hasBegun: true, submittedAt: AT, revisionId: 'one', sentAt: AT, receivedAt: AT },
  returned: { ...NEW, hasBegun: true, returnedAt: AT },
} as const satisfies Record<ReportState, ReportFacts>

function actor(permission: string, unitId: UnitId): Actor {
  return { id: 'somebody' as AccountId, name: 'Chuyên viên', unitId, grants: [{ permission: `reports.${permission}`, units: new Set([unitId]), role: 'focal-officer', onBehalfOf: null }] }
}
const WHO = {
  officer: actor('prepare', WARD), head: actor('approve', WARD), above: actor('receive', PROVINCE),
  'officer elsewhere': actor('prepare', OTHER), 'receiver of the ward only': actor('receive', WARD), 'head above': actor('approve', PROVINCE),
} as const
const LATE: Lock = { code: 'reports.locked_late', details: {} }
const CLOSED: Lock = { code: 'reports.locked_closed', details: {} }

test.each(REPORT_STATES)('a report is %s by what has happened to it', (state) => {
  expect(reportState(BY_STATE[state])).toBe(state)
})

test('a report returned and written anew goes the same way again', () => {
  expect(reportState({ ...BY_STATE.returned, submittedAt: AT })).toBe('submitted')
  expect(reportState({ ...BY_STATE.approved, returnedAt: AT })).toBe('approved')
})

const WRITE: readonly ReportAction[] = ['save', 'submit']
test.each<[ReportState, readonly ReportAction[], readonly ReportAction[], readonly ReportAction[]]>([
  ['not-begun', WRITE, [], []],
  ['draft', WRITE, [], []],
  ['returned', WRITE, [], []],
  ['submitted', ['recall'], ['approve', 'return'], []],
  ['approved', ['recall', 'send'], ['return', 'send'], []],
  ['sent', [], [], ['receive', 'send-back']],
  ['received', [], [], ['send-back']],
])('%s: the officer may %j, the head %j, the level above %j', (state, officer, head, above) => {
  const may = (who: keyof typeof WHO) => reportActions(BY_STATE[state], null, WHO[who])
  expect([may('officer'), may('head'), may('above')]).toEqual([officer, head, above])
  expect([may('officer elsewhere'), may('receiver of the ward only'), may('head above')]).toEqual([[], [], []])
})

test('at the top, where nobody receives it, a report that was sent out is taken back by who wrote it', () => {
  expect(reportActions({ ...BY_STATE.sent, receiverId: null }, null, WHO.officer)).toEqual(['recall'])
  expect(reportActions({ ...BY_STATE.sent, receiverId: null }, null, WHO.above)).toEqual([])
})

test.each<[ReportState, readonly ReportAction[], readonly ReportAction[]]>([
  ['not-begun', ['ask-exception'], []],
  ['draft', ['ask-exception'], []],
  ['returned', ['ask-exception'], []],
  ['submitted', ['ask-exception'], []],
  ['approved', ['ask-exception'], []],
  ['sent', [], ['receive', 'send-back']],
  ['received', [], ['send-back']],
])('%s and locked by time: the officer may %j, the head nothing, the level above %j', (state, officer, above) => {
  const may = (who: keyof typeof WHO) => reportActions(BY_STATE[state], LATE, WHO[who])
  expect([may('officer'), may('head'), may('above')]).toEqual([officer, [], above])
})

test('in a closed period nobody may do anything, and no exception is asked for', () => {
  for (const state of REPORT_STATES) for (const who of Object.values(WHO)) expect(reportActions(BY_STATE[state], CLOSED, who)).toEqual([])
})

test('at the top nobody receives, not even who may receive everywhere', () => {
  const everywhere: Actor = { ...WHO.above, grants: [{ permission: 'reports.receive', units: new Set([WARD, PROVINCE, OTHER]), role: 'coordinator', onBehalfOf: null }] }
  expect(reportActions({ ...BY_STATE.sent, receiverId: null }, null, everywhere)).toEqual([])
})

test('each action is somebody\'s at some time', () => {
  const possible = REPORT_STATES.flatMap((state) => [null, LATE].flatMap((lock) => Object.values(WHO).flatMap((who) => reportActions(BY_STATE[state], lock, who))))
  expect(new Set(possible)).toEqual(new Set(REPORT_ACTIONS))
})

const LOCKS_ON = plainDate('2021-07-05')
test.each([
  ['on its last day', '2021-07-05', null, null, null],
  ['the day after', '2021-07-06', null, null, { code: 'reports.locked_late', details: { date: '05/07/2021', from: '06/07/2021' } }],
  ['on the last day of an exception', '2021-07-12', '2021-07-12', null, null],
  ['the day after an exception', '2021-07-13', '2021-07-12', null, { code: 'reports.locked_exception_over', details: { date: '05/07/2021', until: '12/07/2021' } }],
  ['with an exception that ends before the rule does', '2021-07-05', '2021-07-01', null, null],
  ['in a closed period, whatever was granted', '2021-07-01', '2021-07-12', '2021-06-30', { code: 'reports.locked_closed', details: { date: '30/06/2021' } }],
])('%s (%s)', (_case, today, granted, closed, lock) => {
  const facts = { locksOn: LOCKS_ON, grantedUntil: granted === null ? null : plainDate(granted), closedOn: closed === null ? null : plainDate(closed) }
  expect(lockOf(facts, plainDate(today))).toEqual(lock)
})

test('a rule that never locks never does', () => {
  expect(lockOf({ locksOn: null, grantedUntil: null, closedOn: null }, plainDate('2099-12-31'))).toBeNull()
})

test('an exception never locks what was open, and what time has locked stays locked as it goes on', () => {
  const days = fc.integer({ min: -40, max: 40 })
  fc.assert(fc.property(days, fc.option(days), fc.nat(40), (at, granted, later) => {
    const today = addDays(LOCKS_ON, at)
    const facts = { locksOn: LOCKS_ON, grantedUntil: granted === null ? null : addDays(LOCKS_ON, granted), closedOn: null }
    if (lockOf({ ...facts, grantedUntil: null }, today) === null) expect(lockOf(facts, today)).toBeNull()
    if (lockOf(facts, today) !== null) expect(lockOf(facts, addDays(today, later))).not.toBeNull()
  }))
})
