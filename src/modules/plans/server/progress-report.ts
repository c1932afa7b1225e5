import { may, unitsWhere } from '#kernel/actor.ts'
import type { UnitId } from '#kernel/ids.ts'
import { formatDate } from '#kernel/plain-date.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { OfficialDocument } from '#platform/server/official-document/official-document.ts'
import type { Row, Table } from '#platform/server/spreadsheet/table.ts'
import type { Work } from '#platform/server/work.ts'
import { governingBodyOf, loadDirectory, type Directory } from '#modules/organisations/server/index.ts'
import { briefedByUnit, deliveriesOf, deliveryFigures, demonstrationMark, documentSummaries, letterhead, placeOf } from '#modules/documents/server/index.ts'
import type { ReportPreview, ReportQuery } from '../contract-unit-plan.ts'
import { NO_COUNTS, shareDone } from '../domain/board.ts'
import { citedAs, reportParts, type ReportFigures } from '../domain/progress-report.ts'
import { readBoard } from './board.ts'
import { getReadableDirective } from './directive-record.ts'
import { directiveStore, type DirectiveRow } from './directive-store.ts'
import { obligationStore } from './obligation-store.ts'
import { reportTextStore, type Period } from './report-text-store.ts'
import type { DirectiveId, DutyId } from './tables.ts'
import { unitPlanStore } from './unit-plan-store.ts'

/** What the report will say, for the screen. */
export async function previewReport(work: Work, id: DirectiveId, query: ReportQuery): Promise<ReportPreview> {
  const { figures, reporter } = await gather(work, id, query)
  const directory = await loadDirectory(work.db)
  return {
    from: figures.from, until: figures.until, unitName: directory.nameOn(reporter, work.today) ?? '', texts: { ...figures.texts },
    paragraphs: reportParts(figures).map(({ heading, lines }) => ({ heading, lines: [...lines] })),
  }
}

/** The officer's own paragraphs, kept for the unit and the period. */
export async function saveReportTexts(work: Work, id: DirectiveId, period: Period, texts: Readonly<Record<string, string>>): Promise<void> {
  const { reporter } = await getReportable(work, id)
  await reportTextStore(work.db).put(id, reporter, period, texts)
}

/** "Báo cáo tình hình thực hiện Kế hoạch …" of a period, in the layout of Nghị định 30/2020/NĐ-CP, with the table of units. */
export async function writeProgressReport(work: Work, id: DirectiveId, query: ReportQuery): Promise<OfficialDocument> {
  const { directive, figures, reporter } = await gather(work, id, query)
  const directory = await loadDirectory(work.db)
  const authority = directory.unitOn(directive.unitId, work.today)
  return {
    type: 'bao_cao', ...(await letterhead(work, directory, reporter)), number: null, place: placeOf(directory, work, reporter), issuedOn: null,
    subject: `Tình hình thực hiện ${citedAs(figures.document, false)}`, addressees: authority === undefined || authority.unitId === reporter ? [] : [governingBodyOf(authority)], grounds: [],
    body: [
      { kind: 'paragraph', text: `Thực hiện ${citedAs(figures.document, true)}, ${directory.nameOn(reporter, work.today) ?? ''} báo cáo kết quả từ ngày ${formatDate(figures.from)} đến ngày ${formatDate(figures.until)} như sau:` },
      ...reportParts(figures).flatMap(({ heading, lines }) => [
        { kind: 'section' as const, title: heading }, ...lines.map((line) => ({ kind: lines.length === 1 ? 'paragraph' as const : 'clause' as const, text: line })),
      ]),
    ],
    recipients: [], archive: null,
    annexes: [{ title: 'Tổng hợp tình hình thực hiện theo đơn vị', body: [{ kind: 'table', table: await annexTable(work, directive, figures) }] }],
    ...(await demonstrationMark(work)),
  }
}

