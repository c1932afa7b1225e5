import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { Database } from '#platform/server/database/database.ts'
import { measured, type Measured } from '../measure.ts'

export interface Crowd { readonly people: number; readonly asked: number; readonly answers: Measured; /** Answers other than in the two hundreds, by status; 0 is no answer. */ readonly failed: Readonly<Record<string, number>> }

const PEOPLE = 300
const SECONDS = 40
/** Between two things that one person does. */
const [LEAST_MS, MOST_MS] = [1500, 4500]

/** Three hundred petition officers of all units at once: lists, searches, records, notes. */
export async function everybodyAtOnce(database: Database, address: string): Promise<Crowd> {
  const people = await signedIn(database)
  const times: number[] = []
  const failed: Record<string, number> = {}
  const ends = performance.now() + SECONDS * 1000
  await Promise.all(people.map(async ({ cookie, caseId }, at) => {
    await wait(at * 10)
    for (let round = 0; performance.now() < ends; round += 1) {
      const [path, body] = TURNS[(round + at) % TURNS.length]?.(caseId) ?? ['/petitions', undefined]
      await ask(`${address}/api${path}`, { cookie, body }, times, failed)
      await wait(LEAST_MS + (at * 7919 + round * 104_729) % (MOST_MS - LEAST_MS))
    }
  }))
  return { people: people.length, asked: times.length, answers: measured(times), failed }
}

const TURNS: readonly ((caseId: string) => readonly [path: string, body?: string])[] = [
  () => ['/petitions?tab=open'], (caseId) => [`/petitions/${caseId}`], () => [`/petitions?tab=all&q=${encodeURIComponent('boi thuong')}`],
  (caseId) => [`/petitions/${caseId}/notes`, JSON.stringify({ note: 'Đã xem.' })], () => ['/petitions?tab=overdue'], (caseId) => [`/petitions/${caseId}/similar`],
]

export interface Rush { readonly before: Measured; readonly during: Measured; /** Seconds after its end until a page again took no longer than twice what it took before. */ readonly calmAfter: number | null; readonly asked: number; readonly failed: Readonly<Record<string, number>> }

/** Citizens, each from an address of their own, who follow their cases, forty pages a second, then five times as many for half a minute, then forty again. */
export async function rushOfCitizens(address: string, codes: readonly string[]): Promise<Rush> {
  const failed: Record<string, number> = {}
  let asked = 0
  const stretch = async (seconds: number, perSecond: number): Promise<number[]> => {
    const times: number[] = []
    const asking: Promise<void>[] = []
    for (let turn = 0; turn < seconds * perSecond; turn += 1) {
      asked += 1
      const path = turn % 4 === 0 ? '/cong-dan' : `/cong-dan/tra-cuu/${codes[asked % codes.length] ?? ''}`
      asking.push(ask(`${address}${path}`, { from: `10.${asked >> 16 & 255}.${asked >> 8 & 255}.${asked & 255}` }, times, failed))
      await wait(1000 / perSecond)
    }
    await Promise.all(asking)
    return times
  }
  const before = measured(await stretch(10, 40))
  const during = measured(await stretch(30, 200))
  let calmAfter: number | null = null
  for (let second = 0; second < 60 && calmAfter === null; second += 2) if (measured(await stretch(2, 40)).p95 <= Math.max(2 * before.p95, 50)) calmAfter = second + 2
  return { before, during, calmAfter, asked, failed }
}

interface Asker { readonly cookie?: string; readonly body?: string | undefined; /** The address it comes from, as a proxy says it. */ readonly from?: string }

async function ask(url: string, { cookie, body, from }: Asker, times: number[], failed: Record<string, number>): Promise<void> {
  const began = performance.now()
  try {
    const response = await fetch(url, { method: body === undefined ? 'GET' : 'POST', ...(body === undefined ? {} : { body }), headers: { 'x-gandan': '1', 'content-type': 'application/json', ...(cookie === undefined ? {} : { cookie }), ...(from === undefined ? {} : { 'x-forwarded-for': from }) } })
    await response.arrayBuffer()
    times.push(performance.now() - began)
    if (!response.ok) failed[response.status] = (failed[response.status] ?? 0) + 1
  } catch {
    failed['0'] = (failed['0'] ?? 0) + 1
  }
}

async function signedIn({ owner }: Database): Promise<{ cookie: string; caseId: string }[]> {
  const { rows } = await owner.pool.query<{ id: string; case_id: string }>(`select a.id, c.id as case_id from (select * from people.account where login like 'petition-%' order by login limit ${PEOPLE}) a
    cross join lateral (select id from petitions.case where unit_id = a.unit_id and state = 'accepted' and kind <> 'denunciation' limit 1) c`)
  return Promise.all(rows.map(async ({ id, case_id: caseId }) => {
    const token = randomBytes(32).toString('base64url')
    await owner.pool.query(`insert into people.session (id, token_hash, account_id, device, address, expires_at, awaits_second_step) values ($1, $2, $3, 'bench', '127.0.0.1', now() + interval '1 hour', false)`,
      [randomUUID(), createHash('sha256').update(token).digest('hex'), id])
    return { cookie: `gandan_session=${token}`, caseId }
  }))
}
