import { plainDate } from '#kernel/plain-date.ts'
import type { OfficialDocument } from '#platform/server/official-document/official-document.ts'
import { anOfficialDocument } from './official-documents.ts'

/** A decision of a chair: by whom, on what grounds, in articles. */
export function aDecision(with_: Partial<OfficialDocument> = {}): OfficialDocument {
  return anOfficialDocument({
    type: 'quyet_dinh', superior: null, issuer: 'Chủ tịch Ủy ban nhân dân xã Đạ Tẻh', place: 'Đạ Tẻh', number: 12, bodySign: 'CTUBND', issuedOn: plainDate('2026-03-09'),
    subject: 'Về việc giao nhiệm vụ xác minh nội dung khiếu nại', decidedBy: 'Chủ tịch Ủy ban nhân dân xã Đạ Tẻh', grounds: ['Căn cứ Luật Khiếu nại ngày 11/11/2011', 'Xét đề nghị của công chức tham mưu;'],
    findings: [{ kind: 'paragraph', text: 'Qua xác minh cho thấy:' }],
    body: [
      { kind: 'article', text: 'Giao tổ công tác xác minh nội dung khiếu nại.' }, { kind: 'clause', text: 'Thành phần của tổ.' }, { kind: 'clause', text: 'Thời gian xác minh.' },
      { kind: 'article', text: [{ text: 'Tổ công tác có quyền và nghĩa vụ sau:' }] }, { kind: 'clause', text: 'Làm việc với các bên.' },
      { kind: 'article', text: 'Các ông, bà có tên chịu trách nhiệm thi hành Quyết định này.' },
    ],
    signature: { position: 'Chủ tịch', name: 'Chủ tịch xã' }, recipients: ['Như Điều 3'], archive: null, ...with_,
  })
}

/** Minutes signed by those who were there. */
export function minutesOf(coSigners: OfficialDocument['coSigners'] & {}): OfficialDocument {
  return anOfficialDocument({
    type: 'bien_ban', number: null, subject: 'Tổ chức đối thoại', body: [{ kind: 'paragraph', text: 'Biên bản được lập thành 03 bản.' }], coSigners, signature: { position: 'Người chủ trì đối thoại', name: 'Giám đốc sở' }, recipients: ['Các bên dự đối thoại'],
  })
}
