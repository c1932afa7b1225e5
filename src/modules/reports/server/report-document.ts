import type { UnitId } from '#kernel/ids.ts'
import type { Block, OfficialDocument } from '#platform/server/official-document/official-document.ts'
import type { Work } from '#platform/server/work.ts'
import { demonstrationMark, placeOf } from '#modules/documents/server/index.ts'
import { loadDirectory } from '#modules/organisations/server/index.ts'
import type { FrozenForm } from '../domain/form.ts'
import { unitRef } from './export-figures.ts'
import { getReport } from './loaded-report.ts'
import { narrativeBlocks, NOTHING_HAPPENED } from './narrative-blocks.ts'
import { byName } from './read-report.ts'
import { reportAnnexes, tablesOfNothing, type AnnexSource } from './report-annexes.ts'
import { inSentence, paperOf, subjectInSentence, subjectOf } from './report-document-setup.ts'
import { findShownRevision, readShownReport, type ShownReport } from './shown-report.ts'
import type { PeriodId } from './tables.ts'

/** Letters of a revision's hash that are printed: enough to tell revisions apart, short enough to compare by eye. */
const HASH_LETTERS = 12
/** More names than this would be a page of their own. */
const MOST_NAMES = 30

/**
 * A unit's report in the layout of Nghị định 30/2020/NĐ-CP, with an annex a table. Outside the unit the last revision sent, inside it the
 * revision in force, else the working text, which is marked as a draft. Refused outside while nothing was sent.
 */
export async function writeReportDocument(work: Work, periodId: PeriodId, unitId: UnitId): Promise<OfficialDocument> {
  const loaded = await getReport(work, periodId, unitId)
  const revision = await findShownRevision(work, loaded)
  const shown = await readShownReport(work, loaded, revision)
  const { setup, on, directory, boxes, signature } = await paperOf(work, loaded, revision)
  const source: AnnexSource = { form: loaded.form, shown, directory, unitId, period: loaded.period }
  const annexes = reportAnnexes(source)
  return {
    type: 'bao_cao', ...boxes, signature, place: placeOf(directory, work, unitId, on), number: setup.number, issuedOn: setup.issuedOn, subject: subjectOf(loaded, boxes.issuer), grounds: [], addressees: setup.addressees,
    body: [
      { kind: 'paragraph', text: setup.opening }, ...sectionBlocks(loaded.form, shown),
      ...closing(source, { subject: subjectInSentence(loaded), issuer: boxes.issuer, annexes: annexes.length }),
    ],
    recipients: setup.recipients, archive: setup.archive, annexes, ...marks(shown, (await demonstrationMark(work)).mark),
  }
}

/** "bao-cao-dan-van-2021-H2-24781", without its ending. */
export async function nameReportFile(work: Work, periodId: PeriodId, unitId: UnitId): Promise<string> {
  const { period } = await getReport(work, periodId, unitId)
  return `bao-cao-${period.formCode}-${period.code}-${unitRef(await loadDirectory(work.db), unitId, period.to).code ?? unitId}`.replaceAll(/[^A-Za-z0-9.-]/g, '_')
}

function sectionBlocks({ definition }: FrozenForm, { content, revision }: ShownReport): Block[] {
  return definition.sections.flatMap(({ id, heading, level, asksText }): Block[] => {
    const title: Block = { kind: level === 1 ? 'section' : 'titled clause', title: heading }
    if (!asksText) return [title]
    const text = (content.texts[id] ?? '').trim()
    if (content.nothing.includes(id)) return [title, { kind: 'paragraph', text: NOTHING_HAPPENED }]
    if (text === '' && revision === null) return [title, { kind: 'paragraph', text: [{ text: '(Chưa viết.)', isItalic: true }] }]
    return [title, ...narrativeBlocks(text)]
  })
}

/** The text points to its annexes (Phụ lục I, mục III.1), says where nothing happened and whose figures are not in the sums. */
function closing(source: AnnexSource, { subject, issuer, annexes }: { subject: string; issuer: string; annexes: number }): Block[] {
  const { shown, directory, period } = source
  const nothing = tablesOfNothing(source)
  const missing = shown.missing.map((id) => directory.nameOn(id, period.to) ?? '').toSorted(byName.compare)
  const names = missing.length > MOST_NAMES ? '' : `: ${missing.join(', ')}`
  const where = annexes === 0 ? '' : `; số liệu chi tiết tại ${annexes === 1 ? 'Phụ lục' : `${annexes} Phụ lục`} kèm theo`
  const sentences = [
    ...(nothing.length === 0 ? [] : [`Trong kỳ không phát sinh số liệu của ${nothing.map(({ code, title }) => `Biểu ${code} (${inSentence(title)})`).join('; ')}.`]),
    ...(missing.length === 0 ? [] : [`Số liệu tổng hợp chưa gồm ${missing.length} đơn vị${names}.`]),
    `Trên đây là báo cáo ${subject} của ${issuer}${where}.`,
  ]
  return sentences.map((text) => ({ kind: 'paragraph', text }))
}

function marks({ revision }: ShownReport, demonstration: string | undefined): Pick<OfficialDocument, 'mark' | 'foot'> {
  const state = revision === null ? ['DỰ THẢO'] : revision.isReturned ? ['BẢN ĐÃ TRẢ LẠI'] : []
  const mark = [...state, ...(demonstration === undefined ? [] : [demonstration])].join(' - ')
  return {
    ...(mark === '' ? {} : { mark }),
    ...(revision === null ? {} : { foot: `Bản duyệt số ${revision.number}, mã kiểm ${revision.hash.slice(0, HASH_LETTERS)}` }),
  }
}
