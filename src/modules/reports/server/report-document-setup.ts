import { formatDate, type PlainDate } from '#kernel/plain-date.ts'
import type { UnitId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Signature } from '#platform/server/official-document/official-document.ts'
import { authorityLines } from '#platform/server/official-document/print.ts'
import type { Work } from '#platform/server/work.ts'
import { letterhead } from '#modules/documents/server/index.ts'
import { governingBodyOf, loadDirectory, tierOf, UNIT_KINDS, type Directory, type UnitVersion } from '#modules/organisations/server/index.ts'
import type { DocumentSetup } from '../contract.ts'
import type { DocumentRecord } from '../contract-document.ts'
import { getReport, isInside, type LoadedReport } from './loaded-report.ts'
import { headOf, signatureOf, signersByWay, usualSigner, type Head } from './report-signer.ts'
import { reportStore } from './report-store.ts'
import { revisionStore } from './revision-store.ts'
import { dayInLife, findShownRevision, type ShownRevision } from './shown-report.ts'
import type { PeriodId } from './tables.ts'

/** The paper around the report: boxes of its unit on a day, and what the clerk and the signer said. */
export interface ReportPaper {
  readonly setup: DocumentSetup
  readonly isSaved: boolean
  readonly on: PlainDate
  readonly directory: Directory
  readonly unit: UnitVersion | undefined
  readonly head: Head
  readonly boxes: Awaited<ReturnType<typeof letterhead>>
  readonly signature: Signature
}

/** What is on the paper, for the screen: as saved, else as prefilled from the records. */
export async function readDocumentSetup(work: Work, periodId: PeriodId, unitId: UnitId): Promise<DocumentRecord> {
  const loaded = await getReport(work, periodId, unitId)
  const { setup, isSaved, unit, head } = await paperOf(work, loaded, await findShownRevision(work, loaded))
  const { report } = loaded
  const mayEdit = isInside(work, unitId) && report.closedOn === null
  return {
    ...setup, isSaved, mayEdit, mayIssue: mayEdit && report.revisionId !== null,
    ways: signersByWay(unit, head).map(({ way, position, name }) => ({ way, position, name, lines: authorityLines(signatureOf({ way, position, name }, unit, head)) })),
  }
}

/**
 * Kept by who prepares or approves the report, after its approval too: number and day are the clerk's and no part of what is frozen. They are
 * given to an approved report only, and stay with it while it is changed and approved anew.
 */
export async function saveDocumentSetup(work: Work, periodId: PeriodId, unitId: UnitId, said: DocumentSetup): Promise<void> {
  const { report: known } = await getReport(work, periodId, unitId)
  if (!isInside(work, unitId)) throw new Refusal('forbidden', 'http.not_allowed')
  const store = reportStore(work.db)
  const report = await store.findLocked(periodId, unitId) ?? known
  if (report.closedOn !== null) throw new Refusal('conflict', 'reports.locked_closed', { date: formatDate(report.closedOn) })
  if (said.position === '') throw new Refusal('invalid', 'reports.document_position_missing', { field: 'position' })
  const saved = await store.findDocument(report.id)
  const issue = { number: said.number, issuedOn: said.issuedOn }
  if (report.revisionId === null) {
    const isAsBefore = said.number === (saved?.number ?? null) && said.issuedOn === (saved?.issuedOn ?? null)
    if (!isAsBefore && said.number !== null) throw new Refusal('conflict', 'reports.document_not_approved', { field: 'number' })
    if (!isAsBefore && said.issuedOn !== null) throw new Refusal('conflict', 'reports.document_not_approved', { field: 'issuedOn' })
    Object.assign(issue, { number: saved?.number ?? null, issuedOn: saved?.issuedOn ?? null })
  } else {
    requireIssue(work, said, (await revisionStore(work.db).get(report.revisionId)).approvedOn)
  }
  await store.putDocument(report.id, { ...said, ...issue })
}

function requireIssue({ today }: Work, { number, issuedOn }: DocumentSetup, approvedOn: PlainDate): void {
  if (number !== null && issuedOn === null) throw new Refusal('invalid', 'reports.document_day_missing', { field: 'issuedOn' })
  if (issuedOn === null) return
  if (issuedOn > today) throw new Refusal('invalid', 'reports.document_day_to_come', { field: 'issuedOn', today: formatDate(today) })
  if (issuedOn < approvedOn) throw new Refusal('invalid', 'reports.document_day_before_approval', { field: 'issuedOn', approved: formatDate(approvedOn) })
}