/** Công văn đôn đốc to the units that are late with a directive's duties. */
export async function writeReminderLetter(work: Work, id: DirectiveId): Promise<OfficialDocument> {
  const { figures, reporter } = await gather(work, id, {})
  const directory = await loadDirectory(work.db)
  const board = await readBoard(work, { directiveId: id })
  const late = board.units.filter(({ counts }) => counts.overdue > 0)
  if (late.length === 0) throw new Refusal('conflict', 'plans.nobody_is_late')
  const rows: Row[] = late.map(({ name, counts }, index) => ({ kind: 'record', cells: [index + 1, name, counts.overdue, counts.total] }))
  const table: Table = {
    columns: [
      { title: 'TT', kind: 'integer', widthMm: 12, align: 'center' }, { title: 'Cơ quan, đơn vị', kind: 'text', widthMm: 90 },
      { title: 'Việc quá hạn', kind: 'integer', widthMm: 28 }, { title: 'Tổng số việc', kind: 'integer', widthMm: 28 },
    ],
    rows,
  }
  const isLong = late.length > 10
  return {
    type: 'cong_van', ...(await letterhead(work, directory, reporter)), number: null, place: placeOf(directory, work, reporter), issuedOn: null,
    subject: `đôn đốc thực hiện ${citedAs(figures.document, false)}`,
    addressees: isLong ? ['Các cơ quan, đơn vị, địa phương có tên trong Phụ lục'] : late.map(({ name, id: unitId }) => bodyName(directory, unitId as UnitId, work, name)), grounds: [],
    body: [
      { kind: 'paragraph', text: `Thực hiện ${citedAs(figures.document, true)}, qua theo dõi đến ngày ${formatDate(work.today)} còn ${late.length} đơn vị có việc quá hạn.` },
      { kind: 'paragraph', text: 'Đề nghị Thủ trưởng các cơ quan, đơn vị khẩn trương thực hiện các việc quá hạn, cập nhật tiến độ và nêu rõ nguyên nhân chậm.' },
    ],
    recipients: [], archive: null,
    annexes: [{ title: `Đơn vị có việc quá hạn của ${citedAs(figures.document, false)}`, body: [{ kind: 'table', table }] }],
    ...(await demonstrationMark(work)),
  }
}

/** The directive with the unit that reports on it: the writer's own, Sở Nội vụ for the province's directives. */
async function getReportable(work: Work, id: DirectiveId): Promise<{ directive: DirectiveRow; reporter: UnitId }> {
  const directive = await getReadableDirective(work, id)
  const reporter = work.actor.unitId
  if (reporter === null || !may(work.actor, 'plans.write-report', directive.unitId)) throw new Refusal('forbidden', 'http.not_allowed')
  return { directive, reporter }
}

async function gather(work: Work, id: DirectiveId, { from, until = work.today }: ReportQuery): Promise<{ directive: DirectiveRow; figures: ReportFigures; reporter: UnitId }> {
  const { directive, reporter } = await getReportable(work, id)
  if (directive.documentId === null) throw new Refusal('conflict', 'plans.not_issued_yet')
  const document = (await documentSummaries(work, [directive.documentId])).get(directive.documentId)
  const period = { from: from ?? directive.issuedOn ?? until, until }
  if (period.from > period.until) throw new Refusal('invalid', 'plans.period_backwards', { field: 'until' })
  const board = await readBoard(work, { directiveId: id, from: period.from, on: until })
  const duties = await directiveStore(work.db).listDuties(id)
  const sums = await obligationStore(work.db).figures({ units: unitsWhere(work.actor, 'plans.read-progress'), from: period.from, on: until, directiveId: id, role: 'lead' })
  return {
    directive, reporter,
    figures: {
      document: { title: directive.title, typeName: document?.typeName ?? 'Văn bản', number: document?.number ?? null, issuedOn: directive.issuedOn, issuer: document?.issuer ?? '' }, ...period,
      delivery: await deliveryFigures(work, directive.documentId, period),
      unitPlansIssued: await unitPlanStore(work.db).countIssued(id, period.from, until), totals: board.totals, units: board.units,
      duties: board.columns.map(({ id: dutyId, title, code, counts }) => ({ title, clausePath: code, counts, figure: figureOf(duties.find((duty) => duty.id === dutyId), sums) })),
      texts: await reportTextStore(work.db).find(id, reporter, period),
    },
  }
}

