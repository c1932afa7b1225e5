import type { NarrativeSection } from '#modules/reports/domain/form.ts'

/** What units write in their reports, by section of the dân vận report; "{unit}" is the unit's name. Written for demonstration. */
const TEXTS: Readonly<Record<string, readonly string[]>> = {
  I: [
    '{unit} đã ban hành kế hoạch công tác dân vận trong kỳ, phân công lãnh đạo phụ trách và quán triệt đến toàn thể cán bộ, công chức, viên chức.',
    'Thủ trưởng cơ quan chỉ đạo đưa nội dung dân vận vào giao ban hằng tháng; đã phổ biến Quy chế 456 cùng các văn bản liên quan đến từng bộ phận.',
  ],
  'II.1': ['Các chủ trương mới được cụ thể hóa thành kế hoạch của đơn vị, có lấy ý kiến người chịu tác động trước khi ban hành.', 'Đã rà soát văn bản do {unit} ban hành, bãi bỏ những quy định gây phiền hà cho người dân.'],
  'II.2': ['Bộ phận một cửa trả kết quả đúng và trước hạn là chính; hồ sơ trễ hạn đều có thư xin lỗi và hẹn lại.', 'Duy trì kiểm tra kỷ luật, kỷ cương mỗi quý; đường dây tiếp nhận phản ánh hoạt động trong giờ hành chính.'],
  'II.3': ['Niêm yết đủ các nội dung phải công khai; hội nghị thôn, tổ dân phố được tổ chức đúng quy định.', 'Hội nghị cán bộ, công chức đầu năm bàn và quyết định quy chế chi tiêu, có biên bản công khai.'],
  'II.4': ['Người đứng đầu tiếp công dân theo lịch, các ý kiến về đất đai và bồi thường được trả lời bằng văn bản.', 'Không để phát sinh đoàn đông người, vượt cấp; các kiến nghị được phân loại và chuyển đúng cơ quan.'],
  'II.5': ['Chi trả an sinh đúng đối tượng, đúng thời hạn; vùng đồng bào dân tộc thiểu số được tuyên truyền bằng tiếng mẹ đẻ.'],
  'II.6': ['Phối hợp với Mặt trận tổ chức giám sát, tiếp thu và trả lời các kiến nghị sau giám sát.', 'Gửi dự thảo các quyết định có ảnh hưởng đến người dân để Mặt trận và các đoàn thể phản biện.'],
  'II.7': ['Các mô hình “Dân vận khéo” tập trung vào vệ sinh môi trường, hiến đất mở đường và chuyển đổi số cộng đồng.'],
  'II.8': ['Đã tự kiểm tra việc thực hiện quy chế dân chủ; các thiếu sót được khắc phục ngay trong kỳ.'],
  'III.1': ['Nhận thức về công tác dân vận được nâng lên; thái độ phục vụ có chuyển biến rõ.'],
  'III.2': ['Việc cập nhật tiến độ có lúc còn chậm; một số nội dung đối thoại chưa được theo dõi đến cùng.'],
  'III.3': ['Cán bộ phụ trách kiêm nhiệm nhiều việc; địa bàn rộng, đi lại khó khăn trong mùa mưa.'],
  'III.4': ['Người đứng đầu trực tiếp đối thoại thì vướng mắc được tháo gỡ nhanh hơn.'],
  IV: ['Tiếp tục đối thoại định kỳ, theo dõi việc thực hiện kết luận đối thoại; nâng chất lượng bộ phận một cửa.'],
  V: ['Đề nghị cấp trên tập huấn nghiệp vụ cho cán bộ làm công tác dân vận ở cơ sở.'],
}

/** A text for the section, or null where the unit declares that nothing happened. */
export function demonstrationText({ id, heading }: NarrativeSection, unit: string, lot: number): string | null {
  const texts = TEXTS[id] ?? [`${heading}: {unit} thực hiện theo kế hoạch.`]
  if (lot > 0.94) return null
  return (texts[Math.floor(lot * texts.length)] ?? '').replaceAll('{unit}', unit)
}
