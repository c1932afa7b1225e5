import type { Translate } from '#platform/web/phrases.tsx'
import type { ComparedRow } from '#platform/web/side-by-side.tsx'
import type { FormRecord } from '../../contract-forms.ts'
import type { FormColumn, FormDefinition, FormTable } from '../../domain/form.ts'

type Form = Pick<FormRecord, 'definition' | 'figures'>

/** What differs between two versions, place by place, in the order in which the later one has them. */
export function differences(before: Form, after: Form, t: Translate): ComparedRow[] {
  const [old, young] = [linesOf(before, t), linesOf(after, t)]
  return [...new Set([...young.keys(), ...old.keys()])]
    .map((label) => ({ id: label, label, before: old.get(label) ?? null, after: young.get(label) ?? null }))
    .filter((row) => row.before !== row.after)
}

/** "ngày 14 của tháng cuối kỳ", or the end of the month. */
export function closingText(closingDay: FormDefinition['closingDay'], t: Translate): string {
  return closingDay === null ? t('reports.closing_day.end') : t('reports.closing_day.on', { day: closingDay })
}

function linesOf({ definition, figures }: Form, t: Translate): ReadonlyMap<string, string> {
  const nameOf = (code: string) => {
    const figure = figures.find((each) => each.code === code)
    return figure === undefined ? code : [figure.name, figure.measure].filter(Boolean).join(', ')
  }
  const lines = new Map<string, string>([
    [t('reports.form_title'), definition.title], [t('reports.subject'), definition.subject],
    [t('reports.spans'), definition.spans.map((span) => t(`reports.span.${span}`)).join(', ')], [t('reports.closing_day'), closingText(definition.closingDay, t)],
    [t('reports.source'), definition.source], [t('reports.certainty'), t(`reports.certainty.${definition.certainty}`)],
  ])
  for (const { id, heading, level, guidance, asksText } of definition.sections) {
    lines.set(t('reports.section_at', { id }), [heading, guidance, t(`reports.level.${level}`), asksText ? '' : t('reports.heading_only')].filter(Boolean).join('\n'))
  }
  for (const table of definition.tables) for (const [label, text] of linesOfTable(table, nameOf, t)) lines.set(label, text)
  return lines
}

function linesOfTable(table: FormTable, nameOf: (code: string) => string, t: Translate): [string, string][] {
  const cells: [string, string][] = table.layout === 'columns'
    ? headedCells(table.columns, []).map(({ number, figure, headings }) => [number, [...headings, nameOf(figure)].join(' › ')])
    : headedLines(table.lines).map(({ figure, heading }, index) => [String(index + 1), [heading, nameOf(figure)].filter(Boolean).join(' › ')])
  return [
    [t('reports.table_at', { code: table.code }), table.title],
    ...cells.map(([name, text]): [string, string] => [t('reports.cell_at', { code: table.code, name }), text]),
    [t('reports.equations_at', { code: table.code }), table.equations.map(({ text, severity }) => `${text} (${t(`reports.severity.${severity}`)})`).join('\n')],
  ]
}

function headedCells(columns: readonly FormColumn[], headings: readonly string[]): { number: string; figure: string; headings: readonly string[] }[] {
  return columns.flatMap((column) => {
    const within = [...headings, column.title]
    return 'columns' in column ? headedCells(column.columns, within) : [{ number: column.number, figure: column.figure, headings: within }]
  })
}

function headedLines(lines: Extract<FormTable, { layout: 'list' }>['lines']): { figure: string; heading: string }[] {
  let heading = ''
  return lines.flatMap((line) => {
    if (line.kind === 'figure') return [{ figure: line.figure, heading }]
    heading = line.title
    return []
  })
}
