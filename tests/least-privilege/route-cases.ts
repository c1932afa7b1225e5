import { readFileSync } from 'node:fs'
import { PLACES, type Model, type Place } from './rights-model.ts'
import type { RouteCase, RouteCases, Subject } from './route-case.ts'
import { DEADLINE_ROUTE_CASES } from './deadline-route-cases.ts'
import { PETITION_ACT_ROUTE_CASES } from './petition-act-route-cases.ts'
import { PETITION_ROUTE_CASES, PETITIONS_ELSEWHERE } from './petition-route-cases.ts'
import { PETITION_STATISTICS_CASES } from './petition-statistics-cases.ts'
import { RECEPTION_ROUTE_CASES } from './reception-route-cases.ts'
import { REPORT_ROUTE_CASES, REPORTS_ELSEWHERE } from './report-route-cases.ts'
import { APPOINTMENT, BRIEFING, placeOf, WORD } from './world.ts'

const signedIn = () => true
const never = () => false
const anywhere = (permission: string) => (model: Model) => model.anywhere(permission)
const everywhere = (permission: string) => (model: Model) => model.everywhere(permission)
const over = (permission: string) => (model: Model, place: Place) => model.over(permission, place)
const overProvince = (permission: string) => (model: Model) => model.over(permission, 'province')

const follows = (model: Model, place: Place) => model.over('plans.read-progress', place)
const reads = (model: Model, place: Place) => model.over('documents.read', place)
const prepares = overProvince('plans.prepare-directive')
/** It went to every unit. */
const readsDirective = (model: Model) => model.anywhere('plans.read-progress') && (prepares(model) || PLACES.some((place) => reads(model, place)))
const writesReport = (model: Model) => readsDirective(model) && model.over('plans.write-report', 'province')
const readsLetter = (model: Model) => PLACES.some((place) => reads(model, place))
const ofUnitPlan = (permission: string) => (model: Model, place: Place) => readsDirective(model) && follows(model, place) && model.over(permission, place)
const ofDelivery = (permission: string) => (model: Model, place: Place) => reads(model, place) && model.over(permission, place)
const changesPaper = (model: Model, place: Place) => (reads(model, place) || (place === 'province' && readsLetter(model))) && model.over('documents.register', place)
const knowsAccount = over('people.read-accounts')
const managesAccount = (model: Model, place: Place) => knowsAccount(model, place) && model.over('people.manage-accounts', place)

const directive = ({ world }: Subject) => [world.directive.id]
const draft = ({ world }: Subject) => [world.draft.id]
const draftDuty = ({ world }: Subject) => [world.draft.id, world.draft.dutyId]
const unitPlan = ({ world, unitId }: Subject) => [world.directive.id, unitId]
const obligation = ({ world, place }: Subject) => [world.of[place].obligation]
const paper = ({ world, place }: Subject) => [world.of[place].paper]
const plan = ({ world }: Subject) => [world.directive.documentId]
const delivery = ({ world, unitId }: Subject) => [world.directive.documentId, unitId]
const briefing = (subject: Subject) => [...delivery(subject), subject.world.of[subject.place].briefing]
const account = ({ world, place }: Subject) => [world.of[place].account]
const unit = ({ unitId }: Subject) => [unitId]

const ABOUT_PAPER = { type: 'cong_van', issuer: 'Cơ quan ban hành', summary: `Giấy ${WORD}`, isPublic: false }
const DUTY = { title: 'Một việc phải làm', schedule: { kind: 'once', dueOn: '2022-12-20' }, addressees: [] }
const UNIT_PLAN = { version: 1, title: 'Kế hoạch của đơn vị', measures: [{ dutyId: null, what: 'Tổ chức hội nghị', who: 'Văn phòng', dueOn: null }] }
const STEP = { level: 'head', source: 'Quy chế làm việc', certainty: 'verified', validFrom: '2030-01-01' }
const PLAN_FILE = readFileSync(new URL('../../database/seed/ke-hoach-quy-che-456.md', import.meta.url))
const READING = {
  title: 'Kế hoạch', kind: null, number: null, issuedOn: null, issuer: null, signer: { name: null, position: null }, sections: [], citations: [], recipients: [], addressees: [],
}
const saveAccount = ({ unitId }: Subject) => ({ login: `moi-${unitId.slice(0, 8)}`, name: 'Cán bộ mới', unitId })
const rename = ({ unitId }: Subject) => ({ kind: 'rename', on: '2022-05-01', unitId, name: 'Tên mới của đơn vị', code: null })

