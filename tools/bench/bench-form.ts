import type { Figure } from '#modules/reports/domain/figure.ts'
import type { FormColumn, FormDefinition, FormTable } from '#modules/reports/domain/form.ts'
import { FACTS } from '#modules/reports/server/facts.ts'

/** A form as large as forms get: 200 cells with facts of the platform, ratios, states of things and equations, eight sections of text. */
export const FORM_CODE = 'do-toc-do'
const GROUPS = 20
const LINES = 60
const LASTS = 10
const AMOUNTS = 20
const RATIOS = 10

const PLAIN = { meaning: '', fact: null, min: 0, max: null, changeShare: 0.5, source: '', certainty: 'illustrative' } as const
const SUM = { rule: 'sum' } as const
const facts = FACTS.flatMap((source) => source.facts)
const range = (count: number) => Array.from({ length: count }, (_, index) => index + 1)

const factFigures: readonly Figure[] = facts.map(({ code, name, measure }) => ({ ...PLAIN, code: `do.${code}`, name, kind: 'count', measure, fact: code, combination: SUM }))
const typed: readonly Figure[] = range(LINES - facts.length).map((n) => ({ ...PLAIN, code: `do.line-${n}`, name: `Chỉ tiêu số ${n} của công tác dân vận`, kind: 'count', measure: 'cuộc', combination: SUM }))
const lasts: readonly Figure[] = range(LASTS).map((n) => ({ ...PLAIN, code: `do.last-${n}`, name: `Số đang có đến cuối kỳ, loại ${n}`, kind: 'count', measure: 'mô hình', combination: { rule: 'last' } }))
const amounts: readonly Figure[] = range(AMOUNTS).map((n) => ({ ...PLAIN, code: `do.amount-${n}`, name: `Kinh phí thực hiện nội dung ${n}`, kind: 'amount', measure: 'triệu đồng', combination: SUM }))
const ratios: readonly Figure[] = range(RATIOS).map((n) => ({
  ...PLAIN, code: `do.ratio-${n}`, name: `Tỷ lệ ${n}`, kind: 'ratio', measure: '%', combination: { rule: 'ratio', of: `do.line-${n}`, to: `do.line-${n + RATIOS}` },
}))
const columns: readonly Figure[] = range(GROUPS * 5).map((n) => ({ ...PLAIN, code: `do.column-${n}`, name: `Cột ${n}`, kind: 'count', measure: 'đơn', combination: SUM }))

/** In the order of the form: 60 lines, 40 more, 100 columns. */
export const BENCH_FIGURES: readonly Figure[] = [...factFigures, ...typed, ...lasts, ...amounts, ...ratios, ...columns]

const list = (code: string, title: string, figures: readonly Figure[]): FormTable => ({
  layout: 'list', code, title, lines: [{ kind: 'group', title: 'Kết quả thực hiện' }, ...figures.map((figure) => ({ kind: 'figure' as const, figure: figure.code }))], equations: [],
})
const group = (at: number): FormColumn => {
  const first = at * 5 + 1
  return { title: `Nhóm nội dung ${at + 1}`, columns: [0, 1, 2, 3, 4].map((part) => ({ title: part === 0 ? 'Tổng số' : `Loại ${part}`, number: String(first + part), figure: `do.column-${first + part}` })) }
}

const HEADINGS = [
  'Công tác lãnh đạo, chỉ đạo', 'Tuyên truyền, phổ biến, quán triệt', 'Thực hiện dân chủ ở cơ sở', 'Tiếp công dân, đối thoại với Nhân dân', 'Cải cách hành chính', 'Phong trào thi đua dân vận khéo',
  'Khó khăn, hạn chế và nguyên nhân', 'Phương hướng, nhiệm vụ kỳ tới',
]

export const BENCH_FORM: FormDefinition = {
  title: 'Báo cáo đo tốc độ', subject: 'Kết quả công tác dân vận {period}', spans: ['half-year'], closingDay: null, source: 'Mẫu minh họa để đo tốc độ', certainty: 'illustrative',
  sections: HEADINGS.map((heading, index) => ({ id: String(index + 1), heading, level: 1, guidance: 'Nêu kết quả nổi bật, số liệu chính, so với kỳ trước.', asksText: true })),
  tables: [
    list('A', 'Kết quả chung', [...factFigures, ...typed]), list('B', 'Điều kiện bảo đảm', [...lasts, ...amounts, ...ratios]),
    {
      layout: 'columns', code: 'C', title: 'Kết quả theo nội dung', columns: range(GROUPS).map((n) => group(n - 1)),
      equations: range(GROUPS).map((n) => ({ text: `${n * 5 - 4} = ${n * 5 - 3} + … + ${n * 5}`, severity: 'refuse' as const })),
    },
  ],
}

/** A unit's figures of a period, the same each time: equations hold, now and then a figure is given up. */
export function figuresOf(unit: number, period: number): Record<string, number | null> {
  const values: Record<string, number | null> = {}
  for (const [at, { code, kind }] of BENCH_FIGURES.entries()) {
    const value = (unit * 31 + at * 17 + period * 7) % 97
    values[code] = kind === 'amount' ? value + 0.25 : value
  }
  for (const { code, combination } of ratios) {
    if (combination.rule !== 'ratio') continue
    const [part, whole] = [values[combination.of] ?? 0, values[combination.to] ?? 0]
    values[code] = whole === 0 ? null : part / whole
  }
  for (const n of range(GROUPS)) values[`do.column-${n * 5 - 4}`] = [3, 2, 1, 0].reduce((sum, back) => sum + (values[`do.column-${n * 5 - back}`] ?? 0), 0)
  return values
}

const SENTENCES = [
  'Ủy ban nhân dân đã ban hành kế hoạch triển khai công tác dân vận, phân công rõ đơn vị chủ trì, đơn vị phối hợp và thời hạn hoàn thành từng nhiệm vụ.',
  'Tổ chức hội nghị quán triệt đến toàn thể cán bộ, công chức, viên chức; phối hợp Mặt trận Tổ quốc và các tổ chức chính trị - xã hội tuyên truyền đến hội viên, đoàn viên và Nhân dân.',
  'Thực hiện niêm yết công khai các thủ tục hành chính, quy hoạch, kế hoạch sử dụng đất, các khoản đóng góp để Nhân dân biết, bàn, làm, kiểm tra, giám sát và thụ hưởng.',
  'Người đứng đầu trực tiếp tiếp công dân theo lịch, đối thoại với Nhân dân tại thôn, tổ dân phố; các ý kiến, kiến nghị được ghi nhận, phân loại và trả lời đúng thời hạn.',
  'Một số nội dung còn chậm do khối lượng công việc sau sắp xếp lớn, cán bộ kiêm nhiệm nhiều việc; đơn vị đã rà soát, phân công lại và đề ra thời hạn khắc phục cụ thể.',
]

/** About nine hundred letters a section, as a commune writes them; no two units write the same. */
export function textsOf(unit: number): Record<string, string> {
  return Object.fromEntries(HEADINGS.map((_heading, at) => [String(at + 1), range(6).map((n) => SENTENCES[(unit + at * 3 + n * (1 + unit % 3)) % SENTENCES.length] ?? '').join(' ')]))
}
