import { readFileSync } from 'node:fs'
import type { AccountId, DocumentId, Id, UnitId } from '#kernel/ids.ts'
import { plainDate } from '#kernel/plain-date.ts'
import { seedUnitId } from '#database/seed/read-units.ts'
import { storeFile } from '#platform/server/files.ts'
import type { Http } from '#platform/server/http.ts'
import { deliverDocument, registerDocument } from '#modules/documents/server/index.ts'
import { assignmentStore } from '#modules/people/server/assignment-store.ts'
import type { Role } from '#modules/people/domain/roles.ts'
import { addAccount, signedIn, type TestClient } from '#tests/support/signed-in.ts'
import type { TestDatabase } from '#tests/support/test-database.ts'
import { PLACES, type Place } from './rights-model.ts'

export const UNIT_IDS: Readonly<Record<Place, UnitId>> = {
  province: seedUnitId('lam-dong'), homeAffairs: seedUnitId('ld-so-noi-vu'), justice: seedUnitId('ld-so-tu-phap'), daLat: seedUnitId('ld-2021-672'),
  wardOfDaLat: seedUnitId('ld-2021-24781'), otherWardOfDaLat: seedUnitId('ld-2021-24778'), baoLoc: seedUnitId('ld-2021-673'), wardOfBaoLoc: seedUnitId('ld-2021-24820'),
}
const PLACE_OF = new Map<string, Place>(PLACES.map((place) => [UNIT_IDS[place], place]))

/** The unit's place in the model; undefined for a unit that is none of the eight. */
export function placeOf(unitId: string): Place | undefined {
  return PLACE_OF.get(unitId)
}

export const WORK_BEGAN = plainDate('2022-02-01')
/** A word that stands in every record made here and nowhere else. */
export const WORD = 'phumahi'

interface OfUnit {
  readonly obligation: string
  readonly evidence: string
  readonly briefing: string
  readonly paper: DocumentId
  readonly account: AccountId
  readonly assignment: string
  readonly head: AccountId
  readonly appointment: string
}

/** One record of every kind, of every place. */
export interface World {
  readonly directive: { readonly id: string; readonly dutyId: string; readonly documentId: string }
  readonly draft: { readonly id: string; readonly dutyId: string }
  /** A paper of the province that only its addressees may read; nobody has acknowledged it. */
  readonly letter: DocumentId
  readonly relation: string
  readonly change: string
  readonly stepOfDueDates: string
  readonly stepOfDocuments: string
  readonly otherSession: string
  readonly of: Readonly<Record<Place, OfUnit>>
}

/** Makes the records as people make them: through the API, by an account that holds every role everywhere. */
export async function makeWorld(database: TestDatabase, http: Http): Promise<World> {
  const builder = await addAccount(database, { login: 'builder', unitId: UNIT_IDS.homeAffairs })
  for (const [role, places] of [['coordinator', ['province']], ['administrator', ['province']], ['unit-head', PLACES]] as const) {
    for (const place of places) await give(database, builder, role, place)
  }
  const client = await signedIn(http, 'builder')
  const directive = await issuedDirective(database, http, client)
  const letter = await paperOf(database, 'province', 'Thư mời họp')
  await database.work((work) => deliverDocument(work, { documentId: letter, fromUnitId: UNIT_IDS.province, unitIds: PLACES.map((place) => UNIT_IDS[place]) }))
  const order = { kind: 'create', on: '2022-01-10', unit: { name: `Sở ${WORD}`, kind: 'department', parentId: UNIT_IDS.province } }
  const { token } = await made(client.post('/organisations/changes/preview', order))
  const of = Object.fromEntries(await Promise.all(PLACES.map(async (place) => [place, await recordsOf(database, http, client, place, directive)] as const))) as Record<Place, OfUnit>
  await made(client.post(`/documents/${of.province.paper}/relations`, { effect: 'amends', targetId: letter, since: '2022-02-01' }))
  const { relations } = await made<{ relations: { id: string }[] }>(client.get(`/documents/${of.province.paper}`))
  const { sessions } = await made<{ sessions: { id: string }[] }>(client.get('/people/me/sessions'))
  return {
    directive, letter, of, draft: await draftDirective(http, client),
    relation: first(relations).id, otherSession: first(sessions).id,
    change: (await made(client.post('/organisations/changes', { order, token }))).id,
    stepOfDueDates: first((await made<{ steps: { id: string }[] }>(client.get('/plans/escalation-steps'))).steps).id,
    stepOfDocuments: first((await made<{ steps: { id: string }[] }>(client.get('/documents/acknowledgement-steps'))).steps).id,
  }
}

async function draftDirective(http: Http, client: TestClient): Promise<World['draft']> {
  const plan = readFileSync(new URL('../../database/seed/ke-hoach-quy-che-456.md', import.meta.url))
  const { id } = await made(sendForm(http, client.cookie, 'POST', '/plans/directives', {}, new File([plan], 'ke-hoach.md')))
  const duty = {
    title: `Một việc ${WORD}`, schedule: { kind: 'once', dueOn: '2022-06-30' },
    addressees: PLACES.map((place) => ({ role: 'lead', class: null, unitId: UNIT_IDS[place], throughDistrict: false })),
  }
  return { id, dutyId: (await made(client.post(`/plans/directives/${id}/duties`, duty))).id }
}

