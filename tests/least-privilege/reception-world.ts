import type { TestClient } from '#tests/support/signed-in.ts'
import { aMatter, aVisit, aVisitor } from '#tests/support/builders/visits.ts'
import { PLACES, type Place } from './rights-model.ts'
import { first, made, sendForm, UNIT_IDS, WORD } from './world.ts'
import type { Http } from '#platform/server/http.ts'

/** The day the property asks on. */
export const RECEPTION_DAY = '2022-03-15'

/** Of every place: a head's day that was held and one to come, a visit, one refused, one about a denunciation. */
export interface ReceptionWorld {
  readonly of: Readonly<Record<Place, {
    readonly held: string; readonly planned: string; readonly visit: string; readonly visitor: string; readonly matter: string; readonly file: string; readonly refused: string; readonly denunciation: string
  }>>
}

/** Who came, and about what: words that stand nowhere else. A name has letters only. */
export function nameOf(what: 'visit' | 'denunciation', place: Place): string {
  return `Khách ${WORD} ${what} ${place}`
}
export function contentOf(what: 'visit' | 'denunciation', place: Place): string {
  return `Nội dung-${what}-${place}.`
}

const HOURS = { startsAt: '07:30', endsAt: '11:30', place: 'Trụ sở', post: 'Chủ tịch', receiver: 'Người đứng đầu' }

export async function makeReception(http: Http, client: TestClient): Promise<ReceptionWorld> {
  const of = await Promise.all(PLACES.map(async (place) => [place, await recordsOf(http, client, place)] as const))
  return { of: Object.fromEntries(of) as ReceptionWorld['of'] }
}

async function recordsOf(http: Http, client: TestClient, place: Place): Promise<ReceptionWorld['of'][Place]> {
  const unitId = UNIT_IDS[place]
  const set = async (on: string) => first((await made<{ ids: string[] }>(client.post('/reception/schedule', { unitId, kind: 'leader-regular', dates: [on], ...HOURS }))).ids)
  const register = async (more: Parameters<typeof aVisit>[2]) => (await made(client.post('/reception/visits', aVisit(unitId, RECEPTION_DAY, more)))).id
  const [held, planned] = [await set(RECEPTION_DAY), await set('2022-04-07')]
  const about = (what: 'visit' | 'denunciation', kind: 'feedback' | 'denunciation') => ({ visitors: [aVisitor(nameOf(what, place))], matters: [aMatter(contentOf(what, place), { kind, handling: 'explained' })] })
  const visit = await register({ ...about('visit', 'feedback'), dayId: held })
  const refused = await register({ visitors: [aVisitor('Khách bị từ chối')], matters: [], refusal: { ground: 'answered-before', because: 'Đã trả lời' } })
  const denunciation = await register(about('denunciation', 'denunciation'))
  const { ids } = await made<{ ids: string[] }>(sendForm(http, client.cookie, 'POST', `/reception/visits/${visit}/files`, {}, new File(['Đơn'], 'don.txt')))
  const { visitors, matters } = await made<{ visitors: { id: string }[]; matters: { id: string }[] }>(client.get(`/reception/visits/${visit}`))
  return { held, planned, visit, visitor: first(visitors).id, matter: first(matters).id, file: first(ids), refused, denunciation }
}
