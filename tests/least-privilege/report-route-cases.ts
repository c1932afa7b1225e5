import { aboveOf, PLACES, type Model, type Place } from './rights-model.ts'
import type { RouteCase, RouteCases, Subject } from './route-case.ts'
import { DRAFT_FORM, FIGURE, FORM, numberOf, openingOf, paperOf, periodNameOf, saidOf, secretOf, sumOf, type Stage } from './report-world.ts'
import { placeOf, UNIT_IDS, WORD } from './world.ts'

const reads = (model: Model, place: Place) => model.over('reports.read', place)
const prepares = (model: Model, place: Place) => model.over('reports.prepare', place)
const approves = (model: Model, place: Place) => model.over('reports.approve', place)
/** Who writes or approves it sees what is being written; nobody else. */
const isInside = (model: Model, place: Place) => prepares(model, place) || approves(model, place)
/** The level above; the province's own report goes out of the house. */
function receives(model: Model, place: Place): boolean {
  const above = aboveOf(place)
  return above !== null && model.over('reports.receive', above)
}
/** Everybody else is told that there is no such report. */
const knows = (model: Model, place: Place) => reads(model, place) || receives(model, place)
/** Its sums before anything was sent: not for who will only receive it. */
const follows = (model: Model, place: Place) => reads(model, place) || isInside(model, place)
const manages = (model: Model) => model.everywhere('reports.manage')
const readsAny = (model: Model) => model.anywhere('reports.read')
const decides = (model: Model, place: Place) => (aboveOf(place) === null ? manages(model) : receives(model, place))
const itself = (rule: (model: Model, place: Place) => boolean) => (model: Model, place: Place, asked: Place) => place === asked && rule(model, place)
/** May be read, and what it is part of may not. */
function isTop(model: Model, place: Place): boolean {
  const above = aboveOf(place)
  return reads(model, place) && (above === null || !reads(model, above))
}
const isWithin = (place: Place, asked: Place) => place === asked || aboveOf(place) === asked

const saysOf = (wordOf: (place: Place) => string) => (body: string) => PLACES.filter((place) => body.includes(wordOf(place)))
const says = (stage: Stage | 'mended') => saysOf((place) => secretOf(stage, place))
const numbers = (body: string) => PLACES.filter((place) => new RegExp(`\\b${String(numberOf(place))}\\b`).test(body))
const sums = (body: string) => PLACES.filter((place) => new RegExp(`\\b${String(sumOf(place))}\\b`).test(body))
const unitsBy = (key: string) => (body: string) => [...body.matchAll(new RegExp(`"${key}":"([0-9a-f-]{36})"`, 'g'))].map(([, id]) => placeOf(id ?? ''))
const listed = unitsBy('unitId')
const linkedIn = (stage: Stage) => (body: string, { world }: Subject) => PLACES.filter((place) => body.includes(`/bao-cao/${world.reports.periods[stage]}/${UNIT_IDS[place]}`))
const period = (stage: Stage) => ({ world }: Subject) => [world.reports.periods[stage]]
const ofPeriod = (stage: Stage, more = '') => ({ world }: Subject) => `?periodId=${world.reports.periods[stage]}${more}`

/** Asked about the report of a place that stands at a stage; its path goes on with `rest`. */
function ofReport(stage: Stage, routeCase: Omit<RouteCase, 'of' | 'knows'>, rest: (subject: Subject) => readonly string[] = () => []): RouteCase {
  return { ...routeCase, knows, of: (subject) => [...period(stage)(subject), subject.unitId, ...rest(subject)] }
}
/** One number said twice is the same, or neither. */
const both = (...names: readonly (readonly string[])[]) => (body: string) => {
  const [one, ...others] = names.map((path) => path.reduce((value: unknown, name) => (value as Record<string, unknown>)[name], JSON.parse(body)))
  return others.every((other) => other === one) ? Number(one) : Number.NaN
}
const expectedIn = (stage: Stage) => (body: string) => (JSON.parse(body) as { periods: { name: string; expected: number }[] }).periods.find(({ name }) => name === periodNameOf(stage))?.expected ?? 0

