import type { ReportState } from '../domain/lifecycle.ts'
import type { OwingClass } from '../domain/owing.ts'

/** As the law and the office say it; for spreadsheets and the search, which are in Vietnamese whatever the desk shows. */
export const STATE_WORDS: Readonly<Record<ReportState, string>> = {
  'not-begun': 'Chưa bắt đầu', draft: 'Đang soạn', submitted: 'Chờ duyệt', approved: 'Đã duyệt, chờ gửi', sent: 'Đã gửi', received: 'Đã tiếp nhận', returned: 'Bị trả lại',
}
export const CLASS_WORDS: Readonly<Record<OwingClass, string>> = {
  departments: 'Các sở, ban, ngành', 'public-service-units': 'Các đơn vị sự nghiệp công lập', 'district-committees': 'UBND các huyện, thị xã, thành phố',
  'commune-committees': 'UBND các xã, phường, thị trấn, đặc khu', 'front-and-organisations': 'Mặt trận Tổ quốc và các tổ chức chính trị - xã hội', provinces: 'UBND tỉnh, gửi cơ quan cấp trên',
}
export const NO_CLASS = 'Đơn vị nêu đích danh'
