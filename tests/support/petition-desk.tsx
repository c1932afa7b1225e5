import { vi } from 'vitest'
import { plainDate } from '#kernel/plain-date.ts'
import type { CaseLine, CasePage, CaseRecord, Term } from '#modules/petitions/contract.ts'
import { CasePage as CasePageScreen } from '#modules/petitions/web/pages/case-page.tsx'
import type { Session } from '#platform/web/session.ts'
import { renderWithProviders, SESSION } from './render.tsx'

export const UNIT = '0190c0de-0000-7000-8000-0000000000a1'
export const CASE = '0190c0de-0000-7000-8000-0000000000c1'

/** Who enters, sorts, resolves and signs petitions of one unit. */
export function officer(...permissions: string[]): Pick<Session, 'actor'> {
  return { actor: { ...SESSION.actor, roles: [{ role: 'petition-officer', unitId: UNIT, unitName: 'UBND phường Xuân Hương', onBehalfOf: null }], permissions: Object.fromEntries(permissions.map((name) => [name, [UNIT]])) } }
}

export function termOf(more: Partial<Term> = {}): Term {
  return {
    clockId: 'k1', procedure: 'complaint', step: 'acceptance', name: 'Thụ lý khiếu nại', startedOn: plainDate('2026-11-16'), due: plainDate('2026-11-25'), stoppedOn: null, isRemote: false, isComplex: false, extensions: 0,
    suspensions: [],
    why: {
      counted: 7, unit: 'working', rolledFrom: null, skipped: [], article: 'Nghị định 124/2020/NĐ-CP, Điều 16', validFrom: plainDate('2026-07-01'), validUntil: null, certainty: 'verified',
      steps: ['Ngày nhận được khiếu nại là 16/11/2026; ngày đầu tiên được tính là 17/11/2026.', 'Thời hạn là 7 ngày làm việc.'],
    },
    ...more,
  }
}

/** A complaint that has just come. */
export function caseOf(more: Partial<CaseRecord> = {}): CaseRecord {
  return {
    id: CASE, code: 'FJPG-47X9-12XC', number: 12, year: 2026, version: 3, kind: 'complaint', state: 'received', instance: 1, unitId: UNIT, unitName: 'UBND phường Xuân Hương', channel: 'hand', receivedOn: plainDate('2026-11-16'),
    title: 'Đề nghị xem lại mức bồi thường', content: 'Áp sai giá đất.', against: 'UBND phường', decisionAgainst: 'Quyết định 215/QĐ-UBND', decisionKnownOn: null, topicCode: 'dat-dai', topicName: 'Đất đai', place: null, placeNote: null,
    isRemote: false, isComplex: false, peopleCount: 1, isGroup: false, skipsLevel: false, isAnonymous: false, fromBody: null, prior: 'none', priorBody: null, sortedOn: null, eligible: null, competent: null, assignee: null,
    toBody: null, acceptedOn: null, endedOn: null, endedHow: null, outcome: null, answer: null, answerShown: false, inTime: null, holdBecause: null, purgeOn: null, purgedOn: null, dueOn: plainDate('2026-11-25'),
    dueStep: 'complaint.acceptance', workingDaysLeft: 2,
    parties: [{ id: 'p1', role: 'sender', name: 'Người khiếu nại', isOrganisation: false, address: 'Tổ 5', phone: '0912345678', email: null, wantsMessages: false, identityKind: 'cccd', identityEnd: '234', withdrawnOn: null }],
    terms: [termOf()], events: [{ id: 1, on: plainDate('2026-11-16'), at: '2026-11-16T02:00:00.000Z', kind: 'received', byName: 'Cán bộ tiếp nhận', detail: { channel: 'hand' }, shownToCitizen: true }],
    attachments: [], questions: [], links: [], decisions: [], dialogues: [], replies: [], settlement: null, rating: null, allowed: ['sort', 'split', 'accept', 'refuse', 'note'], maySign: false, ...more,
  }
}

export function lineOf(more: Partial<CaseLine> = {}): CaseLine {
  return {
    id: CASE, code: 'FJPG-47X9-12XC', number: 12, year: 2026, kind: 'complaint', state: 'received', title: 'Đề nghị xem lại mức bồi thường', topicCode: 'dat-dai', topicName: 'Đất đai', placeName: 'Phường Xuân Hương', unitId: UNIT,
    unitName: 'UBND phường Xuân Hương', receivedOn: plainDate('2026-11-16'), dueStep: 'complaint.acceptance', dueStepName: 'Thụ lý khiếu nại', dueOn: plainDate('2026-11-25'), workingDaysLeft: 2, peopleCount: 1, isGroup: false,
    channel: 'hand', senderName: 'Người khiếu nại', assigneeName: null, endedOn: null, ...more,
  }
}

export function pageOf(cases: readonly CaseLine[], more: Partial<CasePage> = {}): CasePage {
  return { cases: [...cases], total: cases.length, counts: { mine: 0, 'to-sort': 1, open: 1, 'due-soon': 1, overdue: 0, 'to-sign': 0, all: cases.length }, ...more }
}

export interface Sent { readonly method: string; readonly path: string; readonly body: unknown }

/** What the desk asks for, by the end of its address; a function answers what is sent, anything else is the answer itself. */
type Answers = Readonly<Record<string, unknown>>

/** A server that answers by the end of the address (the longest that fits) and remembers what was sent to it. */
export function petitionServer(answers: Answers): { readonly sent: Sent[]; readonly asked: string[] } {
  const [sent, asked]: [Sent[], string[]] = [[], []]
  const all: Answers = { '/topics': { topics: [TOPIC] }, '/similar': { cases: [] }, '/organisations/tree': { on: '2026-11-23', units: [] }, ...answers }
  vi.stubGlobal('fetch', async (url: string, { method, body }: { method: string; body?: string }) => {
    const path = url.split('?')[0] ?? ''
    if (method === 'GET') asked.push(url)
    else sent.push({ method, path, body: body === undefined ? undefined : JSON.parse(body) as unknown })
    const key = Object.keys(all).filter((end) => path.endsWith(end)).toSorted((one, other) => other.length - one.length)[0]
    const found = key === undefined ? undefined : all[key]
    const answered: unknown = typeof found === 'function' ? (found as (request: Sent) => unknown)({ method, path, body: body === undefined ? undefined : JSON.parse(body) as unknown }) : found
    if (answered instanceof Response) return answered
    return method === 'GET' && answered === undefined ? refusal(404, 'petitions.no_such_case') : new Response(JSON.stringify(answered ?? {}), { status: 200 })
  })
  return { sent, asked }
}

export const TOPIC = { code: 'dat-dai', name: 'Đất đai', nameEn: 'Land', field: 'land', shownToCitizens: true, position: 10, validFrom: '2021-01-01', validUntil: null }

export function refusal(status: number, code: string, details: Readonly<Record<string, string | number>> = {}): Response {
  return new Response(JSON.stringify({ code, details }), { status })
}

export function openCase(session: Partial<Session>): ReturnType<typeof renderWithProviders> {
  return renderWithProviders(<CasePageScreen />, { path: `/don-thu/${CASE}`, route: '/don-thu/$caseId', session })
}