/** Issued to every unit; to the province itself by hand, since nobody addresses oneself. */
async function issuedDirective(database: TestDatabase, http: Http, client: TestClient): Promise<World['directive']> {
  const draft = await draftDirective(http, client)
  await made(client.post(`/plans/directives/${draft.id}/issue`, { number: '8035/KH-UBND', issuedOn: WORK_BEGAN }))
  const { documentId } = await made<{ documentId: DocumentId }>(client.get(`/plans/directives/${draft.id}`))
  await database.work((work) => deliverDocument(work, { documentId, fromUnitId: UNIT_IDS.province, unitIds: [UNIT_IDS.province], on: WORK_BEGAN }))
  await database.owner.pool.query(
    `insert into plans.obligation (id, duty_id, unit_id, role, due_on, assigned_on) values (gen_random_uuid(), $1, $2, 'lead', '2022-06-30', $3)`,
    [draft.dutyId, UNIT_IDS.province, WORK_BEGAN])
  return { ...draft, documentId }
}

async function recordsOf(database: TestDatabase, http: Http, client: TestClient, place: Place, { id, documentId }: World['directive']): Promise<OfUnit> {
  const unitId = UNIT_IDS[place]
  const { obligations } = await made<{ obligations: { id: string }[] }>(client.get(`/plans/obligations?directiveId=${id}&unitId=${unitId}`))
  const obligation = first(obligations).id
  await made(sendForm(http, client.cookie, 'POST', `/plans/obligations/${obligation}/progress`, { kind: 'note', note: `Đã làm ${WORD}` }, evidence()))
  const { progress } = await made<{ progress: { files: { id: string }[] }[] }>(client.get(`/plans/obligations/${obligation}`))
  const delivery = `/documents/${documentId}/deliveries/${unitId}`
  await made(client.post(`${delivery}/acknowledge`))
  await made(sendForm(http, client.cookie, 'POST', `${delivery}/briefings`, BRIEFING, evidence()))
  const { mine } = await made<{ mine: { unitId: string; reports: { id: string }[] }[] }>(client.get(`/documents/${documentId}`))
  await made(client.get(`/plans/directives/${id}/unit-plans/${unitId}`))
  await made(client.post(`/people/units/${unitId}/appointments`, APPOINTMENT))
  const { appointments } = await made<{ appointments: { id: string }[] }>(client.get(`/people/units/${unitId}/appointments`))
  const account = await addAccount(database, { login: `${WORD}-${place}`.toLowerCase(), unitId })
  const head = await addAccount(database, { login: `head-${place}`.toLowerCase(), unitId })
  await give(database, head, 'unit-head', place)
  return {
    obligation, evidence: first(first(progress).files).id, briefing: first(mine.find((delivered) => delivered.unitId === unitId)?.reports).id,
    paper: await paperOf(database, place), account, head, assignment: await give(database, account, 'focal-officer', place, false), appointment: first(appointments).id,
  }
}

export const BRIEFING = { heldOn: '2022-02-10', sessions: '1', peopleReached: '20', audience: 'Cán bộ, công chức' }
export const APPOINTMENT = {
  post: 'leader-in-charge', name: `Lãnh đạo ${WORD}`, position: 'Phó Giám đốc', decisionNumber: '12/QĐ', decisionOn: '2022-01-05', validFrom: '2022-01-05',
}

function evidence(): File {
  return new File([`Biên bản ${WORD}`], 'bien-ban.txt')
}

async function paperOf(database: TestDatabase, place: Place, summary = `Giấy ${WORD}-${place}`): Promise<DocumentId> {
  return database.work(async (work) => registerDocument(work, {
    type: 'cong_van', number: null, issuedOn: null, issuer: place, issuerUnitId: UNIT_IDS[place], summary, signer: null, isPublic: false, certainty: 'verified', body: '',
    fileId: (await storeFile(work, new TextEncoder().encode(`Giấy của ${place}`), 'giay.txt')).id,
  }))
}

async function give(database: TestDatabase, accountId: AccountId, role: Role, place: Place, withSubordinates = true): Promise<Id<'role-assignment'>> {
  return database.work((work) => assignmentStore(work.db).add({
    accountId, role, unitId: UNIT_IDS[place], withSubordinates, decision: null, validFrom: plainDate('2021-01-01'), validUntil: null,
  }))
}

export async function sendForm(http: Http, cookie: string, method: 'POST' | 'PUT', url: string, fields: Record<string, string>, file?: File) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  if (file !== undefined) form.append('file', file)
  const encoded = new Response(form)
  return http.inject({
    method, url: `/api${url}`, headers: { 'x-gandan': '1', 'content-type': encoded.headers.get('content-type') ?? '' }, cookies: { gandan_session: cookie },
    payload: Buffer.from(await encoded.arrayBuffer()),
  })
}

type Answer = Awaited<ReturnType<Http['inject']>>

/** What was made; throws what the API says when it was not. */
export async function made<Body = { id: string; token: string }>(answer: Promise<Answer>): Promise<Body> {
  const { statusCode, body } = await answer
  if (statusCode >= 300) throw new Error(`${String(statusCode)} ${body}`)
  return (body === '' ? {} : JSON.parse(body)) as Body
}

export function first<Item>(items: readonly Item[] | undefined): Item {
  const [item] = items ?? []
  if (item === undefined) throw new Error('nothing there')
  return item
}
