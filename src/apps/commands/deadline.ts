import type { Deadline, Suspension } from '#kernel/deadline.ts'
import { addDays, findPlainDate, formatDate, type PlainDate } from '#kernel/plain-date.ts'
import { Refusal } from '#kernel/refusal.ts'
import { StartError } from '#platform/server/database/start-error.ts'
import { answerSteps, answerTerm, type TermQuestion } from '#modules/deadlines/domain/answer.ts'
import { configurationFrom, optionsFrom, type Configuration } from '../configuration.ts'
import type { Command } from '../command.ts'
import { sayRefusal } from '../phrases.ts'
import { lawOf } from './law-source.ts'

const OWN = { valued: ['procedure', 'step', 'from', 'extend'], flags: ['remote', 'complex', 'json', 'shipped'], repeated: ['suspend'] } as const
const BAD_INPUT = 2

interface Order { readonly question: TermQuestion; readonly configuration: Configuration; readonly asJson: boolean; readonly shipped: boolean }

/** `gandan deadline`: the last day of a term with its reasons. Needs no database; 0 done, 2 not understood or not in the law. */
export const deadlineCommand: Command = async (args, out, err) => {
  try {
    const { question, configuration, asJson, shipped } = readOrder(args)
    const deadline = answerTerm(question, await lawOf(configuration, shipped))
    const steps = answerSteps(deadline, question, 'vi')
    out.write(asJson ? `${JSON.stringify(printed(deadline, steps), null, 2)}\n` : told(deadline, steps))
    return 0
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    err.write(`${sayRefusal(error.code, error.details, 'vi')}\n${sayRefusal(error.code, error.details, 'en')}\n`)
    return BAD_INPUT
  }
}

function readOrder(args: readonly string[]): Order {
  const options = optionsOf(args)
  const [procedure, step, from] = [options.get('procedure'), options.get('step'), options.get('from')]
  if (procedure === undefined || step === undefined || from === undefined) throw new Refusal('invalid', 'deadlines.cli_usage')
  const question = {
    procedure, step, from: dayOf(from), remote: options.has('remote'), complex: options.has('complex'),
    extensions: extensionsOf(options.get('extend') ?? '0'), suspensions: (options.get('suspend')?.split(' ') ?? []).map(suspensionOf),
  }
  return { question, configuration: configurationFrom(args, process.env, OWN), asJson: options.has('json'), shipped: options.has('shipped') }
}

function optionsOf(args: readonly string[]): ReadonlyMap<string, string> {
  try {
    configurationFrom(args, process.env, OWN)
    return optionsFrom(args, OWN)
  } catch (error) {
    if (error instanceof StartError) throw new Refusal('invalid', 'deadlines.cli_usage')
    throw error
  }
}

function dayOf(text: string): PlainDate {
  const day = findPlainDate(text)
  if (day === undefined) throw new Refusal('invalid', 'deadlines.no_such_day', { text })
  return day
}

/** `A..B`, the clock going on again on B; `A..` while still suspended. */
function suspensionOf(text: string): Suspension {
  const [, from, until] = /^(.*?)\.\.(.*)$/.exec(text) ?? []
  if (from === undefined || until === undefined) throw new Refusal('invalid', 'deadlines.suspension_form', { text })
  return { from: dayOf(from), until: until === '' ? null : dayOf(until) }
}

function extensionsOf(text: string): number {
  if (!/^\d{1,3}$/.test(text)) throw new Refusal('invalid', 'deadlines.extensions_form', { text })
  return Number(text)
}

/** Exactly what was promised to whoever reads it by machine. */
function printed({ due, start, counted, unit, rolledFrom, skipped, rule }: Deadline, steps: readonly string[]) {
  const { article, validFrom, validUntil } = rule
  return { due, start, counted, unit, rolledFrom, skipped, rule: { article, validFrom, validTo: validUntil === null ? null : addDays(validUntil, -1) }, steps }
}

function told({ due, rule }: Deadline, steps: readonly string[]): string {
  const result = due === null ? 'đang tạm đình chỉ, chưa có hạn' : formatDate(due)
  return `${rule.name}: ${result}\n\n${steps.map((step, at) => `${String(at + 1).padStart(2)}. ${step}\n`).join('')}`
}