/** The boxes stand as on the day of issue, else of approval, else of today, as far as the unit was there. */
export async function paperOf(work: Work, loaded: LoadedReport, revision: ShownRevision | null): Promise<ReportPaper> {
  const { report, period } = loaded
  const directory = await loadDirectory(work.db)
  const saved = await reportStore(work.db).findDocument(report.id)
  const issue = await issueOf(work, loaded, { saved, revision })
  const on = dayInLife(directory, report.unitId, issue.issuedOn ?? revision?.approvedOn ?? work.today)
  const unit = directory.unitOn(report.unitId, on)
  const boxes = await letterhead(work, directory, report.unitId, on)
  const head = headOf(unit, boxes.signature)
  const receiver = report.receiverId === null ? undefined : directory.unitOn(report.receiverId, dayInLife(directory, report.receiverId, period.to))
  const setup: DocumentSetup = saved ?? {
    number: null, issuedOn: null, way: 'head', ...usualSigner('head', unit, head), ...addressing(directory, { unit, receiver, on: period.to }), archive: archiveOf(unit), opening: openingOf(loaded, boxes.issuer),
  }
  return { setup: { ...setup, ...issue }, isSaved: saved !== null, on, directory, unit, head, boxes, signature: signatureOf(setup, unit, head) }
}

/** A number and a day belong to the last revision that was approved by that day: a newer one gets its own. */
async function issueOf(work: Work, { report }: LoadedReport, { saved, revision }: { saved: DocumentSetup | null; revision: ShownRevision | null }): Promise<Pick<DocumentSetup, 'number' | 'issuedOn'>> {
  if (saved?.issuedOn === undefined || saved.issuedOn === null || revision === null) return { number: null, issuedOn: null }
  const { issuedOn, number } = saved
  const owner = (await revisionStore(work.db).list(report.id)).find(({ approvedOn }) => approvedOn <= issuedOn)
  return owner?.id === revision.id ? { number, issuedOn } : { number: null, issuedOn: null }
}

/** Kính gửi and Nơi nhận: the receiver; to the province through Sở Nội vụ, as the plan of Quy chế 456, III.1 and III.4, has it. */
function addressing(directory: Directory, { unit, receiver, on }: { unit: UnitVersion | undefined; receiver: UnitVersion | undefined; on: PlainDate }): Pick<DocumentSetup, 'addressees' | 'recipients'> {
  const own = unit === undefined || tierOf(unit.kind) === 'body' ? [] : [`Thường trực HĐND ${levelOf(unit)}`, `Chủ tịch, các Phó Chủ tịch UBND ${levelOf(unit)}`]
  if (receiver === undefined) return { addressees: unit?.parentId === null ? ['Bộ Nội vụ', 'Thường trực Tỉnh ủy'] : [], recipients: unit?.parentId === null ? [...own, COLLECTOR] : own }
  const isThrough = tierOf(receiver.kind) === 'province' && unit?.name !== COLLECTOR && directory.childrenOn(receiver.unitId, on).some(({ name }) => name === COLLECTOR)
  if (!isThrough) return { addressees: [governingBodyOf(receiver)], recipients: own }
  return { addressees: [`Ủy ban nhân dân ${levelOf(receiver)} (qua ${COLLECTOR})`], recipients: [`${COLLECTOR} (tổng hợp)`, ...own] }
}

const COLLECTOR = 'Sở Nội vụ'

/** "tỉnh", "huyện", "phường": how a committee is named where everybody knows which. */
function levelOf({ kind }: UnitVersion): string {
  return UNIT_KINDS[kind].term.replace(/ (?:thuộc|trực thuộc) .*$/u, '')
}

function archiveOf(unit: UnitVersion | undefined): string | null {
  const tier = unit === undefined ? 'body' : tierOf(unit.kind)
  return tier === 'province' ? 'SNV' : tier === 'district' ? 'NV' : null
}

function openingOf(loaded: LoadedReport, issuer: string): string {
  const { period } = loaded
  const because = period.span === 'other' ? 'Thực hiện yêu cầu báo cáo' : 'Thực hiện chế độ báo cáo định kỳ'
  return `${because}, ${issuer} báo cáo ${subjectInSentence(loaded)} (từ ngày ${formatDate(period.from)} đến ngày ${formatDate(period.to)}) như sau:`
}

/** Trích yếu: the form's, with the period's name and the unit's in their places. */
export function subjectOf({ form, period }: Pick<LoadedReport, 'form' | 'period'>, issuer: string): string {
  return form.definition.subject.replaceAll('{period}', inSentence(period.name)).replaceAll('{unit}', issuer)
}

/** The same in a sentence that names the unit itself. */
export function subjectInSentence({ form, period }: Pick<LoadedReport, 'form' | 'period'>): string {
  return inSentence(form.definition.subject.replaceAll(/\s*(?:của\s+)?\{unit\}/gu, '').replaceAll('{period}', inSentence(period.name)))
}

export function inSentence(text: string): string {
  return `${text.charAt(0).toLocaleLowerCase('vi')}${text.slice(1)}`
}
