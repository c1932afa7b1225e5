import type { TermRule } from '#kernel/term-rule.ts'
import { RECEPTION_CLASSES, type ReceptionDuty } from '#modules/deadlines/domain/reception-duty.ts'
import type { RuleId } from '#modules/deadlines/server/tables.ts'
import { seedId, seedRows, UnreadableCell, type SeedRow } from './seed-file.ts'

export type SeedTermRule = TermRule & { readonly id: RuleId }

/** The rows of term-rules.csv, and the cells that cannot be read. A missing article is left for the check of rules to tell. */
export function readTermRules(csv: string): { readonly rules: readonly SeedTermRule[]; readonly unreadable: readonly UnreadableCell[] } {
  const rules: SeedTermRule[] = []
  const unreadable: UnreadableCell[] = []
  for (const row of seedRows('term-rules.csv', csv)) {
    try {
      rules.push(termRule(row))
    } catch (error) {
      if (!(error instanceof UnreadableCell)) throw error
      unreadable.push(error)
    }
  }
  return { rules, unreadable }
}

function termRule(row: SeedRow): SeedTermRule {
  const [procedure, step, validFrom] = [row.text('procedure'), row.text('step'), row.date('valid_from')]
  return {
    id: seedId('term-rule', `${procedure}/${step}/${validFrom}`) as RuleId, procedure, step, validFrom, validUntil: row.dateOrNull('valid_until'),
    name: row.text('name'), startEvent: row.text('start_event'), direction: row.oneOf('direction', ['forward', 'back']), counted: row.oneOf('counted', ['calendar', 'working']),
    days: row.number('days'), remoteDays: row.numberOrNull('remote_days'), complexDays: row.numberOrNull('complex_days'), remoteComplexDays: row.numberOrNull('remote_complex_days'),
    extensions: row.number('extensions'), extensionDays: row.numberOrNull('extension_days'), extensionGround: row.textOrNull('extension_ground'), extensionSigner: row.textOrNull('extension_signer'),
    suspension: row.oneOf('suspension', ['continues', 'none']), article: row.textOrNull('article') ?? '', certainty: row.certainty(), note: row.textOrNull('note'),
  }
}

/** The rows of reception-duties.csv. */
export function readReceptionDuties(csv: string): readonly ReceptionDuty[] {
  return seedRows('reception-duties.csv', csv).map((row) => {
    const [unitClass, validFrom] = [row.oneOf('unit_class', RECEPTION_CLASSES), row.date('valid_from')]
    return {
      id: seedId('reception-duty', `${unitClass}/${validFrom}`), unitClass, validFrom, validUntil: row.dateOrNull('valid_until'),
      times: row.number('times'), per: row.oneOf('per', ['week', 'month']), article: row.text('article'), certainty: row.certainty(), note: row.textOrNull('note'),
    }
  })
}
