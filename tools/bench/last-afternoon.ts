import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { Database } from '#platform/server/database/database.ts'
import { measured, type Measured } from './measure.ts'

/** The last afternoon before a report is due: everybody writes at once, two in each report. */
const PEOPLE = 300
const SECONDS = 60
/** Opened one after the other in this time, each saved from then on. */
const OPENING_MS = 15_000
const [LEAST_MS, MOST_MS] = [2000, 4000]
/** One save in so many goes to a cell that the colleague writes as well. */
const SAME_CELL = 8

export interface LastAfternoon {
  readonly people: number
  readonly reports: number
  readonly opens: Measured
  readonly saves: Measured
  readonly saved: number
  readonly clashes: number
  /** Answers other than 200, by status; 0 is no answer. */
  readonly failed: Readonly<Record<string, number>>
  /** Accepted values that are not in the database at the end. */
  readonly lost: number
}

interface Person { readonly reportPath: string; readonly unitId: string; readonly cookie: string; readonly place: number }
/** The last accepted value of a cell of a unit's report, with the save it came in. */
interface Kept { readonly version: number; readonly value: number }

/** Three hundred people for a minute over HTTP; ends by itself. Every accepted save must be in the database afterwards. */
export async function lastAfternoon(database: Database, address: string, periodId: string): Promise<LastAfternoon> {
  const people = await signedIn(database, periodId)
  const times = { opens: [] as number[], saves: [] as number[] }
  const kept = new Map<string, Map<string, Kept>>()
  const failed: Record<string, number> = {}
  let [saved, clashes] = [0, 0]
  const ends = performance.now() + OPENING_MS + SECONDS * 1000

  async function ask(person: Person, spent: number[], init?: RequestInit): Promise<Answer | undefined> {
    const began = performance.now()
    try {
      const response = await fetch(`${address}/api${person.reportPath}`, { ...init, headers: { cookie: person.cookie, 'x-gandan': '1', 'content-type': 'application/json' } })
      const text = await response.text()
      spent.push(performance.now() - began)
      if (response.ok) return JSON.parse(text) as Answer
      failed[response.status] = (failed[response.status] ?? 0) + 1
    } catch {
      failed['0'] = (failed['0'] ?? 0) + 1
    }
    return undefined
  }

  async function write(person: Person, at: number): Promise<void> {
    await wait(at / people.length * OPENING_MS)
    let { version } = await ask(person, times.opens) ?? { version: undefined }
    for (let round = 0; version !== undefined && performance.now() < ends; round += 1) {
      await wait(LEAST_MS + (at * 7919 + round * 104_729) % (MOST_MS - LEAST_MS))
      const cell = round % SAME_CELL === 0 ? 'do.line-40' : `do.column-${person.place * 30 + 2 + round * 5 % 28}`
      const value = person.place * 10_000 + round
      const text = round % 5 === 0 ? { texts: { [String(person.place + 1)]: `Đã cập nhật lần ${round}. `.repeat(30) } } : {}
      const answer = await ask(person, times.saves, { method: 'PUT', body: JSON.stringify({ version, values: { [cell]: value }, ...text }) })
      if (answer === undefined) continue
      version = answer.version
      if (answer.clashes.length > 0) {
        clashes += 1
        continue
      }
      saved += 1
      const ofUnit = kept.get(person.unitId) ?? new Map<string, Kept>()
      kept.set(person.unitId, ofUnit)
      if ((ofUnit.get(cell)?.version ?? -1) < answer.version) ofUnit.set(cell, { version: answer.version, value })
    }
  }

  await Promise.all(people.map(write))
  return { people: people.length, reports: kept.size, opens: measured(times.opens), saves: measured(times.saves), saved, clashes, failed, lost: await countLost(database, periodId, kept) }
}

interface Answer { readonly version: number; readonly clashes: readonly unknown[] }

/** Two focal officers of each unit that has still to send its report, one after the other, with sessions as sign-in makes them. */
async function signedIn({ owner }: Database, periodId: string): Promise<Person[]> {
  const { rows } = await owner.pool.query<{ id: string; unit_id: string; place: number }>(`
    select * from (select a.id, a.unit_id, row_number() over (partition by a.unit_id order by a.login) - 1 as place from people.account a
      join reports.report r on r.unit_id = a.unit_id and r.period_id = $1 and r.sent_at is null and r.receiver_id is not null where a.login like 'focal-%') p
    where place < 3 order by place, unit_id limit ${PEOPLE}`, [periodId])
  return Promise.all(rows.toSorted((one, other) => (one.unit_id < other.unit_id ? -1 : 1)).map(async ({ id, unit_id: unitId, place }) => {
    const token = randomBytes(32).toString('base64url')
    await owner.pool.query(`insert into people.session (id, token_hash, account_id, device, address, expires_at, awaits_second_step) values ($1, $2, $3, 'bench', '127.0.0.1', now() + interval '1 hour', false)`,
      [randomUUID(), createHash('sha256').update(token).digest('hex'), id])
    return { reportPath: `/reports/periods/${periodId}/units/${unitId}`, unitId, cookie: `gandan_session=${token}`, place }
  }))
}

async function countLost({ owner }: Database, periodId: string, kept: ReadonlyMap<string, ReadonlyMap<string, Kept>>): Promise<number> {
  const { rows } = await owner.pool.query<{ unit_id: string; values: Record<string, unknown> }>(
    `select r.unit_id, d.content -> 'values' as values from reports.report r join reports.draft d on d.report_id = r.id where r.period_id = $1`, [periodId])
  const found = new Map(rows.map(({ unit_id: unitId, values }) => [unitId, values]))
  return [...kept].flatMap(([unitId, cells]) => [...cells].filter(([cell, { value }]) => found.get(unitId)?.[cell] !== value)).length
}
