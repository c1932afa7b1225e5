import type { ComplexityGround } from '../../domain/complexity.ts'
import type { FilingGround, RefusalGround } from '../../domain/grounds.ts'

/** Grounds as the forms say them. */
export const REFUSAL_WORDS: Readonly<Record<RefusalGround, string>> = {
  'internal-act': 'quyết định, hành vi trong nội bộ cơ quan nhà nước để chỉ đạo, tổ chức thực hiện nhiệm vụ, công vụ',
  'rights-not-touched': 'quyết định, hành vi bị khiếu nại không liên quan trực tiếp đến quyền, lợi ích hợp pháp của người khiếu nại',
  'no-capacity': 'người khiếu nại không có năng lực hành vi dân sự đầy đủ mà không có người đại diện hợp pháp',
  'no-representative': 'người đại diện không hợp pháp', unsigned: 'đơn không có chữ ký hoặc điểm chỉ của người khiếu nại',
  'out-of-time': 'thời hiệu, thời hạn khiếu nại đã hết mà không có lý do chính đáng', 'second-decision-made': 'đã có quyết định giải quyết khiếu nại lần hai',
  'terminated-without-resuming': 'đã có văn bản đình chỉ việc giải quyết mà sau 30 ngày người khiếu nại không tiếp tục khiếu nại',
  'before-court': 'việc khiếu nại đã được Tòa án thụ lý hoặc đã được giải quyết bằng bản án, quyết định của Tòa án',
  'not-within-law': 'nội dung không thuộc phạm vi giải quyết theo quy định của pháp luật',
  'not-made-as-asked': 'tố cáo không được thực hiện theo đúng quy định: không rõ họ tên, địa chỉ người tố cáo hoặc không có chữ ký, điểm chỉ',
  'no-capacity-to-denounce': 'người tố cáo không có đủ năng lực hành vi dân sự mà không có người đại diện theo quy định của pháp luật',
  'no-basis': 'nội dung tố cáo không có cơ sở để xác định người vi phạm, hành vi vi phạm pháp luật',
  'complaint-again-without-evidence': 'tố cáo xuất phát từ vụ việc khiếu nại đã được giải quyết đúng thẩm quyền, trình tự, thủ tục mà không cung cấp được thông tin, tài liệu, chứng cứ',
  unclear: 'nội dung không rõ việc, không rõ yêu cầu', 'answered-before': 'nội dung đã được xem xét, trả lời, không có tình tiết mới',
}

export const FILING_WORDS: Readonly<Record<FilingGround, string>> = {
  duplicate: 'đơn trùng nội dung với đơn đang được xem xét, giải quyết', 'sent-to-right-body': 'đơn gửi nhiều nơi, trong đó đã gửi đúng cơ quan có thẩm quyền giải quyết',
  'guided-before': 'đơn đã được hướng dẫn một lần về cùng nội dung', 'anonymous-without-evidence': 'đơn không rõ họ tên, địa chỉ người gửi và không có thông tin, bằng chứng cụ thể để kiểm tra',
  illegible: 'đơn không đọc được, không rõ nội dung', insulting: 'đơn có lời lẽ thóa mạ, xúc phạm uy tín, danh dự cơ quan, tổ chức, cá nhân', 'unsigned-copy': 'đơn là bản sao chụp, không có chữ ký trực tiếp',
  'finally-settled': 'vụ việc đã được giải quyết hết thẩm quyền, không có tình tiết mới',
}

/** Nghị định 124/2020/NĐ-CP, Điều 3a. */
export const COMPLEXITY_WORDS: Readonly<Record<ComplexityGround, string>> = {
  'several-places': 'phải xác minh tại hai địa điểm trở lên', 'several-contents': 'có từ hai nội dung trở lên', 'many-people': 'liên quan đến nhiều người', 'foreign-element': 'có yếu tố nước ngoài',
  'several-bodies': 'liên quan đến nhiều cơ quan, tổ chức', 'differing-opinions': 'các cơ quan có thẩm quyền còn có ý kiến khác nhau', 'conflicting-evidence': 'tài liệu, chứng cứ mâu thuẫn, cần có thời gian kiểm tra, giám định',
}
