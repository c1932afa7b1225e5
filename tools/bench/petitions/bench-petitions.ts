import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { contextOf } from '#apps/system.ts'
import { configurationFrom } from '#apps/configuration.ts'
import { seedBase } from '#database/seed/seed-base.ts'
import { openDatabase } from '#platform/server/database/database.ts'
import { hashPassword } from '#modules/people/server/passwords.ts'
import { addDays } from '#kernel/plain-date.ts'
import { measureCases, measured, type Measured, type Result } from '../measure.ts'
import { PASSWORD, signIn, startServer, type BenchServer } from '../server.ts'
import { everybodyAtOnce, rushOfCitizens, type Crowd, type Rush } from './crowd.ts'
import { measureEngine, type EngineSpeed } from './engine.ts'
import { fillPeople } from './fill-people.ts'
import { fillPetitions, type FilledPetitions } from './fill-petitions.ts'
import { formCases } from './form-cases.ts'
import { petitionCases } from './petition-cases.ts'
import { sendLetter } from './portal-visitor.ts'
import { recomputeClocks, type Recomputed } from './recompute.ts'

export interface PetitionResults {
  readonly filled: FilledPetitions
  readonly fillSeconds: number
  readonly desk: readonly Result[]
  readonly forms: readonly Result[]
  readonly portal: readonly Result[]
  readonly submit: Measured
  readonly recomputed: Recomputed
  readonly crowd: Crowd
  readonly rush: Rush
  readonly engine: EngineSpeed
}

const ROUNDS = 100
const LETTERS = 12

/** A million cases of ten years and 150 units over HTTP, in a folder of their own. */
export async function benchPetitions(say: (what: string) => void, cases = 1_000_000): Promise<PetitionResults> {
  const engine = measureEngine()
  const folder = mkdtempSync(join(tmpdir(), 'gandan-bench-petitions-'))
  chmodSync(folder, 0o755)
  const configuration = configurationFrom(['--data', join(folder, 'data'), '--port', '0'], {})
  const database = await openDatabase({ dataFolder: configuration.dataFolder })
  let server: BenchServer | undefined
  try {
    const context = contextOf(database, configuration)
    const today = context.today()
    await database.owner.db.transaction().execute(seedBase)
    const began = performance.now()
    const filled = await fillPetitions(database.owner.pool, { cases, today })
    const people = await fillPeople(database.owner.pool, await hashPassword(PASSWORD))
    const fillSeconds = (performance.now() - began) / 1000
    say(`${filled.cases} cases, ${filled.open} open clocks in ${fillSeconds.toFixed(0)} s`)
    server = await startServer(configuration.dataFolder)
    const { address } = server
    const ask = (login: string) => signIn(address, login)
    const [officer, coordinator, focal, administrator] = [await ask('petition-1'), await ask('coordinator'), await ask('focal-officer'), await ask('administrator')]
    const desk = await measureCases(petitionCases(database, people, { officer, today }), ROUNDS, say)
    const forms = await measureCases(await formCases(database, context, { coordinator, focal, ...people }), ROUNDS, say)
    const page = (path: string) => async () => {
      const response = await fetch(`${address}${path}`)
      if (!response.ok) throw new Error(`${path}: ${response.status}`)
      await response.arrayBuffer()
    }
    const bareCase = async () => { await database.app.pool.query('select * from petitions.case where code = $1', [people.code]) }
    const portal = await measureCases([
      { name: 'Trang đầu', limit: 50, ask: page('/cong-dan'), bare: bareCase },
      { name: 'Tra cứu một việc', limit: 50, ask: page(`/cong-dan/tra-cuu/${people.code}`), bare: bareCase },
      { name: 'Bước chọn nơi nhận của biểu mẫu', limit: 50, ask: page('/cong-dan/gui/loai'), bare: bareCase },
    ], ROUNDS, say)
    say('letters through the portal')
    const sent: number[] = []
    for (let letter = 0; letter < LETTERS; letter += 1) {
      await database.owner.pool.query('delete from platform.portal_try')
      sent.push((await sendLetter(address, people.placeId)).milliseconds)
    }
    say('recomputing open clocks')
    const recomputed = await recomputeClocks(administrator, addDays(today, 9))
    say('300 people at once')
    const crowd = await everybodyAtOnce(database, address)
    say('a rush of citizens')
    await database.owner.pool.query('delete from platform.portal_try')
    const rush = await rushOfCitizens(address, people.codes)
    return { filled, fillSeconds, desk, forms, portal, submit: measured(sent), recomputed, crowd, rush, engine }
  } finally {
    await server?.stop()
    await database.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
