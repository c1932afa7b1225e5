import { vi } from 'vitest'
import type { ReportRecord, SaveReport, SaveResult } from '#modules/reports/contract.ts'
import { EMPTY_CONTENT, withChange, type ReportContent } from '#modules/reports/domain/content.ts'
import { resolveValues } from '#modules/reports/domain/checks.ts'
import { ReportPage } from '#modules/reports/web/pages/report-page.tsx'
import { renderWithProviders } from './render.tsx'

type Figure = ReportRecord['form']['figures'][number]

export function figureOf(code: string, name: string, more: Partial<Figure> = {}): Figure {
  return { code, name, meaning: '', kind: 'count', measure: 'cuộc', fact: null, combination: { rule: 'sum' }, min: 0, max: null, changeShare: null, source: '', certainty: 'illustrative', ...more }
}

const FIGURES = [
  figureOf('held', 'Số cuộc đối thoại'), figureOf('people', 'Số người dự', { measure: 'lượt người' }), figureOf('answered', 'Số ý kiến được trả lời', { measure: 'ý kiến' }),
  figureOf('documents', 'Số văn bản đã ban hành', { measure: 'văn bản', fact: 'documents.issued' }),
  figureOf('share', 'Tỷ lệ trả lời', { kind: 'ratio', measure: '%', combination: { rule: 'ratio', of: 'answered', to: 'people' } }),
]
const NAMES = ['held', 'people', 'answered', 'documents', 'share']

/** A report of a department for half a year, being written: two sections, one table, one figure that the platform counts. */
export function recordOf(more: Partial<ReportRecord> = {}): ReportRecord {
  return {
    id: 'r1', unit: { id: 'u1', name: 'Sở Tư pháp' }, receiver: { id: 'u0', name: 'Sở Nội vụ' }, state: 'draft', actions: ['save', 'submit'],
    period: {
      id: 'p1', formCode: 'dan-van', formTitle: 'Báo cáo dân vận', code: '2026-H2', span: 'half-year', name: '6 tháng cuối năm 2026', from: '2026-06-15', to: '2026-12-14', openedOn: '2026-11-20', closedOn: null,
      versionNumber: 1, madeOf: [],
    },
    dueOn: '2026-12-16', dueBecause: ['Hạn gửi là 2 ngày làm việc sau ngày chốt.'], dueRule: { source: 'Quy chế mẫu', certainty: 'illustrative' }, locksOn: null, workingDaysLeft: 17, lock: null, exceptions: [], isReceiver: false,
    form: {
      figures: FIGURES,
      definition: {
        title: 'Báo cáo dân vận', subject: 'Kết quả dân vận {period}', spans: ['half-year'], closingDay: 14, source: 'Quy chế mẫu', certainty: 'illustrative',
        sections: [{ id: 'I', heading: 'Công tác chỉ đạo', level: 1, guidance: 'Nêu văn bản đã ban hành.', asksText: true }, { id: 'II', heading: 'Kiến nghị', level: 1, guidance: '', asksText: true }],
        tables: [{ layout: 'list', code: 'PL-01', title: 'Đối thoại', lines: NAMES.map((figure) => ({ kind: 'figure', figure })), equations: [] }],
      },
    },
    content: { values: { held: 3 }, reasons: {}, texts: { I: 'Đã ban hành kế hoạch.' }, taken: {}, nothing: [], overrides: {} }, version: 3, revisionShown: null,
    values: { held: 3, documents: 2 }, totals: {}, facts: { documents: 2 }, frozenFacts: null, cumulated: null, previous: { periodName: '6 tháng đầu năm 2026', values: { held: 6 } }, below: null, findings: [], remarks: [],
    revisions: [], changedBelow: [], returned: null, lastChange: { byName: 'Cán bộ đầu mối Sở Tư pháp', at: '2026-11-23T01:00:00.000Z' }, ...more,
  }
}

/** The server as far as the page asks it: the report, and its saves one after another. */
export interface FakeServer {
  record: ReportRecord
  readonly saves: SaveReport[]
  readonly steps: { readonly path: string; readonly body: unknown }[]
  /** What answers the next save in place of taking it: a clash, a refusal, a dropped line. */
  readonly next: ((change: SaveReport) => Response)[]
  /** Whatever else the page reads, by the end of its address. */
  readonly answers: Record<string, unknown>
}

export function fakeServer(record: ReportRecord, answers: Record<string, unknown> = {}): FakeServer {
  const server: FakeServer = { record, saves: [], steps: [], next: [], answers }
  vi.stubGlobal('fetch', async (url: string, { method, body }: { method: string; body?: string }) => {
    const path = url.split('?')[0] ?? ''
    if (method === 'GET') {
      const found = Object.entries(server.answers).find(([end]) => path.endsWith(end))
      return answer(found?.[1] ?? server.record)
    }
    const sent = JSON.parse(body ?? '{}') as SaveReport
    if (method === 'POST') {
      server.steps.push({ path, body: sent })
      return new Response(null, { status: 204 })
    }
    server.saves.push(sent)
    const special = server.next.shift()
    return special === undefined ? answer(taken(server, sent)) : special(sent)
  })
  return server
}

export function answer(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), { status })
}

/** A save as the server takes it. */
function taken(server: FakeServer, { version, ...change }: SaveReport): SaveResult {
  const { values, reasons, texts, taken: pieces, nothing } = change
  const content = withChange((server.record.content as ReportContent | null) ?? EMPTY_CONTENT, { values, reasons, texts, nothing, taken: pieces })
  server.record = { ...server.record, content: content as ReportRecord['content'], version: Math.max(server.record.version, version) + 1 }
  return resultOf(server.record)
}

export function resultOf(record: ReportRecord, more: Partial<SaveResult> = {}): SaveResult {
  const content = record.content as ReportContent
  return { version: record.version, savedAt: '2026-11-23T03:05:00.000Z', clashes: [], content: null, values: resolveValues(record.form, content, record.facts), totals: {}, findings: [], ...more }
}

export function openReport(part = 'so-lieu'): ReturnType<typeof renderWithProviders> {
  return renderWithProviders(<ReportPage />, { path: `/bao-cao/p1/u1?phan=${part}`, route: '/bao-cao/$periodId/$unitId' })
}
