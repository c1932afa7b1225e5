import type { Certainty } from '#kernel/certainty.ts'
import type { OfficialDocument } from '#platform/server/official-document/official-document.ts'
import type { PrepareDecision } from '../../contract-decisions.ts'
import type { CaseKind } from '../../domain/case.ts'

/** A form of paper: its type by Nghị định 30/2020/NĐ-CP, who issues it, and which of the law's models it follows. */
export interface FormKind extends Pick<OfficialDocument, 'type'> {
  readonly named?: NonNullable<OfficialDocument['named']>
  /** Decided by the head in person: issued and signed as "Chủ tịch", not on behalf of the committee. */
  readonly byHead: boolean
  /** The file's name, which never says whom it is about. */
  readonly file: string
  /** Which number of which circular or decree; a doubtful one is shown as doubtful on the draft. */
  readonly model: { readonly text: string; readonly certainty: Certainty }
}

const known = (text: string) => ({ text, certainty: 'verified' as const })
const unknown = (text = 'chưa xác minh số mẫu') => ({ text, certainty: 'unverified' as const })
const PROPOSAL = { name: 'Phiếu đề xuất', abbreviation: 'ĐX' }

export const FORM_KINDS = {
  'acceptance-proposal': { type: 'to_trinh', named: PROPOSAL, byHead: false, file: 'phieu-de-xuat-thu-ly', model: known('Mẫu số 01, Thông tư 05/2021/TT-TTCP, Điều 13') },
  'filing-proposal': { type: 'to_trinh', named: PROPOSAL, byHead: false, file: 'phieu-de-xuat-luu-don', model: unknown() },
  acceptance: { type: 'thong_bao', byHead: true, file: 'thong-bao-thu-ly', model: unknown() },
  'taking-up': { type: 'thong_bao', byHead: false, file: 'thong-bao-tiep-nhan', model: unknown() },
  refusal: { type: 'thong_bao', byHead: true, file: 'thong-bao-khong-thu-ly', model: unknown() },
  'refusal-of-feedback': { type: 'thong_bao', byHead: false, file: 'thong-bao-khong-xu-ly', model: unknown() },
  guidance: { type: 'huong_dan', named: { name: 'Phiếu hướng dẫn', abbreviation: 'HD' }, byHead: false, file: 'phieu-huong-dan', model: unknown() },
  transfer: { type: 'phieu_chuyen', byHead: false, file: 'phieu-chuyen-don', model: known('Mẫu số 03, Thông tư 05/2021/TT-TTCP, Điều 14') },
  return: { type: 'cong_van', byHead: false, file: 'tra-lai-don-chuyen-sai', model: unknown() },
  filing: { type: 'thong_bao', byHead: false, file: 'thong-bao-luu-don', model: unknown() },
  verification: { type: 'quyet_dinh', byHead: true, file: 'quyet-dinh-giao-xac-minh', model: unknown() },
  'verification-of-feedback': { type: 'quyet_dinh', byHead: false, file: 'quyet-dinh-giao-xac-minh', model: unknown() },
  extension: { type: 'thong_bao', byHead: true, file: 'thong-bao-gia-han', model: unknown() },
  suspension: { type: 'quyet_dinh', byHead: true, file: 'quyet-dinh-tam-dinh-chi', model: known('Mẫu số 14a, Nghị định 155/2026/NĐ-CP, Điều 12') },
  'suspension-of-denunciation': { type: 'quyet_dinh', byHead: true, file: 'quyet-dinh-tam-dinh-chi', model: unknown() },
  resumption: { type: 'quyet_dinh', byHead: true, file: 'quyet-dinh-tiep-tuc-giai-quyet', model: unknown('Nghị định 155/2026/NĐ-CP, Điều 12; chưa xác minh số mẫu') },
  termination: { type: 'quyet_dinh', byHead: true, file: 'quyet-dinh-dinh-chi', model: known('Mẫu số 14b, Nghị định 155/2026/NĐ-CP, Điều 12') },
  'termination-of-denunciation': { type: 'quyet_dinh', byHead: true, file: 'quyet-dinh-dinh-chi', model: unknown() },
  decision: { type: 'quyet_dinh', byHead: true, file: 'quyet-dinh-giai-quyet-khieu-nai', model: unknown() },
  conclusion: { type: 'thong_bao', named: { name: 'Kết luận', abbreviation: 'KL' }, byHead: true, file: 'ket-luan-noi-dung-to-cao', model: unknown() },
  answer: { type: 'cong_van', byHead: false, file: 'van-ban-tra-loi', model: unknown() },
  urging: { type: 'cong_van', byHead: false, file: 'van-ban-don-doc', model: unknown() },
  receipt: { type: 'phieu_bao', named: { name: 'Giấy biên nhận', abbreviation: 'BN' }, byHead: false, file: 'giay-bien-nhan', model: known('theo Mẫu số 02/TCD, Nghị định 154/2026/NĐ-CP, Điều 14') },
  invitation: { type: 'giay_moi', byHead: false, file: 'giay-moi-doi-thoai', model: unknown() },
  minutes: { type: 'bien_ban', byHead: false, file: 'bien-ban-doi-thoai', model: known('Mẫu số 14, Nghị định 155/2026/NĐ-CP, Điều 11') },
} as const satisfies Record<string, FormKind>

export type FormName = keyof typeof FORM_KINDS

/** Which form a decision on a case of the kind is written on. */
export function formOf({ action, fields }: PrepareDecision, kind: CaseKind): FormName {
  const asksForDecision = kind === 'complaint' || kind === 'denunciation'
  switch (action) {
    case 'accept': return asksForDecision ? 'acceptance' : 'taking-up'
    case 'refuse': return asksForDecision ? 'refusal' : 'refusal-of-feedback'
    case 'guide': return 'guidance'
    case 'transfer': return fields.isMisdirected ? 'return' : 'transfer'
    case 'file': return 'filing'
    case 'verify': return asksForDecision ? 'verification' : 'verification-of-feedback'
    case 'declare-complex': case 'extend': return 'extension'
    case 'suspend': return kind === 'denunciation' ? 'suspension-of-denunciation' : 'suspension'
    case 'resume': return 'resumption'
    case 'terminate': return kind === 'denunciation' ? 'termination-of-denunciation' : 'termination'
    case 'conclude': return kind === 'complaint' ? 'decision' : kind === 'denunciation' ? 'conclusion' : 'answer'
    case 'urge': return 'urging'
  }
}

/** The note by which an officer asks the head to sign; null where the decision has none. */
export function proposalOf({ action }: PrepareDecision): FormName | null {
  return action === 'accept' ? 'acceptance-proposal' : action === 'file' ? 'filing-proposal' : null
}
