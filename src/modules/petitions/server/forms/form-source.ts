import { formatDate, type PlainDate } from '#kernel/plain-date.ts'
import type { Work } from '#platform/server/work.ts'
import { findFirstDecision } from '../acts/first-decision.ts'
import { withdrawnStore } from '../acts/withdrawn-store.ts'
import { actStore } from '../act-store.ts'
import { caseStore, type CaseRow } from '../case-store.ts'
import { decisionStore } from '../decision-store.ts'
import { partyStore, type PartyRow } from '../party-store.ts'
import type { FormSource } from './form-text.ts'
import type { Issuer } from './form-paper.ts'

/** What the forms of a case are filled from, as of a day. Of a denunciation who sent it stays out, and their names are taken out of whatever was written. */
export async function formSource(work: Work, row: CaseRow, issuer: Issuer, { on, preparedName, term }: { readonly on: PlainDate; readonly preparedName: string; readonly term: string | null }): Promise<FormSource> {
  const withdrawn = await withdrawnStore(work.db).list(row.id)
  const parties = (await partyStore(work.db).list(row.id)).filter(({ id }) => !withdrawn.has(id))
  const isSealed = row.kind === 'denunciation'
  const seal = sealer(isSealed ? parties : [])
  const first = row.instance === 2 && row.originLink === 'appeal' && row.originId !== null ? await caseStore(work.db).find(row.originId) : undefined
  const decision = first === undefined ? undefined : await findFirstDecision(work, first)
  return {
    kind: row.kind, instance: row.instance, code: row.code, register: `${row.number}/${row.year}`, receivedOn: row.receivedOn, acceptedOn: row.acceptedOn, suspendedSince: row.suspendedSince, title: seal(row.title),
    against: row.against === null ? null : seal(row.against), decisionAgainst: row.decisionAgainst === null ? null : seal(row.decisionAgainst), peopleCount: row.peopleCount,
    sender: isSealed ? null : senderAmong(parties, row.peopleCount), senderAddress: isSealed || row.peopleCount > 1 ? null : parties[0]?.address ?? null, head: issuer.head, body: issuer.body, on, preparedName, term,
    firstDecision: decision === undefined ? null : `Quyết định số ${decision.number} ngày ${formatDate(decision.signedOn)} của ${decision.unitName}`, steps: await stepsBehind(work, row),
  }
}

/** Takes the names out of what an officer wrote, down to the values of nested fields. */
export function sealed<Value>(parties: readonly Pick<PartyRow, 'name'>[], value: Value): Value {
  const seal = sealer(parties)
  const walk = (each: unknown): unknown => {
    if (typeof each === 'string') return seal(each)
    if (Array.isArray(each)) return each.map(walk)
    return each !== null && typeof each === 'object' ? Object.fromEntries(Object.entries(each).map(([key, inner]) => [key, walk(inner)])) : each
  }
  return walk(value) as Value // the same shape, with other letters in its texts
}

function sealer(parties: readonly Pick<PartyRow, 'name'>[]): (text: string) => string {
  const names = parties.map(({ name }) => name.normalize('NFC').trim()).filter((name) => name.length > 1).toSorted((one, other) => other.length - one.length)
  if (names.length === 0) return (text) => text
  const pattern = new RegExp(names.map((name) => name.split(/\s+/u).map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\s+')).join('|'), 'giu')
  return (text) => text.normalize('NFC').replace(pattern, 'người tố cáo')
}

/** "Ông (bà) A và 8 người khác", "Hợp tác xã B". */
function senderAmong(parties: readonly PartyRow[], peopleCount: number): string | null {
  const sender = parties.find(({ role }) => role === 'sender') ?? parties.find(({ role }) => role === 'representative') ?? parties[0]
  if (sender === undefined) return null
  const named = sender.isOrganisation ? sender.name : `Ông (bà) ${sender.name}`
  return peopleCount > 1 ? `${named} và ${peopleCount - 1} người khác` : named
}

/** What was done to find out: decisions to verify and dialogues, as căn cứ. */
async function stepsBehind(work: Work, row: CaseRow): Promise<string[]> {
  const verified = (await decisionStore(work.db).list(row.id)).filter(({ action, signedOn }) => action === 'verify' && signedOn !== null)
  const held = (await actStore(work.db).listDialogues(row.id)).filter((dialogue) => dialogue.held === true)
  return [
    ...verified.flatMap(({ number, signedOn }) => (signedOn === null ? [] : [`Căn cứ kết quả xác minh theo Quyết định số ${number ?? ''} ngày ${formatDate(signedOn)}`])),
    ...held.map(({ on }) => `Căn cứ Biên bản đối thoại ngày ${formatDate(on)}`),
  ]
}
