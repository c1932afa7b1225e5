import { expect, test } from 'vitest'
import { plainDate } from '#kernel/plain-date.ts'
import { RegisterCase } from '../../contract.ts'
import { CASE_KINDS } from '../../domain/case.ts'
import { newOnce, newRegistration, NO_PARTY, registrationOf, type RegisterDraft } from './register-draft.ts'
import { forThisDevice } from './use-register.ts'

const TODAY = plainDate('2026-11-23')
const UNIT = '0190c0de-0000-7000-8000-0000000000a1'
const TYPED: RegisterDraft = {
  ...newRegistration(UNIT, TODAY), title: 'Đề nghị xem lại', decisionAgainst: 'Quyết định 215', decisionKnownOn: plainDate('2026-10-05'), fromBody: 'Ban Tiếp công dân', prior: 'none', priorBody: 'Thanh tra',
  parties: [{ ...NO_PARTY, name: ' Người khiếu nại ', identityKind: 'cccd', identityNumber: '0680 8500 1234', sameAs: UNIT }, NO_PARTY],
}

test('what is sent is taken by the server, whatever the kind', () => {
  for (const kind of CASE_KINDS) expect(RegisterCase.safeParse(registrationOf({ ...TYPED, kind }, TODAY)).success, kind).toBe(true)
})

test.each([
  ['complaint', { decisionAgainst: 'Quyết định 215', decisionKnownOn: '2026-10-05' }, { kind: 'cccd', number: '068085001234' }, UNIT],
  ['denunciation', { decisionAgainst: null, decisionKnownOn: null }, { kind: 'cccd', number: '068085001234' }, UNIT],
  ['feedback', { decisionAgainst: null, decisionKnownOn: null }, null, null],
  ['recommendation', { decisionAgainst: null, decisionKnownOn: null }, null, null],
] as const)('of a %s only what belongs to it is sent', (kind, decision, identity, sameAs) => {
  const sent = registrationOf({ ...TYPED, kind }, TODAY)
  expect(sent).toMatchObject({ ...decision, fromBody: null, priorBody: null, parties: [{ name: 'Người khiếu nại', identity, sameAs }] })
  expect(sent.parties).toHaveLength(1)
})

test('a letter that names nobody sends nobody', () => {
  expect(registrationOf({ ...TYPED, isAnonymous: true }, TODAY).parties).toEqual([])
})

test('no number of a paper stays on the computer, and of a denunciation nothing that was written', () => {
  expect(JSON.stringify(forThisDevice(TYPED))).not.toContain('0680')
  expect(forThisDevice(TYPED).parties[0]?.name).toBe(' Người khiếu nại ')
  const kept = forThisDevice({ ...TYPED, kind: 'denunciation' })
  expect(JSON.stringify(kept)).not.toMatch(/Người khiếu nại|Đề nghị xem lại|Quyết định 215/)
  expect([kept.kind, kept.unitId, kept.once]).toEqual(['denunciation', UNIT, TYPED.once])
})

test('each form has an address of its own', () => {
  const made = Array.from({ length: 1000 }, newOnce)
  expect(new Set(made).size).toBe(1000)
  expect(made.filter((once) => !/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(once))).toEqual([])
})