function figureOf(duty: { id: DutyId; figureName: string | null; figureUnit: string | null } | undefined, sums: ReadonlyMap<DutyId, number>) {
  return duty === undefined || duty.figureName === null ? null : { name: duty.figureName, unit: duty.figureUnit ?? '', sum: sums.get(duty.id) ?? 0 }
}

async function annexTable(work: Work, { id, documentId }: DirectiveRow, { from, until }: Period): Promise<Table> {
  const board = await readBoard(work, { directiveId: id, from, on: until })
  const deliveries = documentId === null ? [] : await deliveriesOf(work, documentId)
  const briefed = documentId === null ? new Map<UnitId, never>() : await briefedByUnit(work, documentId, from, until)
  const units = new Map(deliveries.map((delivery) => [delivery.unitId, delivery]))
  const names = new Map([...deliveries.map(({ unitId, unitName }) => [unitId, unitName] as const), ...board.units.map(({ id: unitId, name }) => [unitId, name] as const)])
  const rows = [...names].toSorted(([, one], [, other]) => one.localeCompare(other, 'vi', { numeric: true })).map(([unitId, name], index): Row => {
    const counts = board.units.find((unit) => unit.id === unitId)?.counts ?? NO_COUNTS
    const acknowledgedOn = units.get(unitId)?.acknowledgedOn ?? null
    const { sessions, peopleReached } = briefed.get(unitId as UnitId) ?? { sessions: 0, peopleReached: 0 }
    return {
      kind: 'record',
      cells: [index + 1, name, acknowledgedOn !== null && acknowledgedOn <= until ? acknowledgedOn : null, sessions, peopleReached, counts.total, counts.done, counts.doneLate, counts.underWay, counts.notStarted, counts.overdue, shareDone(counts)],
    }
  })
  const sum = (pick: (row: Row) => number) => rows.reduce((total, row) => total + pick(row), 0)
  const cell = (at: number) => (row: Row) => (row.kind === 'record' ? Number(row.cells[at] ?? 0) : 0)
  return {
    columns: [
      { title: 'TT', kind: 'integer', widthMm: 11, align: 'center' }, { title: 'Cơ quan, đơn vị', kind: 'text', widthMm: 66 }, { title: 'Ngày xác nhận', kind: 'date', widthMm: 25 },
      { title: 'Quán triệt', columns: [{ title: 'Số buổi', kind: 'integer', widthMm: 16 }, { title: 'Lượt người', kind: 'integer', widthMm: 20 }] },
      { title: 'Nhiệm vụ', columns: [
        { title: 'Được giao', kind: 'integer', widthMm: 18 }, { title: 'Hoàn thành', kind: 'integer', widthMm: 19 }, { title: 'Hoàn thành chậm', kind: 'integer', widthMm: 19 },
        { title: 'Đang thực hiện', kind: 'integer', widthMm: 18 }, { title: 'Chưa thực hiện', kind: 'integer', widthMm: 18 }, { title: 'Quá hạn', kind: 'integer', widthMm: 16 },
        { title: 'Tỷ lệ hoàn thành', kind: 'percent', widthMm: 18 },
      ] },
    ],
    rows: [...rows, {
      kind: 'total',
      cells: [null, 'Tổng cộng', null, ...[3, 4, 5, 6, 7, 8, 9, 10].map((at) => sum(cell(at))), shareDone(board.totals)],
    }],
  }
}

function bodyName(directory: Directory, unitId: UnitId, work: Work, name: string): string {
  const unit = directory.unitOn(unitId, work.today)
  return unit === undefined ? name : governingBodyOf(unit)
}
