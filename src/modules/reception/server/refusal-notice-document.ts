import { formatDate, plainDate } from '#kernel/plain-date.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { OfficialDocument } from '#platform/server/official-document/official-document.ts'
import type { Work } from '#platform/server/work.ts'
import type { VisitId } from '../domain/visit.ts'
import { getOpenVisit } from './read-visit.ts'
import { namesOf } from './shown-visits.ts'
import { unitPaper } from './unit-paper.ts'
import { GROUND_WORDS } from './words.ts'

const DECREE_154 = plainDate('2026-07-01')

/** Thông báo từ chối tiếp công dân, signed by the head (Nghị định 154/2026/NĐ-CP, Điều 4 khoản 3, Mẫu 01/TCD). */
export async function writeRefusalNotice(work: Work, id: VisitId): Promise<OfficialDocument> {
  const { visit, visitors } = await getOpenVisit(work, id)
  if (visit.refusalGround === null) throw new Refusal('conflict', 'reception.not_refused')
  const paper = await unitPaper(work, visit.unitId, visit.noticeSignedOn ?? visit.on)
  const address = visitors[0]?.address ?? null
  return {
    ...paper, type: 'thong_bao', number: visit.noticeNumber === null ? null : Number(visit.noticeNumber), issuedOn: visit.noticeSignedOn, subject: 'Về việc từ chối tiếp công dân',
    addressees: [`Ông/Bà ${namesOf(visitors)}`],
    grounds: ['Căn cứ Luật Tiếp công dân số 42/2013/QH13', ...(visit.on < DECREE_154 ? [] : ['Căn cứ Điều 4 Nghị định số 154/2026/NĐ-CP'])],
    body: [
      { kind: 'paragraph', text: `Ngày ${formatDate(visit.on)}, ông/bà ${namesOf(visitors)}${address === null ? '' : `, địa chỉ: ${address},`} đến nơi tiếp công dân của ${paper.issuer}.` },
      { kind: 'paragraph', text: `${paper.issuer} từ chối tiếp vì: ${GROUND_WORDS[visit.refusalGround]}. ${visit.refusalBecause ?? ''}` },
      { kind: 'paragraph', text: `${paper.issuer} thông báo để ông/bà biết.` },
    ],
  }
}
