import type { FormDefinition } from '#modules/reports/domain/form.ts'
import type { ReportRecord, SaveResult } from '#modules/reports/contract.ts'
import type { TestClient } from '#tests/support/signed-in.ts'
import type { TestDatabase } from '#tests/support/test-database.ts'
import { aboveOf, PLACES, type Place } from './rights-model.ts'
import { first, made, UNIT_IDS, WORD } from './world.ts'

/** Where the report of every place stands in the period of that name; in `locked` an exception waits to be decided, in `unasked` none is asked for yet. */
export const STAGES = ['drafting', 'submitted', 'approved', 'sent', 'received', 'returned', 'locked', 'unasked'] as const
export type Stage = (typeof STAGES)[number]

/** A period, its form, and of every place what was made of its reports. */
export interface ReportWorld {
  readonly periods: Readonly<Record<Stage, string>>
  readonly definition: FormDefinition
  /** A figure that the platform counts. */
  readonly counted: string
  readonly rule: string
  readonly of: Readonly<Record<Place, { readonly name: string; readonly exception: string; readonly remark: string }>>
}

export const FORM = 'dan-van'
/** A form that is being drafted. */
export const DRAFT_FORM = `mau-${WORD}`
export const FIGURE = 'dan-van.dialogues'

/** What a report says in a stage: a word and a figure that stand nowhere else. In `mended` the unit wrote anew after it was given back. */
export function secretOf(stage: Stage | 'mended', place: Place): string {
  return `mat-${stage}-${place}.`
}
export function numberOf(place: Place): number {
  return 700_000 + 1_111 * (PLACES.indexOf(place) + 1)
}
/** With what the reports below say, as they were received. */
export function sumOf(place: Place): number {
  return PLACES.filter((other) => aboveOf(other) === place).reduce((sum, below) => sum + sumOf(below), numberOf(place))
}
/** The opening of the official document, as the clerk wrote it. */
export function openingOf(place: Place): string {
  return `Mở đầu-${place}.`
}
/** What was said of the report of a place to its unit: by its head or by the level above, in a remark; and by the unit in asking for an exception. */
export function saidOf(what: 'because' | 'remark' | 'exception', place: Place): string {
  return `noi-${what}-${place}.`
}

/** The name of the period, by which a search finds it. */
export function periodNameOf(stage: Stage): string {
  return `Kỳ ${WORD} ${stage}`
}

/** Makes the reports as people make them: through the API, by an account that holds every role everywhere. Only the eight places owe them. */
export async function makeReports(database: TestDatabase, client: TestClient): Promise<ReportWorld> {
  const open = async (code: string, dates: object = {}) => (await made(client.post('/reports/periods', { formCode: FORM, code, ...dates }))).id
  const other = (stage: Stage, from = '2022-03-05') => open(stage, { name: periodNameOf(stage), from, to: '2022-03-14' })
  const periods: Record<Stage, string> = {
    drafting: await other('drafting', '2022-01-01'), submitted: await other('submitted'), approved: await other('approved'), sent: await other('sent'), received: await other('received'),
    returned: await other('returned'), locked: await open('2021-H2'), unasked: await open('2021-Y'),
  }
  await database.owner.pool.query('delete from reports.report where unit_id <> all ($1)', [Object.values(UNIT_IDS)])
  const { definition } = await made<{ definition: FormDefinition }>(client.get(`/reports/forms/${FORM}`))
  await made(client.post('/reports/forms', { code: DRAFT_FORM, definition }))
  const desk = deskOf(client, periods, definition)
  const of: Partial<Record<Place, ReportWorld['of'][Place]>> = {}
  for (const places of LEVELS) await Promise.all(places.map(async (place) => { of[place] = await desk.make(place) }))
  const { form } = await desk.read('drafting', 'province')
  const { rules } = await made<{ rules: { id: string; validUntil: string | null }[] }>(client.get('/reports/rules'))
  return { periods, definition, counted: first(form.figures.filter(({ fact }) => fact !== null)).code, rule: first(rules).id, of: of as ReportWorld['of'] }
}

/** What is received must be there before the level above sums it up. */
const LEVELS: readonly (readonly Place[])[] = [
  PLACES.filter((place) => aboveOf(aboveOf(place)) === 'province'), PLACES.filter((place) => aboveOf(place) === 'province'), ['province'],
]

export function paperOf(place: Place): object {
  return { number: null, issuedOn: null, way: 'head', position: 'Thủ trưởng', name: '', addressees: [], recipients: [], archive: null, opening: openingOf(place) }
}

function deskOf(client: TestClient, periods: ReportWorld['periods'], { sections, tables }: FormDefinition) {
  const at = (stage: Stage, place: Place) => `/reports/periods/${periods[stage]}/units/${UNIT_IDS[place]}`
  const ofFigure = tables.filter((table) => JSON.stringify(table).includes(`"${FIGURE}"`))
  const nothing = Object.fromEntries([...sections.filter(({ asksText, id }) => asksText && id !== 'I').map(({ id }) => id), ...tables.filter((table) => !ofFigure.includes(table)).map(({ code }) => code)].map((part) => [part, true]))
  const take = (stage: Stage, place: Place, step: string, body: object = {}) => made(client.post(`${at(stage, place)}/${step}`, body))

  async function write(stage: Stage, place: Place, word = secretOf(stage, place)): Promise<number> {
    const { version } = await read(stage, place)
    return (await made<SaveResult>(client.put(at(stage, place), { version, nothing, texts: { I: word }, values: { [FIGURE]: numberOf(place) } }))).version
  }
  async function read(stage: Stage, place: Place): Promise<ReportRecord> {
    return made<ReportRecord>(client.get(at(stage, place)))
  }
  /** Taken as far as the steps go. */
  async function bring(stage: Stage, place: Place, ...steps: readonly ('submit' | 'approve' | 'send' | 'receive')[]): Promise<void> {
    const version = await write(stage, place)
    for (const step of steps) if (step !== 'receive' || aboveOf(place) !== null) await take(stage, place, step, { version })
  }
  return {
    read,
    async make(place: Place): Promise<ReportWorld['of'][Place]> {
      await write('drafting', place)
      for (const stage of ['drafting', 'sent'] as const) await made(client.put(`${at(stage, place)}/document`, paperOf(place)))
      await bring('submitted', place, 'submit')
      await bring('approved', place, 'submit', 'approve')
      await bring('sent', place, 'submit', 'approve', 'send')
      await bring('received', place, 'submit', 'approve', 'send', 'receive')
      const because = `Chưa đủ ${saidOf('because', place)}`
      if (aboveOf(place) === null) {
        await bring('returned', place, 'submit', 'approve')
        await take('returned', place, 'return', { because })
      } else {
        await bring('returned', place, 'submit', 'approve', 'send')
        await take('returned', place, 'send-back', { because, remarks: [{ place: 'texts.I', body: `Ghi rõ ${saidOf('remark', place)}` }] })
      }
      await write('returned', place, secretOf('mended', place))
      await take('locked', place, 'exceptions', { because: `Mất điện ba ngày ${saidOf('exception', place)}` })
      const { exceptions, unit } = await read('locked', place)
      return { name: unit.name, exception: first(exceptions).id, remark: (await read('returned', place)).remarks[0]?.id ?? first(exceptions).id }
    },
  }
}