const OF = '/reports/periods/{periodId}/units/{unitId}'
const whole = (stage: Stage, shows: RouteCase['shows']) => ofReport(stage, { may: knows, shows: shows ?? itself(isInside), seen: says(stage) })
const code = () => [FIGURE]
const NEW_PERIOD = () => ({ formCode: FORM, code: 'them', name: 'Báo cáo theo yêu cầu', from: '2022-02-01', to: '2022-02-28' })
const NEW_FIGURE = () => ({ name: `Số cuộc ${WORD}`, kind: 'count', measure: 'cuộc', combination: { rule: 'sum' }, source: 'Quy chế làm việc', certainty: 'unverified' })
const NEW_RULE = () => ({ formCode: FORM, span: 'half-year', class: 'departments', dueDays: 7, dueCounted: 'working', source: 'Quy chế làm việc', certainty: 'unverified', validFrom: '2031-01-01' })
const BECAUSE = () => ({ because: 'Chưa đủ số liệu kỳ này' })
const VERSION = () => ({ version: 1 })

const LISTS: Readonly<Record<string, RouteCases>> = {
  'GET /reports': [
    { may: () => true, query: ofPeriod('drafting', '&tab=all'), shows: knows, seen: listed, counted: both(['total']) },
    { may: () => true, query: ofPeriod('drafting', '&tab=mine'), shows: isInside, seen: listed, counted: both(['total']) },
    { may: () => true, query: () => '?tab=to-approve', shows: approves, seen: listed, counted: both(['total'], ['counts', 'toApprove']) },
    { may: () => true, query: () => '?tab=to-receive', shows: receives, seen: listed, counted: both(['total'], ['counts', 'toReceive']) },
    { may: () => true, query: () => '?tab=mine&state=submitted', shows: isInside, seen: listed, counted: both(['total']) },
    { may: () => true, query: ({ unitId }) => `?tab=all&form=${FORM}&state=draft&unitId=${unitId}`, shows: itself(knows), seen: listed, counted: both(['total']) },
    { may: () => true, query: ofPeriod('received', '&tab=all&show=sent'), shows: knows, seen: listed, counted: both(['total']) },
  ],
  'GET /reports.xlsx': { may: () => true, query: ofPeriod('drafting', '&tab=all') },
  'GET /reports/completeness': { may: readsAny, query: ofPeriod('received'), shows: knows, seen: unitsBy('id'), counted: both(['totals', 'expected'], ['totals', 'sent']) },
  'GET /reports/completeness.xlsx': { may: readsAny, query: ofPeriod('received') },
  'GET /reports/periods': { may: readsAny, shows: knows, counted: expectedIn('drafting') },
  'POST /reports/periods/preview': { may: manages, body: NEW_PERIOD },
  'POST /reports/periods': { may: manages, body: NEW_PERIOD },
  'GET /reports/periods/{periodId}/sums': [
    { may: readsAny, of: period('received'), shows: isTop, seen: unitsBy('id') }, { may: readsAny, of: period('drafting'), shows: () => false, seen: numbers },
    { may: readsAny, of: period('approved'), query: () => '?count=sent', shows: () => false, seen: numbers },
    { may: readsAny, of: period('sent'), query: () => '?count=sent', shows: isTop, seen: unitsBy('id') },
  ],
  'POST /reports/periods/{periodId}/close': { may: manages, of: period('sent') },
  'POST /reports/periods/{periodId}/reopen': { may: manages, of: period('sent') },
}

const FORMS: Readonly<Record<string, RouteCases>> = {
  'GET /reports/forms': { may: readsAny, shows: (model, place, asked) => place === asked && model.anywhere('reports.manage'), seen: (body, { place }) => (body.includes(DRAFT_FORM) ? [place] : []) },
  'POST /reports/forms': { may: manages, body: ({ world }) => ({ code: 'mau-moi', definition: world.reports.definition }) },
  'GET /reports/forms/{code}': [{ may: readsAny, of: () => [FORM] }, { may: (model) => model.anywhere('reports.manage'), of: () => [DRAFT_FORM] }],
  'POST /reports/forms/{code}/draft': { may: manages, of: () => [FORM] },
  'PUT /reports/forms/{code}/draft': { may: manages, of: () => [DRAFT_FORM], body: ({ world }) => ({ edits: 1, definition: world.reports.definition }) },
  'POST /reports/forms/{code}/publish': { may: manages, of: () => [DRAFT_FORM], body: () => ({ edits: 1, validFrom: '2022-04-01' }) },
  'GET /reports/figures': { may: readsAny },
  'PUT /reports/figures/{code}': { may: manages, of: () => ['dan-van.chi-tieu-moi'], body: NEW_FIGURE },
  'GET /reports/rules': { may: readsAny },
  'POST /reports/rules': { may: manages, body: NEW_RULE },
  'POST /reports/rules/{id}/end': { may: manages, of: ({ world }) => [world.reports.rule], body: () => ({ until: '2031-01-01' }) },
}

