import type { Model, Place } from './rights-model.ts'
import type { RouteCases, Subject } from './route-case.ts'
import { placeOf } from './world.ts'

const FOLLOW = 'petitions.read-statistics'
const follows = (model: Model, place: Place) => model.over(FOLLOW, place)
/** Works there, or reads the cases: nothing is hidden, and a board may be narrowed to it. */
const isOwn = (model: Model, place: Place) => follows(model, place) && (model.home === place || model.over('petitions.read', place))
const may = (model: Model) => model.anywhere(FOLLOW)
const itself = (model: Model, place: Place, asked: Place) => place === asked && isOwn(model, place)

interface Row { readonly key: string; readonly isOwn: boolean; readonly list: string | null }
const rowsOf = (body: string) => { const { rows, spots } = JSON.parse(body) as { rows?: Row[]; spots?: Row[] }; return rows ?? spots ?? [] }
const told = (body: string) => rowsOf(body).map(({ key }) => placeOf(key))
const whole = (body: string) => rowsOf(body).flatMap((row) => (row.isOwn ? [placeOf(row.key)] : []))
const linked = (body: string) => rowsOf(body).flatMap(({ key, list }) => (list === null ? [] : [placeOf(key)]))
const count = (body: string) => rowsOf(body).length
const countOwn = (body: string) => (JSON.parse(body) as { ownUnits: unknown[] }).ownUnits.length
const narrowed = ({ unitId }: Subject) => `?by=unit&unitId=${unitId}`
const WEIGHTS = {
  factors: ['cases', 'people', 'repeats', 'groups', 'level-skipping', 'overdue', 'days-waiting'].map((factor) => ({ factor, weight: 1, most: 10 })), watchFrom: 10, hotFrom: 20, source: 'Quy chế làm việc', certainty: 'verified',
}

/** Of every place there are open letters of more than four people. */
const board: RouteCases = [
  { may, query: () => '?by=unit', shows: follows, seen: told, counted: count },
  { may, query: () => '?by=unit', shows: isOwn, seen: whole, counted: countOwn },
  { may, query: () => '?by=unit', shows: (model, place) => follows(model, place) && model.over('petitions.read', place), seen: linked },
  { may: isOwn, query: narrowed, shows: itself, seen: told, counted: count },
]

export const PETITION_STATISTICS_CASES: Readonly<Record<string, RouteCases>> = {
  'GET /petitions/due': board,
  'GET /petitions/due.xlsx': [{ may, query: () => '?by=topic' }, { may: isOwn, query: narrowed }],
  'GET /petitions/hot-spots': board,
  'GET /petitions/hot-spots/weights': { may },
  'PUT /petitions/hot-spots/weights': { may: (model) => model.everywhere('petitions.manage'), body: () => WEIGHTS },
}
