import { expect } from 'vitest'
import type { CaseRecord } from '#modules/petitions/contract.ts'
import type { Acted, Prepared } from '#modules/petitions/contract-acts.ts'
import type { PrepareDecision } from '#modules/petitions/contract-decisions.ts'
import type { Office } from './office.ts'
import type { TestDatabase } from './test-database.ts'

type Said = Readonly<Record<string, unknown>>
type Unprepared = { [Action in PrepareDecision['action']]: { readonly action: Action; readonly fields: Said } }[PrepareDecision['action']]

export interface Acts<Person extends string> {
  /** Done; throws with the answer where it was refused. */
  take(person: Person, id: string, act: string, said?: Said): Promise<Acted>
  /** "409 petitions.some_code at field", or "200" where it was done. */
  tried(person: Person, id: string, act: string, said?: Said): Promise<string>
  prepare(person: Person, id: string, decision: Unprepared): Promise<Prepared>
  triedToPrepare(person: Person, id: string, decision: Unprepared): Promise<string>
  /** Prepared by one and signed by another, today unless said; returns what the record shows of it. */
  decide(people: { readonly by: Person; readonly head: Person }, id: string, decision: Unprepared, signed?: { readonly number?: string; readonly signedOn?: string; readonly post?: string }): Promise<CaseRecord['decisions'][number]>
  read(person: Person, id: string): Promise<CaseRecord>
  /** Of each step the days its term began, is due and was stopped. */
  terms(person: Person, id: string): Promise<Record<string, readonly [start: string, due: string | null, stopped: string | null]>>
}

/** What officers do with cases through the API; the version is always the one the case has. */
export function actsIn<Person extends string>(database: TestDatabase, office: Pick<Office<Person>, 'as'>): Acts<Person> {
  const versionOf = async (id: string) => {
    const { rows } = await database.owner.pool.query<{ version: number }>('select version from petitions.case where id = $1', [id])
    return rows[0]?.version ?? 1
  }
  const post = async (person: Person, id: string, path: string, said: Said = {}) => office.as(person).post(`/petitions/${id}/${path}`, { version: await versionOf(id), ...said })
  const inWords = ({ statusCode, body }: { statusCode: number; body: string }) => {
    if (statusCode < 300) return String(statusCode)
    const { code, details, fields } = JSON.parse(body) as { code: string; details?: { field?: string }; fields?: { path: string }[] }
    const at = details?.field ?? fields?.map(({ path }) => path).join(',')
    return `${statusCode} ${code}${at === undefined ? '' : ` at ${at}`}`
  }
  let given = 1000

  async function read(person: Person, id: string): Promise<CaseRecord> {
    const answer = await office.as(person).get(`/petitions/${id}`)
    expect(answer.statusCode, answer.body).toBe(200)
    return answer.json<CaseRecord>()
  }
  async function prepare(person: Person, id: string, decision: Unprepared): Promise<Prepared> {
    const answer = await post(person, id, 'decisions', { decision })
    expect(answer.statusCode, answer.body).toBe(200)
    return answer.json<Prepared>()
  }
  return {
    read, prepare,
    async take(person, id, act, said) {
      const answer = await post(person, id, act, said)
      expect(answer.statusCode, `${act}: ${answer.body}`).toBeLessThan(300)
      return answer.body === '' ? { version: 0, made: [] } : answer.json<Acted>()
    },
    tried: async (person, id, act, said) => inWords(await post(person, id, act, said)),
    triedToPrepare: async (person, id, decision) => inWords(await post(person, id, 'decisions', { decision })),
    async decide({ by, head }, id, decision, { number, signedOn = database.today, post: printed } = {}) {
      const { id: decisionId } = await prepare(by, id, decision)
      given += 1
      const answer = await post(head, id, `decisions/${decisionId}/sign`, { number: number ?? String(given), signedOn, ...(printed === undefined ? {} : { post: printed }) })
      expect(answer.statusCode, `${decision.action}: ${answer.body}`).toBe(200)
      const shown = (await read(head, id)).decisions.find((each) => each.id === decisionId)
      if (shown === undefined) throw new Error('not in the record')
      return shown
    },
    async terms(person, id) {
      const { terms } = await read(person, id)
      return Object.fromEntries(terms.map(({ procedure, step, startedOn, due, stoppedOn }) => [`${procedure}.${step}`, [startedOn, due, stoppedOn] as const]))
    },
  }
}

/** Sorted as its unit's own, with everything in order; what the test is about is said. */
export function asSorted(more: Said = {}): Said {
  return {
    kind: 'complaint', topicCode: 'dat-dai', title: 'Khiếu nại quyết định thu hồi đất', eligible: true, competent: true, placeUnitId: null, placeNote: null, isRemote: false, peopleCount: 1, skipsLevel: false, prior: 'none',
    priorBody: null, ...more,
  }
}
