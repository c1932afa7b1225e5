import { aMatter, aVisit } from '#tests/support/builders/visits.ts'
import { PLACES, type Model, type Place } from './rights-model.ts'
import type { RouteCase, RouteCases, Subject } from './route-case.ts'
import { contentOf, nameOf, RECEPTION_DAY } from './reception-world.ts'
import { placeOf, WORD } from './world.ts'

const reads = (model: Model, place: Place) => model.over('reception.read', place)
const receives = (model: Model, place: Place) => model.over('reception.receive', place)
const plans = (model: Model, place: Place) => model.over('reception.schedule', place)
const follows = (model: Model, place: Place) => model.over('petitions.read-statistics', place)
/** Who came to denounce, and about what, only who handles denunciations there. */
const handles = (model: Model, place: Place) => reads(model, place) && model.over('petitions.handle-denunciations', place)
/** The plan of days. */
const knowsDays = (model: Model, place: Place) => reads(model, place) || plans(model, place) || follows(model, place)
const readsAny = (model: Model) => model.anywhere('reception.read')
const itself = (rule: (model: Model, place: Place) => boolean) => (model: Model, place: Place, asked: Place) => place === asked && rule(model, place)

const saysOf = (wordOf: (place: Place) => string) => (body: string) => PLACES.filter((place) => body.includes(wordOf(place)))
const names = (what: 'visit' | 'denunciation') => saysOf((place) => `${nameOf(what, place)}"`)
const contents = (what: 'visit' | 'denunciation') => saysOf((place) => contentOf(what, place))
const total = (body: string) => (JSON.parse(body) as { total?: number }).total ?? Number.NaN
const unitsListed = (body: string) => [...new Set([...body.matchAll(/"unitId":"([0-9a-f-]{36})"/g)].map(([, id]) => placeOf(id ?? '')))]

type Made = 'held' | 'planned' | 'visit' | 'refused' | 'denunciation'
const about = (what: Made, rest: (subject: Subject) => readonly string[] = () => []) => (subject: Subject) => [subject.world.reception.of[subject.place][what], ...rest(subject)]
const day = (what: 'held' | 'planned', routeCase: Omit<RouteCase, 'of' | 'knows'>, rest?: (subject: Subject) => readonly string[]): RouteCase => ({ ...routeCase, knows: knowsDays, of: about(what, rest) })
const visit = (what: 'visit' | 'refused' | 'denunciation', routeCase: Omit<RouteCase, 'of' | 'knows'>, rest?: (subject: Subject) => readonly string[]): RouteCase => ({ ...routeCase, of: about(what, rest) })

const HOURS = { startsAt: '07:30', endsAt: '11:30', place: 'Trụ sở', post: 'Chủ tịch', receiver: 'Người đứng đầu' }
const NEW_DAY = ({ unitId }: Subject) => ({ unitId, kind: 'leader-regular', dates: ['2022-05-05'], ...HOURS })
const SESSION = () => ({ version: 1, chairPost: 'Chủ tịch', chairName: 'Người đứng đầu', heldBy: 'head', attendees: '', nobodyCame: false, conclusion: 'Giao kiểm tra' })
const CORRECTION = ({ world, place }: Subject) => {
  const { visitor, matter } = world.reception.of[place]
  return {
    version: 1, peopleCount: 1, visitors: [{ id: visitor, name: nameOf('visit', place) }],
    matters: [{ id: matter, content: 'Đã sửa', isRepeat: false, priorBody: null, isCompetent: null, guidance: null, handledBy: null, result: null }],
  }
}
const docx = () => ['docx']
const ofUnit = (more = '') => ({ unitId }: Subject) => `?unitId=${unitId}${more}`
/** A file, and not a refusal. */
const isFile = (body: string, { place }: Subject) => (body.startsWith('PK') ? [place] : [])

const DAYS: Readonly<Record<string, RouteCases>> = {
  'GET /reception/schedule': { may: knowsDays, knows: knowsDays, query: ofUnit('&month=2022-03'), shows: itself(knowsDays), seen: unitsListed },
  'POST /reception/schedule': { may: plans, body: NEW_DAY },
  'POST /reception/schedule/post': { may: plans, body: ({ unitId }) => ({ unitId, month: '2022-04', postedOn: RECEPTION_DAY }) },
  'POST /reception/schedule/extraordinary': { may: receives, body: ({ unitId }) => ({ unitId, on: RECEPTION_DAY }) },
  'PUT /reception/schedule/{id}': { may: plans, of: about('planned'), body: () => ({ version: 1, on: '2022-04-08', ...HOURS }) },
  'PUT /reception/schedule/{id}/substitute': { may: plans, of: about('planned'), body: () => ({ version: 1, substitute: null }) },
  'POST /reception/schedule/{id}/move': { may: plans, of: about('planned'), body: () => ({ version: 1, because: 'Họp', to: '2022-04-08', startsAt: '07:30', endsAt: '11:30' }) },
  'POST /reception/schedule/{id}/cancel': { may: plans, of: about('planned'), body: () => ({ version: 1, because: 'Họp' }) },
  'GET /reception/board': { may: (model) => model.anywhere('petitions.read-statistics'), query: () => '?month=2022-03', shows: follows, seen: unitsListed },
  'GET /reception/board.xlsx': { may: (model) => model.anywhere('petitions.read-statistics'), query: () => '?month=2022-03' },
  'GET /reception/sessions/{id}': day('held', { may: knowsDays, shows: itself(reads), seen: names('visit') }),
  'PUT /reception/sessions/{id}': { may: receives, of: about('held'), body: SESSION },
  'POST /reception/sessions/{id}/issue': { may: receives, of: about('held'), body: () => ({ version: 1, number: '5', issuedOn: RECEPTION_DAY }) },
  'GET /reception/sessions/{id}/conclusion.{format}': { may: reads, of: about('held', docx), shows: itself(reads), seen: isFile },
  'GET /reception/sessions/{id}/minutes.{format}': { may: reads, of: about('held', docx), shows: itself(reads), seen: isFile },
}

