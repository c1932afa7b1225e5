import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, plainDate, type PlainDate } from '#kernel/plain-date.ts'
import { workingCalendar } from '#kernel/working-calendar.ts'
import { countTimeliness, NO_REPORTS, timelinessOf, type SendingFacts } from './timeliness.ts'

/** 19/6/2026 is a Friday; the Monday after it is off. */
const DUE = plainDate('2026-06-19')
const calendar = workingCalendar([{ date: plainDate('2026-06-22'), kind: 'off', name: 'Nghỉ bù', source: 'Ví dụ', certainty: 'illustrative' }])

interface Round { readonly sent: string; readonly received?: string; readonly returned?: true }

/** What stands of sendings one after the other, of which all but the last were given back. */
function factsOf(rounds: readonly Round[], onTimeBy: 'sent' | 'received' = 'sent', dueOn: PlainDate = DUE): SendingFacts {
  const day = (text: string | undefined) => (text === undefined ? null : plainDate(text))
  const standing = rounds.findLast(({ returned }) => returned === undefined)
  return {
    dueOn, onTimeBy, firstSentOn: day(rounds[0]?.sent), firstReceivedOn: day(rounds.map(({ received }) => received).filter((on) => on !== undefined).toSorted()[0]),
    lastSentOn: day(standing?.sent), receivedOn: day(standing?.received), timesReturned: rounds.filter(({ returned }) => returned === true).length,
  }
}

test.each<[string, readonly Round[], 'sent' | 'received', string, { first: boolean; last: boolean; late: number }]>([
  ['nobody has sent, and it is not due yet', [], 'sent', '2026-06-19', { first: false, last: false, late: 0 }],
  ['nobody has sent, on the Saturday after', [], 'sent', '2026-06-20', { first: false, last: false, late: 1 }],
  ['nobody has sent, a holiday and two working days later', [], 'sent', '2026-06-24', { first: false, last: false, late: 2 }],
  ['it was sent on the due day, read a month later', [{ sent: '2026-06-19' }], 'sent', '2026-07-20', { first: true, last: true, late: 0 }],
  ['it was sent on the Sunday after', [{ sent: '2026-06-21' }], 'sent', '2026-07-20', { first: false, last: false, late: 1 }],
  ['it was sent late, and stays as late as it was', [{ sent: '2026-06-25' }], 'sent', '2026-07-20', { first: false, last: false, late: 3 }],
  ['it was given back and sent again in time', [{ sent: '2026-06-16', returned: true }, { sent: '2026-06-19' }], 'sent', '2026-07-20', { first: true, last: true, late: 0 }],
  ['it was in time, given back, and sent again late', [{ sent: '2026-06-18', returned: true }, { sent: '2026-06-23' }], 'sent', '2026-07-20', { first: true, last: false, late: 1 }],
  ['it was in time, given back, and nothing came since', [{ sent: '2026-06-18', returned: true }], 'sent', '2026-06-24', { first: true, last: false, late: 2 }],
  ['it was given back and is not due yet', [{ sent: '2026-06-15', returned: true }], 'sent', '2026-06-18', { first: true, last: false, late: 0 }],
  ['it was sent in time and received late, where sending counts', [{ sent: '2026-06-19', received: '2026-06-24' }], 'sent', '2026-07-20', { first: true, last: true, late: 0 }],
  ['it was sent in time and received late, where receiving counts', [{ sent: '2026-06-19', received: '2026-06-24' }], 'received', '2026-07-20', { first: false, last: false, late: 2 }],
  ['it was sent in time and nobody received it, where receiving counts', [{ sent: '2026-06-19' }], 'received', '2026-06-23', { first: false, last: false, late: 1 }],
  ['it was received in time, given back, received again late, where receiving counts',
    [{ sent: '2026-06-15', received: '2026-06-16', returned: true }, { sent: '2026-06-17', received: '2026-06-23' }], 'received', '2026-07-20', { first: true, last: false, late: 1 }],
])('when %s', (_words, rounds, onTimeBy, today, { first, last, late }) => {
  const { onTimeAtFirst, onTimeAtLast, daysLate } = timelinessOf(factsOf(rounds, onTimeBy), plainDate(today), calendar)
  expect({ first: onTimeAtFirst, last: onTimeAtLast, late: daysLate }).toEqual({ first, last, late })
})

const aRound = fc.record({ after: fc.integer({ min: 0, max: 4 }), received: fc.option(fc.integer({ min: 0, max: 4 })) })
/** Sendings in the order of time; every one but the last was given back, the last maybe. */
const someFacts = fc.record({ due: fc.integer({ min: 0, max: 20 }), rounds: fc.array(aRound, { maxLength: 4 }), endsReturned: fc.boolean(), onTimeBy: fc.constantFrom('sent' as const, 'received' as const) })
  .map(({ due, rounds, endsReturned, onTimeBy }) => {
    let day = plainDate('2026-06-08')
    const told = rounds.map(({ after, received }, index): Round => {
      const sent = addDays(day, after)
      day = addDays(sent, received ?? 1)
      return { sent, ...(received === null ? {} : { received: day }), ...(endsReturned || index < rounds.length - 1 ? { returned: true as const } : {}) }
    })
    return { facts: factsOf(told, onTimeBy, addDays(plainDate('2026-06-08'), due)), end: day }
  })

test('whatever happened: what is in time was sent, is not late, and a report is late by days exactly when it is late', () => {
  fc.assert(fc.property(someFacts, fc.integer({ min: 0, max: 30 }), ({ facts, end }, later) => {
    const { isSent, isReceived, onTimeAtFirst, onTimeAtLast, wasReturned, isLate, daysLate } = timelinessOf(facts, addDays(end, later), calendar)
    if (onTimeAtFirst || onTimeAtLast || isReceived || wasReturned) expect(isSent).toBe(true)
    if (onTimeAtLast) expect([onTimeAtFirst, isLate]).toEqual([true, false])
    expect(isLate).toBe(daysLate > 0)
  }))
})

test('counts add up: those of parts make those of the whole, and every expected report is in time, late or still owed', () => {
  fc.assert(fc.property(fc.array(fc.tuple(someFacts, fc.integer({ min: 0, max: 2 }), fc.boolean())), (drawn) => {
    const today = plainDate('2026-07-01')
    const reports = drawn.map(([{ facts }, exceptions, isHere]) => ({ ...timelinessOf(facts, today, calendar), exceptions, isHere }))
    const [whole, here, there] = [reports, reports.filter(({ isHere }) => isHere), reports.filter(({ isHere }) => !isHere)].map(countTimeliness)
    for (const key of Object.keys(NO_REPORTS) as (keyof typeof NO_REPORTS)[]) expect(whole?.[key]).toBe((here?.[key] ?? 0) + (there?.[key] ?? 0))
    const owed = reports.filter(({ onTimeAtLast, isLate }) => !onTimeAtLast && !isLate).length
    expect((whole?.onTimeAtLast ?? 0) + (whole?.late ?? 0) + owed).toBe(whole?.expected)
    expect(whole?.exceptions).toBe(drawn.filter(([, exceptions]) => exceptions > 0).length)
  }))
})
