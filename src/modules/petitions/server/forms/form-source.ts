import { formatDate, type PlainDate } from '#kernel/plain-date.ts'
import type { Work } from '#platform/server/work.ts'
import { signersAmong } from '../../domain/entered-data.ts'
import { findFirstDecision } from '../acts/first-decision.ts'
import { actStore } from '../act-store.ts'
import { caseStore, type CaseRow } from '../case-store.ts'
import { decisionStore } from '../decision-store.ts'
import { partyStore, type PartyRow } from '../party-store.ts'
import type { FormSource } from './form-text.ts'
import type { Issuer } from './form-paper.ts'

/** What the forms of a case are filled from, as of a day. Of a denunciation who sent it stays out, and their names are taken out of whatever was written. */
export async function formSource(work: Work, row: CaseRow, issuer: Issuer, { on, preparedName, term }: { readonly on: PlainDate; readonly preparedName: string; readonly term: string | null }): Promise<FormSource> {
  const everybody = await partyStore(work.db).list(row.id)
  const last = lastWithdrawal(everybody)
  const standing = everybody.filter(({ withdrawnOn }) => withdrawnOn === null || withdrawnOn >= on) // what was signed goes on naming who withdrew later
  const parties = standing.length > 0 ? standing : everybody.filter(({ withdrawnOn }) => withdrawnOn === last)
  // Each who left while others stayed was taken off the number of people; with whom it ended, nobody was.
  const peopleCount = row.peopleCount + signersAmong(parties.filter(({ withdrawnOn }) => withdrawnOn !== null && !(row.endedHow === 'withdrawn' && withdrawnOn === last)))
  const isSealed = row.kind === 'denunciation'
  const seal = sealer(isSealed ? everybody : [])
  const first = row.instance === 2 && row.originLink === 'appeal' && row.originId !== null ? await caseStore(work.db).find(row.originId) : undefined
  const decision = first === undefined ? undefined : await findFirstDecision(work, first)
  return {
    kind: row.kind, instance: row.instance, code: row.code, register: `${row.number}/${row.year}`, receivedOn: row.receivedOn, acceptedOn: row.acceptedOn, suspendedSince: row.suspendedSince, title: seal(row.title),
    against: row.against === null ? null : seal(row.against), decisionAgainst: row.decisionAgainst === null ? null : seal(row.decisionAgainst), peopleCount,
    sender: isSealed ? null : senderAmong(parties, peopleCount), senderAddress: isSealed || peopleCount > 1 ? null : parties[0]?.address ?? null, head: issuer.head, body: issuer.body, on, preparedName, term,
    firstDecision: decision === undefined ? null : `Quyết định số ${decision.number} ngày ${formatDate(decision.signedOn)} của ${decision.unitName}`, steps: await stepsBehind(work, row),
  }
}

function lastWithdrawal(parties: readonly PartyRow[]): PlainDate | undefined {
  return parties.flatMap(({ withdrawnOn }) => withdrawnOn ?? []).sort().at(-1)
}

type Known = Pick<PartyRow, 'name' | 'address' | 'phone' | 'email'>

/** Takes names, addresses, telephones and e-mail out of what an officer wrote, down to the values of nested fields. */
export function sealed<Value>(parties: readonly Known[], value: Value): Value {
  const seal = sealer(parties)
  const walk = (each: unknown): unknown => {
    if (typeof each === 'string') return seal(each)
    if (Array.isArray(each)) return each.map(walk)
    return each !== null && typeof each === 'object' ? Object.fromEntries(Object.entries(each).map(([key, inner]) => [key, walk(inner)])) : each
  }
  return walk(value) as Value // the same shape, with other letters in its texts
}

function sealer(parties: readonly Known[]): (text: string) => string {
  const names = patternOf(parties.map(({ name }) => name))
  const details = patternOf(parties.flatMap(({ address, phone, email }) => [address ?? '', phone ?? '', email ?? '']))
  return (text) => {
    const unnamed = names === null ? text.normalize('NFC') : text.normalize('NFC').replace(names, (_name, at: number) => (at === 0 ? 'Người tố cáo' : 'người tố cáo'))
    return details === null ? unnamed : unnamed.replace(details, '(được giữ bí mật)')
  }
}

/** Any of the words, the longest first, however they are spaced and in whichever case; null where there are none. */
function patternOf(words: readonly string[]): RegExp | null {
  const known = words.map((each) => each.normalize('NFC').trim()).filter((each) => each.length > 1).toSorted((one, other) => other.length - one.length)
  if (known.length === 0) return null
  return new RegExp(known.map((each) => each.split(/\s+/u).map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\s+')).join('|'), 'giu')
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
