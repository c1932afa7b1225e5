import { mkdtempSync, chmodSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { contextOf } from '#apps/system.ts'
import { configurationFrom } from '#apps/configuration.ts'
import { seedBase } from '#database/seed/seed-base.ts'
import { openDatabase } from '#platform/server/database/database.ts'
import { hashPassword } from '#modules/people/server/passwords.ts'
import { documentCase } from './document-case.ts'
import { fillNation, NATION_LOGIN } from './fill-nation.ts'
import { fillProvince } from './fill-province.ts'
import { fillReports } from './fill-reports.ts'
import { lastAfternoon } from './last-afternoon.ts'
import { measureCases } from './measure.ts'
import { benchPetitions } from './petitions/bench-petitions.ts'
import { petitionSection } from './petitions/write-petitions.ts'
import { planCases } from './plan-cases.ts'
import { nationCase, reportCases } from './report-cases.ts'
import { PASSWORD, signIn, startServer } from './server.ts'
import { measureStarts } from './starts.ts'
import { putSection, writeResults } from './write-results.ts'

/** `npm run bench`: a province of five years over HTTP as a focal officer and as the coordinator, its reports, their last afternoon, and the nation, a million cases, beside the bare SQL. Writes docs/bench.md; `npm run bench -- petitions` its last section alone. */
const ROUNDS = 200
const begun = performance.now()
const say = (what: string) => process.stderr.write(`${((performance.now() - begun) / 1000).toFixed(1).padStart(6)} s  ${what}\n`)
const machine = `${cpus()[0]?.model ?? ''}, ${cpus().length} lõi, ${Math.round(totalmem() / 2 ** 30)} GB, tải ${loadavg()[0]?.toFixed(1) ?? ''} khi bắt đầu; Node ${process.version}, PostgreSQL 18 đi kèm`

if (process.argv[2] === 'petitions') {
  putSection('docs/bench.md', petitionSection(await benchPetitions(say, Number(process.argv[3] ?? 1_000_000)), machine))
  say('done')
  process.exit(0)
}
const starts = await measureStarts(say)
const folder = mkdtempSync(join(tmpdir(), 'gandan-bench-'))
chmodSync(folder, 0o755)
const configuration = configurationFrom(['--data', join(folder, 'data'), '--port', '0'], {})
const database = await openDatabase({ dataFolder: configuration.dataFolder })
const context = contextOf(database, configuration)
const passwordHash = await hashPassword(PASSWORD)
await database.owner.db.transaction().execute(seedBase)
const filled = await fillProvince(database.owner.pool, passwordHash)
say(`${filled.obligations} obligations of ${filled.units} units`)
const reports = await fillReports(database, context.today())
say(`${reports.revisions} revisions of reports`)

const server = await startServer(configuration.dataFolder)
const officer = await signIn(server.address, 'focal-1')
const coordinator = await signIn(server.address, 'coordinator')
const who = { officer, coordinator, unitId: filled.unitId, provinceId: reports.provinceId }
const plans = await measureCases(planCases(database, filled, who), ROUNDS, say)
const ofProvince = await measureCases(reportCases(database, reports, who), ROUNDS / 2, say)
const ofDocument = await measureCases([await documentCase(database, context, { periodId: reports.doneId, provinceId: reports.provinceId, coordinator })], ROUNDS, say)
say('the last afternoon')
const afternoon = await lastAfternoon(database, server.address, reports.openId)
const nation = await fillNation(database, { periodId: reports.doneId, to: reports.doneTo, provinceId: reports.provinceId }, passwordHash)
say(`${nation.provinces} provinces, ${nation.communes} communes`)
const ofNation = await measureCases([nationCase(database, reports, await signIn(server.address, NATION_LOGIN), nation)], ROUNDS, say)

const petitions = petitionSection(await benchPetitions(say), machine)
const text = writeResults({ machine, rounds: ROUNDS, filled, reports, starts, plans, ofReports: [...ofProvince, ...ofDocument, ...ofNation], afternoon })
writeFileSync('docs/bench.md', `${text}\n${petitions}`)
process.stdout.write(text)
await server.stop()
await database.close()
rmSync(folder, { recursive: true, force: true })
say('done')
