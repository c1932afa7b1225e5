import type { UnitId } from '#kernel/ids.ts'
import { findPlainDate } from '#kernel/plain-date.ts'
import type { OfficialDocument } from '#platform/server/official-document/official-document.ts'
import type { Work } from '#platform/server/work.ts'
import { loadDirectory } from '#modules/organisations/server/index.ts'
import { demonstrationMark, letterhead, placeOf } from '#modules/documents/server/index.ts'
import type { DirectiveId } from './tables.ts'
import { openUnitPlan } from './unit-plans.ts'

/** The unit's plan as its head signs it: what, who, by when, with which product. */
export async function writeUnitPlan(work: Work, directiveId: DirectiveId, unitId: UnitId): Promise<OfficialDocument> {
  const plan = await openUnitPlan(work, directiveId, unitId)
  const directory = await loadDirectory(work.db)
  return {
    type: 'ke_hoach', ...(await letterhead(work, directory, unitId)), number: Number(/^\d+/.exec(plan.number ?? '')?.[0]) || null, place: placeOf(directory, work, unitId),
    issuedOn: findPlainDate(plan.issuedOn ?? '') ?? null, subject: plan.title, addressees: [],
    grounds: [`Căn cứ ${plan.directiveTitle}${plan.directiveNumber === null ? '' : ` số ${plan.directiveNumber}`}`],
    body: [
      { kind: 'section', title: 'Nhiệm vụ và phân công' },
      { kind: 'table', table: {
        columns: [
          { title: 'TT', kind: 'integer', widthMm: 11, align: 'center' }, { title: 'Nội dung công việc', kind: 'text', widthMm: 62 }, { title: 'Người, bộ phận thực hiện', kind: 'text', widthMm: 36 },
          { title: 'Thời hạn', kind: 'date', widthMm: 25 }, { title: 'Sản phẩm', kind: 'text', widthMm: 30 },
        ],
        rows: plan.measures.map(({ what, who, dueOn, product }, index) => ({ kind: 'record', cells: [index + 1, what, who, dueOn, product] })),
      } },
      { kind: 'section', title: 'Tổ chức thực hiện' },
      ...plan.people.map(({ name, position, decisionNumber }) => ({
        kind: 'clause' as const, text: `${name}, ${position}${decisionNumber === null ? '' : ` (Quyết định số ${decisionNumber})`}`,
      })),
      { kind: 'paragraph', text: 'Các bộ phận, cá nhân được phân công tổ chức thực hiện và báo cáo kết quả theo thời hạn nêu trên.' },
    ],
    recipients: [], archive: null, annexes: [], ...(await demonstrationMark(work)),
  }
}
