import { readFile } from 'node:fs/promises'
import { readTermRules } from '#database/seed/read-deadlines.ts'
import { addDays, formatDate } from '#kernel/plain-date.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { TermRule } from '#kernel/term-rule.ts'
import { StartError } from '#platform/server/database/start-error.ts'
import { proceduresOf, rulesFrom } from '#modules/deadlines/domain/rules.ts'
import { checkRules, type RuleFault } from '#modules/deadlines/server/index.ts'
import { configurationFrom, optionsFrom } from '../configuration.ts'
import type { Command, Output } from '../command.ts'
import { sayRefusal } from '../phrases.ts'
import { lawOf } from './law-source.ts'
import { lined } from './lined.ts'

const OWN = { valued: [], flags: ['shipped'] } as const
const [FAULTY, BAD_INPUT] = [1, 2]

/** `gandan rules check [FILE.csv]` and `gandan rules list`: 0 sound, 1 faulty, 2 not understood. Needs no database. */
export const rulesCommand: Command = async ([action, ...args], out, err) => {
  try {
    if (action === 'list') {
      out.write(printRules(await rulesOf(args)))
      return 0
    }
    if (action === 'check') return await check(args, out)
    throw new Refusal('invalid', 'deadlines.rules_usage')
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    err.write(`${sayRefusal(error.code, error.details, 'vi')}\n${sayRefusal(error.code, error.details, 'en')}\n`)
    return BAD_INPUT
  }
}

async function check(args: readonly string[], out: Output): Promise<number> {
  const [first] = args
  const file = first?.startsWith('--') === false ? first : undefined
  const { rules, unreadable } = file === undefined ? { rules: await rulesOf(args), unreadable: [] } : await readFileOf(file, args.slice(1))
  const faults = checkRules(rules)
  const sentences = [...unreadable.map(({ cell }) => `LỖI  ${sayRefusal('deadlines.fault.unreadable', cell, 'vi')}`), ...faults.map(faultInWords)]
  const errors = unreadable.length + faults.filter(({ kind }) => kind === 'error').length
  const sure = (certainty: TermRule['certainty']) => rules.filter((rule) => rule.certainty === certainty).length
  out.write(sentences.map((sentence) => `${sentence}\n`).join(''))
  out.write(`${rules.length} quy định: ${errors} lỗi, ${sentences.length - errors} cảnh báo; chưa xác minh ${sure('unverified')}, mẫu minh họa ${sure('illustrative')}.\n`)
  return errors > 0 ? FAULTY : 0
}

async function readFileOf(file: string, others: readonly string[]) {
  if (others.length > 0) throw new Refusal('invalid', 'deadlines.rules_usage')
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Refusal('invalid', 'deadlines.rules_file_missing', { file })
  })
  try {
    return readTermRules(text)
  } catch {
    throw new Refusal('invalid', 'deadlines.rules_file_not_csv', { file })
  }
}

async function rulesOf(args: readonly string[]): Promise<readonly TermRule[]> {
  try {
    const options = optionsFrom(args, OWN)
    return (await lawOf(configurationFrom(args, process.env, OWN), options.has('shipped'))).rules.all
  } catch (error) {
    if (error instanceof StartError && error.message.startsWith('Không hiểu tùy chọn')) throw new Refusal('invalid', 'deadlines.rules_usage')
    throw error
  }
}

function faultInWords({ kind, code, procedure, step, validFrom, details }: RuleFault): string {
  return `${kind === 'error' ? 'LỖI' : 'CẢNH BÁO'}  ${procedure}/${step} từ ${formatDate(validFrom)}: ${sayRefusal(`deadlines.fault.${code}`, details, 'vi')}`
}

function printRules(all: readonly TermRule[]): string {
  const rules = rulesFrom(all)
  return proceduresOf(rules).map((procedure) => {
    const rows = all.filter((rule) => rule.procedure === procedure).map((rule) => [
      rule.step, rule.name, daysOf(rule), rule.counted === 'working' ? 'ngày làm việc' : 'ngày', formatDate(rule.validFrom), rule.validUntil === null ? '' : formatDate(addDays(rule.validUntil, -1)),
      rule.certainty === 'verified' ? '' : sayRefusal(`deadlines.certainty.${rule.certainty}`, {}, 'vi'), rule.article,
    ])
    return `${procedure}\n${lined([['Bước', 'Tên', 'Số ngày', 'Tính theo', 'Từ', 'Đến', 'Tin cậy', 'Căn cứ'], ...rows])}`
  }).join('\n')
}

/** "30/45/45/60": plain, remote, complex, both; "-" where the law knows none; "+2×30" for extensions. */
function daysOf({ days, remoteDays, complexDays, remoteComplexDays, extensions, extensionDays, direction }: TermRule): string {
  const variants = [remoteDays, complexDays, remoteComplexDays].some((each) => each !== null) ? [days, remoteDays, complexDays, remoteComplexDays].map((each) => each ?? '-').join('/') : String(days)
  return `${direction === 'back' ? 'lùi ' : ''}${variants}${extensions > 0 ? ` +${extensions}×${extensionDays ?? 0}` : ''}`
}