const exported = (route: string): Readonly<Record<string, RouteCases>> => ({
  [`GET ${OF}/${route}`]: [
    ofReport('drafting', { may: knows, shows: itself(isInside), seen: numbers }), ofReport('approved', { may: knows, shows: itself(isInside), seen: numbers }), ofReport('received', { may: knows, shows: itself(knows), seen: sums }),
  ],
})

/** A file, and not a refusal. */
const isFile = (body: string, { place }: Subject) => (body.startsWith('PK') ? [place] : [])
/** Outside the unit there is nothing on paper before it was sent. */
const PAPERS: Readonly<Record<string, RouteCases>> = {
  [`GET ${OF}/document`]: [
    ofReport('drafting', { may: isInside, shows: itself(isInside), seen: saysOf(openingOf) }), ofReport('approved', { may: isInside }), ofReport('sent', { may: knows, shows: itself(knows), seen: saysOf(openingOf) }),
  ],
  [`PUT ${OF}/document`]: ofReport('drafting', { may: isInside, body: ({ place }) => paperOf(place) }),
  [`GET ${OF}/document.{format}`]: [
    ofReport('drafting', { may: isInside, shows: itself(isInside), seen: isFile }, () => ['docx']), ofReport('approved', { may: isInside, shows: itself(isInside), seen: isFile }, () => ['docx']),
    ofReport('sent', { may: knows, shows: itself(knows), seen: isFile }, () => ['docx']),
    ofReport('returned', { may: (model, place) => (place === 'province' ? isInside : knows)(model, place) }, () => ['docx']),
  ],
}

const READING: Readonly<Record<string, RouteCases>> = {
  [`GET ${OF}`]: [
    whole('drafting', itself(isInside)), whole('submitted', itself(isInside)), whole('approved', itself(isInside)), whole('sent', itself(knows)), whole('received', itself(knows)),
    ofReport('returned', { may: knows, shows: itself(isInside), seen: says('mended') }),
    ofReport('returned', { may: knows, shows: itself((model, place) => !isInside(model, place) && place !== 'province'), seen: says('returned') }),
    ofReport('returned', { may: knows, shows: itself((model, place) => place !== 'province' && (isInside(model, place) || receives(model, place))), seen: saysOf((place) => saidOf('remark', place)) }),
    ofReport('drafting', { may: knows, shows: itself(isInside), seen: numbers }),
    ofReport('approved', { may: knows, shows: itself(isInside), seen: (body, { place }) => ((JSON.parse(body) as { revisions?: unknown[] }).revisions?.length ? [place] : []) }),
    ofReport('drafting', { may: knows, shows: itself(isInside), seen: (body, { place }) => ((JSON.parse(body) as { findings?: unknown[] }).findings?.length ? [place] : []) }),
  ],
  [`GET ${OF}/revisions/{number}`]: [
    ofReport('approved', { may: isInside, shows: itself(isInside), seen: says('approved') }, () => ['1']),
    ofReport('sent', { may: knows, shows: itself(knows), seen: says('sent') }, () => ['1']),
    ofReport('returned', { may: (model, place) => (place === 'province' ? isInside : knows)(model, place), shows: itself(knows), seen: says('returned') }, () => ['1']),
  ],
  [`GET ${OF}/facts/{code}`]: ofReport('drafting', { may: reads }, ({ world }) => [world.reports.counted]),
  [`GET ${OF}/sums`]: [
    ofReport('drafting', { may: follows, shows: itself(isInside), seen: numbers }), ofReport('approved', { may: follows, query: () => '?count=sent', shows: itself(isInside), seen: numbers }),
    ofReport('sent', { may: knows, shows: (_model, place, asked) => place === asked, seen: unitsBy('id') }),
    ofReport('sent', { may: knows, query: () => '?count=sent', shows: (_model, place, asked) => isWithin(place, asked), seen: unitsBy('id') }),
    ofReport('received', { may: knows, shows: (_model, place, asked) => isWithin(place, asked), seen: unitsBy('id') }),
    ofReport('received', { may: knows, query: () => '?tree=now' }),
  ],
  [`GET ${OF}/sums/{code}`]: [
    ofReport('drafting', { may: follows, shows: itself(isInside), seen: numbers }, code), ofReport('approved', { may: follows, query: () => '?count=sent', shows: itself(isInside), seen: numbers }, code),
    ofReport('received', { may: knows, shows: (_model, place, asked) => isWithin(place, asked), seen: unitsBy('id') }, code),
    ofReport('received', { may: knows, query: () => `?at=${UNIT_IDS.justice}`, shows: (_model, place, asked) => place === 'justice' && ['justice', 'province'].includes(asked), seen: numbers }, code),
  ],
  [`GET ${OF}/narratives`]: [
    ofReport('received', { may: isInside, shows: (_model, place, asked) => aboveOf(place) === asked, seen: says('received') }),
    ofReport('sent', { may: isInside, shows: () => false, seen: says('sent') }), ofReport('returned', { may: isInside, shows: () => false, seen: says('mended') }),
  ],
  ...exported('figures.json'), ...exported('figures.csv'), ...exported('figures.xml'),
  [`GET ${OF}/figures.xlsx`]: ofReport('received', { may: knows, query: () => '?below=1' }),
  [`GET ${OF}/template.xlsx`]: ofReport('drafting', { may: isInside }),
}

