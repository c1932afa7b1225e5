import fc from 'fast-check'
import type { UnitId } from '#kernel/ids.ts'
import { addDays, plainDate, type PlainDate } from '#kernel/plain-date.ts'
import { CASE_KINDS, ENDINGS, OUTCOMES, PRIORS, TRIAGES, type CaseId } from '#modules/petitions/domain/case.ts'
import type { CountedCase, StatisticalSpan } from '#modules/petitions/domain/statistics.ts'
import { TOPIC_FIELDS } from '#modules/petitions/domain/topic.ts'

const FIRST_DAY = plainDate('2026-03-01')
const LONGEST = 60

export const anyDay = fc.integer({ min: 0, max: LONGEST }).map((days) => addDays(FIRST_DAY, days))
export const anySpan: fc.Arbitrary<StatisticalSpan> = fc.tuple(anyDay, fc.integer({ min: 0, max: 40 })).map(([from, days]) => ({ from, to: addDays(from, days) }))

/** What may stand in a case's row, sensible or not, with the one it was divided from or belongs to by their place in the list. */
const anyWritten = fc.record({
  id: fc.uuid().map((id) => id as CaseId), kind: fc.constantFrom(...CASE_KINDS), receivedOn: anyDay, instance: fc.constantFrom(1, 1, 2), prior: fc.constantFrom(...PRIORS), field: fc.option(fc.constantFrom(...TOPIC_FIELDS), { freq: 6 }),
  eligible: fc.option(fc.boolean()), competent: fc.option(fc.boolean()), triage: fc.option(fc.record({ on: anyDay, as: fc.constantFrom(...TRIAGES, 'accept' as const, 'accept' as const) }), { freq: 5 }),
  urgedOn: fc.option(anyDay, { freq: 2 }), acceptedOn: fc.option(anyDay, { freq: 6 }), end: fc.option(fc.record({ on: anyDay, how: fc.constantFrom(...ENDINGS, 'decided' as const, 'decided' as const) })),
  outcome: fc.option(fc.constantFrom(...OUTCOMES, 'partly' as const, 'partly' as const), { freq: 5 }), withdrawnAfterExplanation: fc.boolean(), inTime: fc.option(fc.boolean()), needsEnforcement: fc.boolean(), enforcedOn: fc.option(anyDay),
  unit: fc.nat({ max: 2 }), matter: fc.nat({ max: 400 }), origin: fc.option(fc.nat({ max: 400 }), { freq: 2 }),
})

/** A counted case with what only its row says. */
export interface WrittenCase extends CountedCase { readonly number: number; readonly originId: CaseId | null }

/** Cases of the units; a handful share each matter, some are parts of one that may have been divided. */
export function anyCases(units: readonly UnitId[], { least = 0, most = 40 } = {}): fc.Arbitrary<readonly WrittenCase[]> {
  return fc.array(anyWritten, { minLength: least, maxLength: most }).map((written) => {
    const ids = written.map(({ id }) => id)
    const originOf = (at: number) => { const origin = written[at]?.origin ?? null; return origin === null || at === 0 ? null : origin % at }
    return written.map(({ triage, end, unit, matter, acceptedOn, ...rest }, at): WrittenCase => {
      const origin = originOf(at)
      const splitOn = origin === null ? null : written[origin]?.triage?.on ?? null
      const unitId = units[unit % units.length] ?? units[0]
      if (unitId === undefined) throw new RangeError('no units')
      return {
        ...rest, unitId, number: at + 1, matterId: ids[matter % Math.max(1, Math.ceil(ids.length / 3))] ?? rest.id, originId: origin === null ? null : ids[origin] ?? null,
        splitFrom: splitOn === null ? null : { on: splitOn, isFirst: !written.slice(0, at).some((_, before) => originOf(before) === origin) },
        triagedOn: triage?.on ?? null, triagedAs: triage?.as ?? null, acceptedOn: triage?.as === 'accept' ? acceptedOn : null, endedOn: end?.on ?? null, endedHow: end?.how ?? null,
      }
    })
  })
}

/** As people work: received, then handled, taken up, ended, carried out, each on the same day or later. */
export function inOrder(counted: WrittenCase): WrittenCase {
  const { receivedOn } = counted
  const after = (day: PlainDate | null, before: PlainDate) => (day === null ? null : day < before ? before : day)
  const triagedOn = after(counted.triagedOn, counted.splitFrom === null || counted.splitFrom.on < receivedOn ? receivedOn : counted.splitFrom.on)
  const acceptedOn = counted.acceptedOn === null ? null : triagedOn
  const endedOn = after(counted.endedOn, acceptedOn ?? triagedOn ?? receivedOn)
  return { ...counted, triagedOn, acceptedOn, endedOn, urgedOn: after(counted.urgedOn, triagedOn ?? receivedOn), enforcedOn: after(counted.enforcedOn, endedOn ?? receivedOn) }
}
