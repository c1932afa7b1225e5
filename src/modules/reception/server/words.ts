import type { RefusalGround } from '../domain/refusal.ts'
import type { IdentityKind, MatterKind, ReceivedBy } from '../domain/visit.ts'

/** Words as they stand on paper; the desk has its own phrases in two languages. */
export const KIND_WORDS: Readonly<Record<MatterKind, string>> = { complaint: 'Khiếu nại', denunciation: 'Tố cáo', recommendation: 'Kiến nghị', feedback: 'Phản ánh' }

export const IDENTITY_WORDS: Readonly<Record<IdentityKind, string>> = { cccd: 'căn cước', cmnd: 'chứng minh nhân dân', passport: 'hộ chiếu' }

export const RECEIVED_WORDS: Readonly<Record<ReceivedBy, string>> = { regular: 'Tiếp thường xuyên', head: 'Thủ trưởng tiếp', authorised: 'Ủy quyền tiếp' }

/** Nghị định 154/2026/NĐ-CP, Điều 4. */
export const GROUND_WORDS: Readonly<Record<RefusalGround, string>> = {
  weapons: 'mang theo vũ khí, vật liệu nổ, chất dễ cháy, chất độc hoặc vật khác có thể gây nguy hiểm', 'not-checked': 'không chấp hành việc kiểm tra an ninh khi vào nơi tiếp công dân',
  filming: 'quay phim, chụp ảnh, ghi âm trái quy định dù đã được yêu cầu dừng', disorder: 'gây rối trật tự, đe dọa, xúc phạm người tiếp công dân hoặc người khác',
  'no-capacity': 'người không có năng lực hành vi dân sự đầy đủ mà không có người đại diện', 'no-proof-of-representation': 'không có giấy tờ chứng minh việc đại diện, ủy quyền hợp pháp',
  'out-of-scope': 'nội dung không thuộc phạm vi tiếp công dân', 'answered-before': 'vụ việc đã được giải quyết đúng pháp luật, đã được kiểm tra, thông báo bằng văn bản và không có tình tiết mới',
  'final-judgment': 'vụ việc đã có bản án, quyết định của Tòa án có hiệu lực pháp luật', 'other-body': 'vụ việc đang được cơ quan có thẩm quyền khác giải quyết',
}
