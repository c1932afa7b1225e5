import { mayAnywhere, type Actor } from '#kernel/actor.ts'
import type { UnitId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import { openDatabase } from '#platform/server/database/database.ts'
import { StartError } from '#platform/server/database/start-error.ts'
import { settingStore } from '#platform/server/setting-store.ts'
import { runWork, type Work } from '#platform/server/work.ts'
import { loadDirectory } from '#modules/organisations/server/index.ts'
import { actorByLogin } from '#modules/people/server/index.ts'
import { formStore } from '#modules/reports/server/form-store.ts'
import { periodStore, type PeriodRow } from '#modules/reports/server/period-store.ts'
import { openPeriod, previewPeriod } from '#modules/reports/server/periods.ts'
import { readCompleteness } from '#modules/reports/server/read-completeness.ts'
import { readSums } from '#modules/reports/server/read-sums.ts'
import { configurationFrom, optionsFrom, type Configuration } from '../configuration.ts'
import type { Command, Output } from '../command.ts'
import { sayRefusal } from '../phrases.ts'
import { contextOf, refuseUnsafe } from '../system.ts'
import { gatherFiles, writeFiles } from './report-files.ts'
import { printOpened, printStatus, printSums } from './report-print.ts'

const OWN = { valued: ['form', 'period', 'unit', 'out', 'as'], flags: ['json'] } as const
const ACTIONS = ['open', 'status', 'consolidate'] as const
const [FAILED, BAD_INPUT] = [1, 2]

interface Order { readonly action: (typeof ACTIONS)[number]; readonly form: string; readonly period: string; readonly unit: string | null; readonly out: string | null; readonly as: string }

/**
 * `gandan report open|status|consolidate`: what the screen does, by the same use cases and with the rights of the person named by --as.
 * 0 done, 1 refused, 2 not understood. Runs beside a server.
 */
export const reportCommand: Command = async (args, out, err) => {
  try {
    const [order, configuration, asJson] = readOrder(args)
    const answer = await withWork(configuration, order.as, (work) => carryOut(work, order))
    out.write(asJson ? `${JSON.stringify(answer.data, null, 2)}\n` : answer.print())
    if (answer.files !== null && order.out !== null) for (const path of await writeFiles(order.out, answer.files)) (asJson ? err : out).write(`${path}\n`)
    return 0
  } catch (error) {
    if (error instanceof Refusal) return say(err, error)
    throw error
  }
}

function readOrder(args: readonly string[]): [Order, Configuration, boolean] {
  const action = ACTIONS.find((each) => each === args[0])
  const options = optionsOf(args.slice(1))
  const [form, period] = [options?.get('form'), options?.get('period')]
  if (action === undefined || options === null || form === undefined || period === undefined || (options.has('out') && action !== 'consolidate')) throw new Refusal('invalid', 'reports.cli_usage')
  const as = options.get('as')
  if (as === undefined) throw new Refusal('invalid', 'reports.cli_whose')
  return [{ action, form, period, unit: options.get('unit') ?? null, out: options.get('out') ?? null, as }, configurationFrom(args.slice(1), process.env, OWN), options.has('json')]
}

/** Null for what is not understood. */
function optionsOf(args: readonly string[]): ReadonlyMap<string, string> | null {
  try {
    configurationFrom(args, process.env, OWN)
    return optionsFrom(args, OWN)
  } catch (error) {
    if (error instanceof StartError) return null
    throw error
  }
}

function say(err: Output, { kind, code, details }: Refusal): number {
  err.write(`${sayRefusal(code, details, 'vi')}\n${sayRefusal(code, details, 'en')}\n`)
  return kind === 'invalid' ? BAD_INPUT : FAILED
}

async function withWork<Result>(configuration: Configuration, login: string, useCase: (work: Work) => Promise<Result>): Promise<Result> {
  const database = await openDatabase({ dataFolder: configuration.dataFolder, url: configuration.databaseUrl, directUrl: configuration.databaseDirectUrl })
  try {
    refuseUnsafe(configuration, (await settingStore(database.owner.db).find('demonstration')) === true)
    const context = contextOf(database, configuration)
    const actor: Actor = await actorByLogin(context, login)
    return await runWork(context, { actor, requestId: 'gandan report' }, useCase)
  } finally {
    await database.close({ leaveRunning: database.adopted })
  }
}

interface Answer { readonly data: unknown; readonly print: () => string; readonly files: Awaited<ReturnType<typeof gatherFiles>> | null }

async function carryOut(work: Work, order: Order): Promise<Answer> {
  if (!mayAnywhere(work.actor, order.action === 'open' ? 'reports.manage' : 'reports.read')) throw new Refusal('forbidden', 'http.not_allowed')
  if ((await formStore(work.db).find(order.form)) === undefined) throw new Refusal('invalid', 'reports.cli_no_such_form', { form: order.form })
  if (order.action === 'open') return opened(work, order)
  const period = await periodStore(work.db).findByCode(order.form, order.period)
  if (period === undefined) throw new Refusal('invalid', 'reports.cli_no_such_period', { form: order.form, period: order.period })
  return order.action === 'status' ? status(work, order, period) : consolidated(work, order, period)
}

async function opened(work: Work, { form: formCode, period: code }: Order): Promise<Answer> {
  const wanted = { formCode, code, madeOf: [] }
  const { classes, ...preview } = await previewPeriod(work, wanted)
  const id = await openPeriod(work, wanted)
  const { units } = await readCompleteness(work, { periodId: id })
  const data = { id, form: formCode, code, ...preview, classes, owedBy: units.map((unit) => ({ id: unit.id, name: unit.name, class: unit.class, dueOn: unit.report?.dueOn ?? null })) }
  return { data, print: () => printOpened(data), files: null }
}

async function status(work: Work, { unit }: Order, period: PeriodRow): Promise<Answer> {
  const only = unit === null ? null : await unitOf(work, unit, period)
  const completeness = await readCompleteness(work, { periodId: period.id })
  const data = only === null ? completeness : { ...completeness, units: completeness.units.filter(({ id }) => id === only) }
  return { data, print: () => printStatus(period.name, data), files: null }
}

async function consolidated(work: Work, { unit, out }: Order, period: PeriodRow): Promise<Answer> {
  const unitId = await unitOf(work, unit, period)
  const sums = await readSums(work, period.id, unitId, { tree: 'then', count: 'received' })
  return { data: sums, print: () => printSums(sums), files: out === null ? null : await gatherFiles(work, period.id, unitId) }
}

/** By official code or id; else the province of the actor, as it was on the last day. */
async function unitOf(work: Work, named: string | null, { to }: PeriodRow): Promise<UnitId> {
  const directory = await loadDirectory(work.db)
  if (named !== null) {
    const found = directory.findByCode(named, to)?.unitId ?? directory.unitIds.find((id) => id === named)
    if (found === undefined) throw new Refusal('invalid', 'reports.cli_no_such_unit', { unit: named })
    return found
  }
  const { unitId } = work.actor
  const root = unitId === null ? undefined : directory.ancestorsOn(unitId, work.today).at(-1)?.unitId ?? unitId
  if (root === undefined) throw new Refusal('invalid', 'reports.cli_unit_needed')
  return root
}