const VISITS: Readonly<Record<string, RouteCases>> = {
  'GET /reception/today': [
    { may: reads, query: ofUnit(`&on=${RECEPTION_DAY}`), shows: itself(reads), seen: names('visit') },
    { may: reads, query: ofUnit(`&on=${RECEPTION_DAY}`), shows: itself(handles), seen: names('denunciation') }, { may: reads, query: ofUnit(`&on=${RECEPTION_DAY}`), shows: itself(handles), seen: contents('denunciation') },
  ],
  'GET /reception/visits': [
    { may: readsAny, query: () => `?q=${WORD}+visit&size=100`, shows: reads, seen: names('visit'), counted: total }, { may: readsAny, query: () => `?q=${WORD}+denunciation&size=100`, shows: handles, seen: contents('denunciation'), counted: total },
    { may: readsAny, query: () => '?kind=denunciation&size=100', shows: handles, seen: names('denunciation'), counted: total }, { may: readsAny, query: () => '?tab=refused&size=100', shows: reads, seen: unitsListed, counted: total },
    { may: readsAny, query: () => '?size=100', shows: handles, seen: names('denunciation') }, { may: reads, query: ofUnit(), shows: itself(reads), seen: names('visit') },
  ],
  'POST /reception/visits': [
    { may: receives, body: ({ unitId }) => aVisit(unitId, RECEPTION_DAY) },
    { may: (model, place) => receives(model, place) && model.over('petitions.handle-denunciations', place), body: ({ unitId }) => aVisit(unitId, RECEPTION_DAY, { matters: [aMatter('Tố cáo', { kind: 'denunciation' })] }) },
  ],
  'GET /reception/known-people': [
    { may: receives, query: ofUnit(`&q=${WORD}`), shows: itself(receives), seen: names('visit') },
    { may: receives, query: ofUnit(`&q=${WORD}`), shows: itself((model, place) => receives(model, place) && handles(model, place)), seen: names('denunciation') },
  ],
  'GET /reception/known-people/{from}/{id}': { may: receives, of: ({ world, place }) => ['visit', world.reception.of[place].visitor], shows: itself(receives), seen: names('visit') },
  // Of a code that no receipt has, nobody is told anything; who finds a case by its code is tried in visits.db.test.ts.
  'GET /reception/cases': { may: () => false, query: ofUnit('&code=0000-0000-0000') },
  'GET /reception/visits/{id}': [
    visit('visit', { may: reads, shows: itself(reads), seen: names('visit') }), visit('denunciation', { may: reads, shows: itself(handles), seen: names('denunciation') }),
    visit('denunciation', { may: reads, shows: itself(handles), seen: contents('denunciation') }),
  ],
  'PUT /reception/visits/{id}': visit('visit', { may: receives, body: CORRECTION }),
  'POST /reception/visits/{id}/told': visit('visit', { may: receives, body: () => ({ version: 1, toldOn: RECEPTION_DAY, how: 'Gửi công văn' }) }),
  'POST /reception/visits/{id}/notice': visit('refused', { may: receives, body: () => ({ version: 1, number: '3', signedOn: RECEPTION_DAY }) }),
  'GET /reception/visits/{id}/notice.{format}': visit('refused', { may: reads, shows: itself(reads), seen: isFile }, docx),
  'GET /reception/visits/{id}/receipt.{format}': [visit('visit', { may: reads }, docx), visit('denunciation', { may: handles }, docx)],
  'POST /reception/visits/{id}/files': [
    visit('visit', { may: receives, form: () => ({ fields: {}, file: new File(['Ảnh'], 'anh.txt') }) }),
    visit('denunciation', { may: (model, place) => receives(model, place) && handles(model, place), form: () => ({ fields: {}, file: new File(['Ảnh'], 'anh.txt') }) }),
  ],
  'GET /reception/visits/{id}/files/{fileId}': visit('visit', { may: reads }, ({ world, place }) => [world.reception.of[place].file]),
  'GET /reception/register.xlsx': { may: reads, query: ofUnit(`&from=${RECEPTION_DAY}&to=${RECEPTION_DAY}`), shows: itself(reads), seen: isFile },
  'GET /reception/register.{format}': { may: reads, of: docx, query: ofUnit(`&from=${RECEPTION_DAY}&to=${RECEPTION_DAY}&identity=whole`), shows: itself(reads), seen: isFile },
}

/** The routes of reception, each with who may ask it. */
export const RECEPTION_ROUTE_CASES: Readonly<Record<string, RouteCases>> = { ...DAYS, ...VISITS }
