import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Figure } from './figure.ts'
import { cellsOf, equationsOf, faultsOfForm, figureCodesOf, leavesOf, type ColumnTable, type FormColumn, type FormDefinition, type ListTable } from './form.ts'

function figure(code: string, changed: Partial<Figure> = {}): Figure {
  return { code, name: code, meaning: '', kind: 'count', measure: '', fact: null, combination: { rule: 'sum' }, min: null, max: null, changeShare: null, source: '', certainty: 'illustrative', ...changed }
}
const list = (code: string, figures: readonly string[], equations: readonly string[] = []): ListTable => ({
  layout: 'list', code, title: code, equations: equations.map((text) => ({ text, severity: 'refuse' })),
  lines: [{ kind: 'group', title: 'Nhóm' }, ...figures.map((each) => ({ kind: 'figure', figure: each }) as const)],
})
const columns = (code: string, tree: readonly FormColumn[], equations: readonly string[] = []): ColumnTable => ({
  layout: 'columns', code, title: code, columns: tree, equations: equations.map((text) => ({ text, severity: 'warn' })),
})
const column = (number: string): FormColumn => ({ title: `Cột ${number}`, number, figure: `f.${number}` })
const form = (changed: Partial<FormDefinition> = {}): FormDefinition => ({
  title: 'Báo cáo', subject: 'Kết quả', spans: ['year'], closingDay: null, sections: [], tables: [list('PL', ['a', 'b'])], source: 'Mẫu minh họa', certainty: 'illustrative', ...changed,
})
const KNOWN = ['a', 'b', 'f.1', 'f.2', 'f.3', 'f.4'].map((code) => figure(code))
const SHARE = figure('share', { kind: 'ratio', combination: { rule: 'ratio', of: 'a', to: 'b' } })
const section = (id: string) => ({ id, heading: 'Mục', level: 1, guidance: '', asksText: true }) as const

test.each<[string, Partial<FormDefinition>, readonly string[]]>([
  ['a form with a table', {}, []],
  ['a form of narrative alone', { tables: [], sections: [section('I')] }, []],
  ['a form of no period', { spans: [] }, ['reports.form_without_period Báo cáo']],
  ['a form that asks nothing', { tables: [] }, ['reports.form_empty Báo cáo']],
  ['two sections of one name', { sections: [section('I'), section('I')] }, ['reports.form_section_twice I']],
  ['what has no name yet', { sections: [{ ...section(''), heading: 'Kết quả' }], tables: [{ ...list('PL', ['a']), title: ' ' }] }, ['reports.form_section_unnamed Kết quả', 'reports.form_table_unnamed  ']],
  ['cells whose figures are still to be chosen are not the same figure twice', { tables: [list('PL', ['', ''])] }, ['reports.form_figure_missing PL 1', 'reports.form_figure_missing PL 2']],
  ['a group of columns without its heading', { tables: [columns('M', [{ title: '', columns: [column('1')] }])] }, ['reports.form_heading_missing M']],
  ['two tables of one name', { tables: [list('PL', ['a']), list('PL', ['b'])] }, ['reports.form_table_twice PL']],
  ['one figure in two tables', { tables: [list('PL1', ['a']), list('PL2', ['a'])] }, ['reports.form_figure_twice a']],
  ['a figure nobody declared', { tables: [list('PL', ['a', 'unknown'])] }, ['reports.form_figure_unknown unknown']],
  ['a table of headings', { tables: [list('PL', [])] }, ['reports.form_table_empty PL']],
  ['two columns of one number', { tables: [columns('M1', [column('1'), { title: 'Khác', number: '1', figure: 'f.2' }])] }, ['reports.form_column_twice M1 1']],
  ['an equation of a column that is not there', { tables: [list('PL', ['a', 'b'], ['1 = 2', '1 = 3'])] }, ['reports.form_equation_unread PL: 1 = 3']],
  ['a ratio of two figures of the form', { tables: [list('PL', ['a', 'b', 'share'])] }, []],
  ['a ratio of a figure that the form does not ask for', { tables: [list('PL', ['a', 'share'])] }, ['reports.form_ratio_unclear share']],
])('%s', (_case, changed, faults) => {
  expect(faultsOfForm(form(changed), [...KNOWN, SHARE]).map(({ code, at }) => `${code} ${at}`)).toEqual(faults)
})

// The head of 01/TCD of Thông tư 01/2024/TT-TTCP is such a tree; its numbers here are only its beginning.
test('columns under whatever headings are read from left to right; lines are numbered from one', () => {
  const tree: FormColumn[] = [column('1'), { title: 'Tiếp thường xuyên', columns: [column('2'), { title: 'Trong đó', columns: [column('3')] }] }, column('4')]
  expect(cellsOf(columns('01/TCD', tree))).toEqual([['1', 'f.1'], ['2', 'f.2'], ['3', 'f.3'], ['4', 'f.4']])
  expect(cellsOf(list('PL', ['a', 'b']))).toEqual([['1', 'a'], ['2', 'b']])
})

test('only equations that make sense are kept, each with its severity', () => {
  expect(equationsOf(columns('M', [column('1'), column('2'), column('3')], ['1 = 2+3', 'vô nghĩa'])).map(({ text, severity }) => `${text} ${severity}`)).toEqual(['1 = 2+3 warn'])
})

const { tree } = fc.letrec<{ tree: FormColumn[]; column: FormColumn }>((tie) => ({
  tree: fc.array(tie('column'), { minLength: 1, maxLength: 4 }),
  column: fc.oneof({ maxDepth: 4 }, fc.nat(999).map((number) => column(String(number))), tie('tree').map((within) => ({ title: 'Nhóm', columns: within }))),
}))

test('whatever the tree: one cell a column, and a form is publishable exactly when no number and no figure comes twice', () => {
  fc.assert(fc.property(tree, (within) => {
    const numbers = leavesOf(within).map(({ number }) => number)
    const definition = form({ tables: [columns('M', within)] })
    expect(cellsOf(columns('M', within)).map(([name]) => name)).toEqual(numbers)
    expect(figureCodesOf(definition)).toHaveLength(new Set(numbers).size)
    expect(faultsOfForm(definition, numbers.map((number) => figure(`f.${number}`))).length === 0).toBe(new Set(numbers).size === numbers.length)
  }))
})
