import { randomUUID } from 'node:crypto'
import type { TestClient } from '#tests/support/signed-in.ts'
import { asSorted } from '#tests/support/petition-acts.ts'
import type { TestDatabase } from '#tests/support/test-database.ts'
import { PLACES, type Place } from './rights-model.ts'
import { first, made, UNIT_IDS, WORD } from './world.ts'

/** How far a case of every place is: `waiting` has a decision that waits for its signature, `called` a dialogue that was held, `second` is a second instance of a decision made elsewhere. */
export const CASE_STAGES = ['sorted', 'elsewhere', 'waiting', 'accepted', 'called', 'settled', 'answered', 'transferred', 'denounced', 'second'] as const
export type CaseStage = (typeof CASE_STAGES)[number]

export interface CaseAt { readonly id: string; readonly version: number; /** The decision or the dialogue the stage is about. */ readonly part: string }
export interface PetitionActWorld { readonly of: Readonly<Record<Place, Readonly<Record<CaseStage, CaseAt>>>> }

const TOPIC = 'thu-hoi-dat'
const TODAY = '2022-03-15'

/** The first decision of a place: words that stand nowhere else. */
export function firstDecisionOf(place: Place): string {
  return `quyet-dinh-dau-${place}.`
}

/** Makes the cases as people make them: through the API, by an account that heads every place. */
export async function makePetitionActs(database: TestDatabase, client: TestClient): Promise<PetitionActWorld> {
  const of = Object.fromEntries(await Promise.all(PLACES.map(async (place) => [place, await casesOf(client, place)] as const))) as Record<Place, Record<CaseStage, CaseAt>>
  for (const place of PLACES) await database.owner.pool.query(`update petitions.case set origin_id = $2, origin_link = 'appeal', instance = 2 where id = $1`, [of[place].second.id, of[place].settled.id])
  return { of }
}

async function casesOf(client: TestClient, place: Place): Promise<Record<CaseStage, CaseAt>> {
  let given = 0
  const version = async (id: string) => (await made<{ version: number }>(client.get(`/petitions/${id}`))).version
  const act = async (id: string, path: string, said: object) => made<{ id: string }>(client.post(`/petitions/${id}/${path}`, { version: await version(id), ...said }))
  const sorted = async (kind: string, competent = true) => {
    const { id } = await made(client.post('/petitions', {
      unitId: UNIT_IDS[place], channel: 'post', receivedOn: TODAY, kind, title: `Đơn ${WORD}`, content: 'Nội dung', against: 'Người đứng đầu', decisionAgainst: 'Quyết định 1/QĐ', once: randomUUID(), parties: [{ name: `Người gửi ${WORD}` }],
    }))
    await act(id, 'sort', asSorted({ topicCode: TOPIC, kind, competent, title: `Đơn ${WORD}` }))
    return id
  }
  const prepare = async (id: string, action: string, fields: object) => (await act(id, 'decisions', { decision: { action, fields } })).id
  const decide = async (id: string, action: string, fields: object) => {
    const part = await prepare(id, action, fields)
    given += 1
    await act(id, `decisions/${part}/sign`, { number: `${given}/${place}`, signedOn: TODAY })
    return part
  }
  const accepted = async (kind: string) => {
    const id = await sorted(kind)
    await decide(id, 'accept', {})
    return id
  }
  const at = async (id: string, part = ''): Promise<CaseAt> => ({ id, version: await version(id), part })

  const [waiting, called, settled, answered, transferred] = [await sorted('complaint'), await accepted('complaint'), await accepted('complaint'), await accepted('feedback'), await sorted('feedback', false)]
  const decision = await prepare(waiting, 'accept', {})
  await act(called, 'dialogues', { on: '2022-03-25', at: '08:00', place: 'Trụ sở', notifiedOn: TODAY, chairedBy: 'Người đứng đầu', chairedByHead: true })
  const conclusion = { summary: 'Tóm tắt', answer: firstDecisionOf(place), needsEnforcement: true, settlement: { what: 'Thi hành', ordered: {} } }
  const decided = await decide(settled, 'conclude', { outcome: 'right', ...conclusion })
  await decide(answered, 'conclude', { outcome: 'answered', ...conclusion, needsEnforcement: false, settlement: null })
  await decide(transferred, 'transfer', { toBody: 'Tòa án', because: 'Thuộc thẩm quyền của Tòa án' })
  const { dialogues } = await made<{ dialogues: { id: string }[] }>(client.get(`/petitions/${called}`))
  return {
    sorted: await at(await sorted('complaint')), elsewhere: await at(await sorted('feedback', false)), waiting: await at(waiting, decision), accepted: await at(await accepted('complaint')), called: await at(called, first(dialogues).id),
    settled: await at(settled, decided), answered: await at(answered), transferred: await at(transferred), denounced: await at(await accepted('denunciation')), second: await at(await sorted('complaint')),
  }
}
