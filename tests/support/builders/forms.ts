import type { Actor } from '#kernel/actor.ts'
import type { AccountId } from '#kernel/ids.ts'
import { plainDate } from '#kernel/plain-date.ts'
import { loadDirectory } from '#modules/organisations/server/index.ts'
import type { Figure } from '#modules/reports/domain/figure.ts'
import { figureCodesOf, type FormDefinition, type FormTable } from '#modules/reports/domain/form.ts'
import type { OwingClass } from '#modules/reports/domain/owing.ts'
import type { Span } from '#modules/reports/domain/period.ts'
import { figureStore } from '#modules/reports/server/figure-store.ts'
import { formStore } from '#modules/reports/server/form-store.ts'
import { owingRuleStore } from '#modules/reports/server/owing-rule-store.ts'
import { openPeriod } from '#modules/reports/server/periods.ts'
import type { PeriodId } from '#modules/reports/server/tables.ts'
import type { TestDatabase } from '#tests/support/test-database.ts'

/** A typed count of things that add up, but for what is said; its name is its code unless given. */
export function aFigure(code: string, said: Partial<Omit<Figure, 'code'>> = {}): Figure {
  return {
    code, name: code, meaning: '', kind: 'count', measure: 'cuộc', fact: null, combination: { rule: 'sum' }, min: 0, max: null, changeShare: null, source: '', certainty: 'illustrative', ...said,
  }
}

/** A list with a heading, and a table of columns under a tree of heads; a ratio, a text and an amount among them. */
export const TEST_FIGURES: readonly Figure[] = [
  aFigure('thu.meetings', { name: 'Số cuộc đối thoại' }),
  aFigure('thu.people', { name: 'Số người dự', measure: 'lượt người', max: 100_000 }),
  aFigure('thu.answered', { name: 'Số kiến nghị đã trả lời', measure: 'kiến nghị' }),
  aFigure('thu.asked', { name: 'Số kiến nghị', measure: 'kiến nghị' }),
  aFigure('thu.share', { name: 'Tỷ lệ trả lời', kind: 'ratio', measure: '%', combination: { rule: 'ratio', of: 'thu.answered', to: 'thu.asked' }, min: null }),
  aFigure('thu.money', { name: 'Kinh phí', kind: 'amount', measure: 'triệu đồng' }),
  aFigure('thu.note', { name: 'Ghi chú', kind: 'text', measure: '', combination: { rule: 'none' }, min: null }),
]

const LIST: FormTable = {
  layout: 'list', code: 'PL1', title: 'Số liệu đối thoại', equations: [],
  lines: [{ kind: 'group', title: 'I. Đối thoại' }, { kind: 'figure', figure: 'thu.meetings' }, { kind: 'figure', figure: 'thu.people' }, { kind: 'figure', figure: 'thu.note' }],
}
const COLUMNS: FormTable = {
  layout: 'columns', code: 'PL2', title: 'Kiến nghị của nhân dân', equations: [{ text: '2 ≤ 1', severity: 'refuse' }],
  columns: [
    { title: 'Kiến nghị', columns: [{ title: 'Tổng số', number: '1', figure: 'thu.asked' }, { title: 'Đã trả lời', columns: [{ title: 'Số', number: '2', figure: 'thu.answered' }, { title: 'Tỷ lệ', number: '3=2/1', figure: 'thu.share' }] }] },
    { title: 'Kinh phí', number: '4', figure: 'thu.money' },
  ],
}

/** A form of half-years that close on the 14th, with one section and both kinds of tables, over TEST_FIGURES, but for what is said. */
export function aForm(said: Partial<FormDefinition> = {}): FormDefinition {
  return {
    title: 'Báo cáo thử', subject: 'Kết quả {period} của {unit}', spans: ['half-year', 'year'], closingDay: 14, source: 'Mẫu minh họa', certainty: 'illustrative',
    sections: [{ id: 'I', heading: 'Kết quả thực hiện', level: 1, guidance: 'Viết ngắn.', asksText: true }], tables: [LIST, COLUMNS], ...said,
  }
}

export interface TestPeriod { readonly periodId: PeriodId; readonly formCode: string }

/**
 * Declares the figures, publishes the form and lets the classes owe it (departments, communes and the province unless said otherwise), all from
 * 2021 on; then opens the period for the units of `seedBase`. A second period of a form that is there is only opened.
 */
export async function openTestPeriod(database: TestDatabase, { formCode = 'thu-nghiem', code = '2026-H1', form = aForm(), figures = TEST_FIGURES, classes = ['departments', 'commune-committees', 'provinces'] }: {
  readonly formCode?: string; readonly code?: string; readonly form?: FormDefinition; readonly figures?: readonly Figure[]; readonly classes?: readonly OwingClass[]
} = {}): Promise<TestPeriod> {
  await database.work(async ({ db }) => {
    const [figuresOf, forms, rules] = [figureStore(db), formStore(db), owingRuleStore(db)]
    for (const figure of figures) await figuresOf.put(figure)
    if (!(await forms.add({ code: formCode, title: form.title, by: 'system' }))) return
    const frozen = figureCodesOf(form).flatMap((each) => figures.find((figure) => figure.code === each) ?? [])
    await forms.publish(await forms.addVersion(formCode, 1, form), { figures: frozen, validFrom: FROM, by: 'system', at: '2021-01-01T00:00:00Z' })
    for (const span of form.spans) for (const each of classes) await rules.add({ ...RULE, formCode, span, class: each })
  })
  return { formCode, periodId: await database.work(async (work) => openPeriod({ ...work, actor: await anyManager(work.db) }, { formCode, code, madeOf: [] })) }
}

const FROM = plainDate('2021-01-01')
const RULE = {
  authorityId: null, unitId: null, dueDays: 5, dueCounted: 'working', onTimeBy: 'sent', locksAfter: null, source: 'Mẫu minh họa', certainty: 'illustrative', validFrom: FROM,
} as const satisfies Omit<Parameters<ReturnType<typeof owingRuleStore>['add']>[0], 'formCode' | 'span' | 'class'> & { span?: Span }

/** Who may manage reports everywhere. */
async function anyManager(db: Parameters<typeof loadDirectory>[0]): Promise<Actor> {
  const units = new Set((await loadDirectory(db)).unitIds)
  return { id: 'system' as AccountId, name: 'Gần Dân', unitId: null, grants: [{ permission: 'reports.manage', units, role: 'coordinator', onBehalfOf: null }] }
}
