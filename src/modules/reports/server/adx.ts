import type { PlainDate } from '#kernel/plain-date.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { ExportedFigures } from '../contract-exchange.ts'
import { calendarIsoPeriod, exactIsoPeriod } from '../domain/iso-period.ts'

type ExportedRow = ExportedFigures['rows'][number]
type ExportedFigure = ExportedFigures['figures'][number]

/**
 * Figures as ADX (IHE QRPH Aggregate Data Exchange, namespace of 2015), the way a DHIS2 reads it: docs/decisions/0014-adx.md. A group carries
 * `orgUnit`, `period` and `dataSet` and nothing else, as any other attribute is taken for a category. Ratios are left to the reader's own
 * indicators, and a total beside its parts to the reader's own tree. `at`: the instant, ISO 8601.
 */
export function adxOf({ form, period, figures, rows }: ExportedFigures, { at, days }: { readonly at: string; readonly days: 'calendar' | 'exact' }): string {
  const span = { code: period.code, from: period.from as PlainDate, to: period.to as PlainDate }
  const isoPeriod = days === 'exact' ? exactIsoPeriod(span) : calendarIsoPeriod(span)
  const groups = rows.filter(({ part }) => part !== 'total').flatMap((row) => {
    const values = figures.flatMap((figure) => dataValue(figure, row))
    return values.length === 0 ? [] : [`  <group orgUnit="${escaped(row.unit.code ?? row.unit.id)}" period="${isoPeriod}" dataSet="${escaped(form.code)}">\n${values.join('')}  </group>\n`]
  })
  if (groups.length === 0) throw new Refusal('conflict', 'reports.no_figures_yet') // the schema wants one at least
  return `<?xml version="1.0" encoding="UTF-8"?>\n<adx xmlns="urn:ihe:qrph:adx:2015" exported="${at}">\n${groups.join('')}</adx>\n`
}

/** `value` is a decimal by the schema: words stand in an annotation beside a nought, as DHIS2 has them. */
function dataValue(figure: ExportedFigure, row: ExportedRow): string[] {
  const value = row.values[figure.code] ?? null
  if (value === null || figure.kind === 'ratio') return []
  const named = `    <dataValue dataElement="${escaped(figure.code)}"`
  return [typeof value === 'number' ? `${named} value="${decimal(value)}"/>\n` : `${named} value="0"><annotation>${escaped(value)}</annotation></dataValue>\n`]
}

/** xs:decimal knows no exponent. */
function decimal(value: number): string {
  return value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 })
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }

/** Without the characters that XML 1.0 cannot hold at all. */
function escaped(text: string): string {
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, '').replace(/[&<>"']/gu, (sign) => ENTITIES[sign] ?? '')
}