const STEPS: Readonly<Record<string, RouteCases>> = {
  [`PUT ${OF}`]: [
    ofReport('drafting', { may: prepares, body: () => ({ version: 1, texts: { I: 'Đã làm' } }) }),
    ofReport('drafting', { may: prepares, body: () => ({ version: 0, texts: { I: 'Đã làm' } }), shows: itself(prepares), seen: says('drafting') }),
    ofReport('drafting', { may: prepares, body: () => ({ version: 1, overrides: { [FIGURE]: { value: 5, because: 'Bổ sung số của tỉnh' } } }) }),
  ],
  [`POST ${OF}/import`]: [
    ofReport('drafting', { may: prepares, body: () => ({ values: { [FIGURE]: 5 } }) }),
    ofReport('drafting', { may: prepares, form: () => ({ fields: {}, file: new File(['x'], 'so-lieu.xlsx') }) }),
  ],
  [`POST ${OF}/submit`]: ofReport('drafting', { may: prepares, body: VERSION }),
  [`POST ${OF}/recall`]: [ofReport('submitted', { may: prepares }), ofReport('approved', { may: prepares })],
  [`POST ${OF}/approve`]: ofReport('submitted', { may: approves, body: VERSION }),
  [`POST ${OF}/return`]: [ofReport('submitted', { may: approves, body: BECAUSE }), ofReport('approved', { may: approves, body: BECAUSE })],
  [`POST ${OF}/send`]: ofReport('approved', { may: isInside }),
  [`POST ${OF}/receive`]: ofReport('sent', { may: receives }),
  [`POST ${OF}/send-back`]: [ofReport('sent', { may: receives, body: BECAUSE }), ofReport('received', { may: receives, body: BECAUSE })],
  [`POST ${OF}/exceptions`]: ofReport('unasked', { may: prepares, body: BECAUSE }),
  [`POST ${OF}/exceptions/{exceptionId}`]: ofReport('locked', { may: decides, body: () => ({ grantedUntil: '2022-03-20' }) }, ({ world, place }) => [world.reports.of[place].exception]),
  [`POST ${OF}/remarks/{remarkId}`]: ofReport('returned', { may: (model, place) => place !== 'province' && prepares(model, place), body: () => ({ answer: 'Đã bổ sung' }) }, ({ world, place }) => [world.reports.of[place].remark]),
}

/** The routes of reports, each with who may ask it. */
export const REPORT_ROUTE_CASES: Readonly<Record<string, RouteCases>> = { ...LISTS, ...FORMS, ...READING, ...PAPERS, ...STEPS }

/** What reports add to the search and to "Việc của tôi". */
export const REPORTS_ELSEWHERE: readonly (readonly [string, RouteCase])[] = [
  ['GET /search', { may: () => true, query: ({ world, place }) => `?q=${encodeURIComponent(`${periodNameOf('drafting')} ${world.reports.of[place].name}`)}`, shows: itself(reads), seen: (body, subject) => linkedIn('drafting')(body, subject).filter((place) => place === subject.place) }],
  ['GET /search', { may: () => true, query: ({ place }) => `?q=${secretOf('received', place)}`, shows: () => false, seen: linkedIn('received') }],
  ['GET /plans/my-work', { may: () => true, shows: prepares, seen: linkedIn('drafting') }],
  ['GET /plans/my-work', { may: () => true, shows: approves, seen: linkedIn('submitted') }],
  ['GET /plans/my-work', { may: () => true, shows: decides, seen: saysOf((place) => saidOf('exception', place)) }],
]
