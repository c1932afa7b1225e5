import { randomUUID } from 'node:crypto'
import type { Http } from '#platform/server/http.ts'
import type { TestClient } from '#tests/support/signed-in.ts'
import { PLACES, type Place } from './rights-model.ts'
import { first, made, sendForm, UNIT_IDS, WORD } from './world.ts'

/** The day the property asks on. */
const TODAY = '2022-03-15'

/** A letter, one nearly the same, and a denunciation of every place, with their sender and a scan. */
export const LETTERS = ['letter', 'copy', 'denunciation'] as const
export type Letter = (typeof LETTERS)[number]

export interface LetterOf { readonly id: string; readonly code: string; readonly number: number; readonly party: string; readonly scan: string }
export interface PetitionWorld { readonly of: Readonly<Record<Place, Readonly<Record<Letter, LetterOf>>>> }

/** Words that stand nowhere else: in the summary, in the sender's name, in the scan. */
export function summaryOf(letter: Letter, place: Place): string {
  return `tom${letter}${place}`.toLowerCase()
}
export function senderOf(letter: Letter, place: Place): string {
  return `Nguoigui ${WORD} ${letter} ${place}`
}
export function scanOf(letter: Letter, place: Place): string {
  return `quet-${letter}-${place}.`
}
/** Everybody's letter is about the same, as letters on one matter are. */
export const STORY = `Chúng tôi ${WORD} đề nghị xem lại việc đo đạc thửa đất ven hồ vì biên bản ghi thiếu diện tích so với sổ đã cấp năm 1998, và cho gia đình được tham gia khi đo lại.`

export async function makePetitions(http: Http, client: TestClient): Promise<PetitionWorld> {
  const of = await Promise.all(PLACES.map(async (place) => [place, Object.fromEntries(await Promise.all(LETTERS.map(async (letter) => [letter, await registered(http, client, place, letter)] as const)))] as const))
  return { of: Object.fromEntries(of) as PetitionWorld['of'] }
}

export function aLetter(unitId: string, more: object = {}): object {
  return { unitId, channel: 'post', receivedOn: TODAY, kind: 'complaint', title: `Đơn ${WORD}`, content: 'Nội dung', once: randomUUID(), parties: [{ name: `Người gửi ${WORD}` }], ...more }
}

async function registered(http: Http, client: TestClient, place: Place, letter: Letter): Promise<LetterOf> {
  const { id, code, number } = await made<{ id: string; code: string; number: number }>(client.post('/petitions', aLetter(UNIT_IDS[place], {
    kind: letter === 'denunciation' ? 'denunciation' : 'complaint', title: summaryOf(letter, place), content: STORY,
    parties: [{ name: senderOf(letter, place), address: 'Tổ 1, phường 2', identity: { kind: 'cmnd', number: '250123456' } }],
  })))
  const { ids } = await made<{ ids: string[] }>(sendForm(http, client.cookie, 'POST', `/petitions/${id}/attachments`, {}, new File([scanOf(letter, place)], 'don.txt')))
  const { parties } = await made<{ parties: { id: string }[] }>(client.get(`/petitions/${id}`))
  return { id, code, number, party: first(parties).id, scan: first(ids) }
}