/** The places named in a body by their units' ids, found by one key wherever it stands. */
const placesBy = (key: string) => (body: string) => [...body.matchAll(new RegExp(`"${key}":"([0-9a-f-]{36})"`, 'g'))].map(([, id]) => placeOf(id ?? ''))
const placesOfPapers = (body: string, { world }: Subject) => PLACES.filter((place) => body.includes(world.of[place].paper))
const placesOfAccounts = (body: string, { world }: Subject) => PLACES.filter((place) => body.includes(world.of[place].account))
/** The number at a path of names in the answer. */
const countAt = (...names: readonly string[]) => (body: string) => Number(names.reduce((value: unknown, name) => (value as Record<string, unknown>)[name], JSON.parse(body)))
const directiveSeen = (body: string, { world, place }: Subject) => (body.includes(world.directive.id) ? [place] : [])
const draftSeen = (body: string, { world, place }: Subject) => (body.includes(world.draft.id) ? [place] : [])
const aboutDirective = ({ world }: Subject) => `?directiveId=${world.directive.id}`

const OTHER_ROUTE_CASES: Readonly<Record<string, RouteCases>> = {
  'GET /session': 'anyone',
  'POST /people/sign-in': 'anyone',
  'POST /people/second-step': 'anyone',
  'POST /people/sign-out': 'anyone',
  'GET /people/invitations/{token}': 'anyone',
  'POST /people/invitations/{token}': 'anyone',
  'GET /people/me/sessions': 'own',
  'DELETE /people/me/sessions': 'own',
  'PUT /people/me/password': 'own',
  'POST /people/me/totp': 'own',
  'PUT /people/me/totp': 'own',
  'GET /people/me/notices': 'own',
  'PUT /people/me/notices/read': 'own',
  'PUT /people/me/language': 'own',
  'POST /people/me/recovery-codes': 'own',
  'GET /people/me/delegations': 'own',
  'DELETE /people/me/sessions/{id}': { may: never, of: ({ world }) => [world.otherSession] },
  'DELETE /people/me/delegations/{id}': { may: never, of: ({ world }) => [world.of.justice.assignment] },
  'POST /people/me/delegations': {
    may: (model, place) => model.byOwnRole('unit-head', 'people.delegate', place),
    body: ({ world, unitId, place }) => ({ toAccountId: world.of[place].account, role: 'unit-head', unitId, decision: '12/QĐ', validFrom: '2030-01-01', validUntil: '2030-02-01' }),
  },

  'GET /people/accounts': {
    may: anywhere('people.read-accounts'), query: () => `?size=100&text=${WORD}`, shows: knowsAccount, seen: placesOfAccounts, counted: countAt('total'),
  },
  'POST /people/accounts': { may: managesAccount, body: saveAccount },
  'GET /people/accounts/{id}': { may: knowsAccount, of: account },
  'PUT /people/accounts/{id}': { may: managesAccount, of: account, body: saveAccount },
  'PUT /people/accounts/{id}/blocked': { may: managesAccount, of: account, body: () => ({ isBlocked: true }) },
  'POST /people/accounts/{id}/link': { may: managesAccount, of: account },
  'POST /people/accounts/{id}/roles': { may: managesAccount, of: account, body: ({ unitId }) => ({ role: 'observer', unitId, validFrom: '2022-01-01' }) },
  'DELETE /people/accounts/{id}/roles/{roleId}': { may: managesAccount, of: ({ world, place }) => [world.of[place].account, world.of[place].assignment] },
  'GET /people/units/{unitId}/appointments': { may: signedIn, of: unit },
  'POST /people/units/{unitId}/appointments': { may: over('people.record-appointments'), of: unit, body: () => APPOINTMENT },
  'DELETE /people/units/{unitId}/appointments/{id}': { may: over('people.record-appointments'), of: ({ world, place, unitId }) => [unitId, world.of[place].appointment] },
  'GET /people/units/{unitId}/holders': { may: knowsAccount, of: unit },
  'GET /people/roles': { may: anywhere('people.read-accounts') },
  'PUT /people/roles/{role}': { may: everywhere('people.manage-accounts'), of: () => ['observer'], body: () => ({ needsSecondStep: true }) },
  'GET /people/audit': { may: everywhere('platform.read-audit') },

  'GET /organisations/tree': { may: signedIn },
  'GET /organisations/units/{id}': { may: signedIn, of: unit },
  'GET /organisations/acts': { may: signedIn },
  'GET /organisations/changes': { may: signedIn },
  'POST /organisations/acts': { may: anywhere('organisations.change-units'), body: () => ({ kind: 'Nghị quyết', number: '1/NQ', issuer: 'Cơ quan', subject: 'Sắp xếp' }) },
  'POST /organisations/changes/preview': { may: over('organisations.change-units'), body: rename },
  'POST /organisations/changes': { may: over('organisations.change-units'), body: (subject) => ({ order: rename(subject), token: 'của hôm trước' }) },
  'POST /organisations/changes/{id}/undo': { may: (model) => model.over('organisations.change-units', 'province'), of: ({ world }) => [world.change] },

  'GET /search': [
    { may: signedIn, query: ({ place }) => `?q=${WORD}-${place}`, shows: (model, place, asked) => place === asked && reads(model, place), seen: placesOfPapers },
    { may: signedIn, query: ({ place }) => `?q=${WORD}-${place}`, shows: (model, place, asked) => place === asked && knowsAccount(model, place), seen: placesOfAccounts },
    { may: signedIn, query: () => '?q=ke hoach', shows: (model, place, asked) => place === asked && readsDirective(model), seen: directiveSeen },
    { may: signedIn, query: () => '?q=ke hoach', shows: (model, place, asked) => place === asked && prepares(model), seen: draftSeen },
    { may: signedIn, query: () => `?q=${WORD}`, shows: (model, place, asked) => place === asked && model.anywhere('plans.read-progress'), seen: directiveSeen },
    { may: signedIn, query: () => `?q=${WORD}`, shows: never, seen: draftSeen },
  ],

  'GET /documents': {
    may: signedIn, query: () => `?size=100&q=giay ${WORD}`, shows: reads, seen: placesOfPapers, counted: countAt('total'),
  },
  'GET /documents/types': { may: signedIn },
  'GET /documents/inbox': { may: anywhere('documents.acknowledge'), shows: over('documents.acknowledge'), seen: placesBy('unitId') },
  'POST /documents': { may: anywhere('documents.register'), form: () => ({ fields: { type: 'cong_van', issuer: 'Cơ quan', summary: 'Một văn bản', isPublic: 'true' } }) },
  'GET /documents/{id}': { may: reads, of: paper },
  'PUT /documents/{id}': { may: changesPaper, of: paper, body: () => ABOUT_PAPER },
  'POST /documents/{id}/relations': { may: changesPaper, of: paper, body: ({ world }) => ({ effect: 'replaces', targetId: world.directive.documentId, since: '2022-02-01' }) },
  'DELETE /documents/{id}/relations/{relationId}': { may: (model) => changesPaper(model, 'province'), of: ({ world }) => [world.of.province.paper, world.relation] },
  'GET /documents/{id}/file': { may: reads, of: paper },
  'GET /documents/{id}/coverage': { may: anywhere('documents.read'), of: plan, shows: reads, seen: placesBy('unitId'), counted: countAt('figures', 'sent') },
  'GET /documents/{id}/coverage.xlsx': { may: anywhere('documents.read'), of: plan },
  'POST /documents/{id}/deliveries/{unitId}/acknowledge': { may: ofDelivery('documents.acknowledge'), of: ({ world, unitId }) => [world.letter, unitId] },
  'POST /documents/{id}/deliveries/{unitId}/briefings': { may: ofDelivery('documents.record-briefing'), of: delivery, form: () => ({ fields: BRIEFING }) },
  'PUT /documents/{id}/deliveries/{unitId}/briefings/{briefingId}': { may: ofDelivery('documents.record-briefing'), of: briefing, form: () => ({ fields: BRIEFING }) },
  'GET /documents/{id}/deliveries/{unitId}/briefings/{briefingId}/file': { may: reads, of: briefing },
  'DELETE /documents/{id}/deliveries/{unitId}/briefings/{briefingId}': { may: ofDelivery('documents.record-briefing'), of: briefing },
  'GET /documents/acknowledgement-steps': { may: everywhere('documents.manage-reminders') },
  'POST /documents/acknowledgement-steps': { may: everywhere('documents.manage-reminders'), body: () => ({ ...STEP, afterDays: 9 }) },
  'POST /documents/acknowledgement-steps/{id}/end': { may: everywhere('documents.manage-reminders'), of: ({ world }) => [world.stepOfDocuments], body: () => ({ until: '2030-01-01' }) },

  'GET /plans/directives': [
    { may: anywhere('plans.read-progress'), shows: (model, place, asked) => place === asked && readsDirective(model), seen: directiveSeen },
    { may: anywhere('plans.read-progress'), shows: (model, place, asked) => place === asked && prepares(model), seen: draftSeen },
  ],
  'POST /plans/directives': { may: anywhere('plans.prepare-directive'), form: () => ({ fields: {}, file: new File([PLAN_FILE], 'ke-hoach.md') }) },
  'GET /plans/directives/{id}': { may: readsDirective, of: directive },
  'GET /plans/directives/{id}/file': { may: readsDirective, of: directive },
  'PUT /plans/directives/{id}/reading': { may: prepares, of: draft, body: () => ({ version: 1, reading: READING }) },
  'GET /plans/directives/{id}/issue-preview': { may: prepares, of: draft },
  'POST /plans/directives/{id}/issue': { may: overProvince('plans.issue-directive'), of: draft, body: () => ({ number: '1/KH-UBND', issuedOn: '2022-02-01' }) },
  'POST /plans/directives/{id}/withdraw': { may: overProvince('plans.issue-directive'), of: directive, body: () => ({ because: 'Ban hành nhầm' }) },
  'POST /plans/schedule-in-words': { may: anywhere('plans.prepare-directive'), body: () => DUTY.schedule },
  'POST /plans/directives/{id}/duties/from-clauses': { may: prepares, of: draft, body: () => ({ paths: ['II.1'], dueOn: '2022-12-20' }) },
  'POST /plans/directives/{id}/duties': { may: prepares, of: draft, body: () => DUTY },
  'PUT /plans/directives/{id}/duties/{dutyId}': { may: prepares, of: draftDuty, body: () => DUTY },
  'DELETE /plans/directives/{id}/duties/{dutyId}': { may: prepares, of: draftDuty },

  'GET /plans/my-work': {
    may: signedIn, shows: over('plans.report-progress'), seen: (body, { world }) => PLACES.filter((place) => body.includes(world.of[place].obligation)), counted: countAt('counts', 'total'),
  },
  'GET /plans/board': { may: anywhere('plans.read-progress'), query: aboutDirective, shows: follows, seen: placesBy('id'), counted: countAt('totals', 'total') },
  'GET /plans/board.xlsx': { may: anywhere('plans.read-progress'), query: aboutDirective },
  'GET /plans/roll-up': { may: anywhere('plans.read-progress'), query: aboutDirective, shows: follows, counted: countAt('total', 'total') },
  'GET /plans/obligations': { may: anywhere('plans.read-progress'), query: (subject) => `${aboutDirective(subject)}&size=200`, shows: follows, seen: placesBy('unitId'), counted: countAt('total') },
  'GET /plans/obligations.xlsx': { may: anywhere('plans.read-progress'), query: aboutDirective },
  'GET /plans/units/{unitId}/work': { may: follows, of: unit },
  'GET /plans/obligations/{id}': { may: follows, of: obligation },
  'POST /plans/obligations/{id}/progress': { may: (model, place) => follows(model, place) && model.over('plans.report-progress', place), of: obligation, form: () => ({ fields: { kind: 'note', note: 'Đang làm' } }) },
  'GET /plans/obligations/{id}/files/{fileId}': { may: follows, of: ({ world, place }) => [world.of[place].obligation, world.of[place].evidence] },

  'GET /plans/directives/{id}/unit-plans/{unitId}': { may: (model, place) => readsDirective(model) && follows(model, place), of: unitPlan },
  'PUT /plans/directives/{id}/unit-plans/{unitId}': { may: ofUnitPlan('plans.prepare-unit-plan'), of: unitPlan, body: () => UNIT_PLAN },
  'POST /plans/directives/{id}/unit-plans/{unitId}/submit': { may: ofUnitPlan('plans.prepare-unit-plan'), of: unitPlan },
  'POST /plans/directives/{id}/unit-plans/{unitId}/approve': { may: ofUnitPlan('plans.approve-unit-plan'), of: unitPlan },
  'POST /plans/directives/{id}/unit-plans/{unitId}/return': { may: ofUnitPlan('plans.approve-unit-plan'), of: unitPlan, body: () => ({ because: 'Thiếu biện pháp' }) },
  'POST /plans/directives/{id}/unit-plans/{unitId}/issue': { may: ofUnitPlan('plans.prepare-unit-plan'), of: unitPlan, body: () => ({ number: '1/KH', issuedOn: '2022-02-20' }) },
  'GET /plans/directives/{id}/unit-plans/{unitId}/document.{format}': {
    may: (model, place) => readsDirective(model) && follows(model, place), of: (subject) => [...unitPlan(subject), 'docx'],
  },
  'GET /plans/directives/{id}/report': { may: writesReport, of: directive },
  'PUT /plans/directives/{id}/report': { may: writesReport, of: directive, body: () => ({ from: '2022-02-01', until: '2022-02-28', texts: { situation: 'Đã làm', assessment: '', proposals: '' } }) },
  'GET /plans/directives/{id}/report.{format}': { may: writesReport, of: (subject) => [...directive(subject), 'docx'] },
  'GET /plans/directives/{id}/reminder-letter.{format}': { may: writesReport, of: (subject) => [...directive(subject), 'docx'] },
  'GET /plans/escalation-steps': { may: everywhere('plans.manage-escalation') },
  'POST /plans/escalation-steps': { may: everywhere('plans.manage-escalation'), body: () => ({ ...STEP, daysToDue: 9 }) },
  'POST /plans/escalation-steps/{id}/end': { may: everywhere('plans.manage-escalation'), of: ({ world }) => [world.stepOfDueDates], body: () => ({ until: '2030-01-01' }) },
}

/** Every route of the API with who may ask it. */
export const ROUTE_CASES: Readonly<Record<string, RouteCases>> = { ...OTHER_ROUTE_CASES, ...DEADLINE_ROUTE_CASES, ...PETITION_ACT_ROUTE_CASES, ...PETITION_ROUTE_CASES, ...PETITION_STATISTICS_CASES, ...REPORT_ROUTE_CASES, ...RECEPTION_ROUTE_CASES }

/** Each question by itself, with its route. */
export const QUESTIONS: readonly { readonly route: string; readonly routeCase: RouteCase }[] = [
  ...Object.entries(ROUTE_CASES).flatMap(([route, cases]) => (typeof cases === 'string' ? [] : [cases].flat().map((routeCase) => ({ route, routeCase })))),
  ...PETITIONS_ELSEWHERE.map(([route, routeCase]) => ({ route, routeCase })),
  ...REPORTS_ELSEWHERE.map(([route, routeCase]) => ({ route, routeCase })),
]
