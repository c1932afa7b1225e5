import { plainDate } from '#kernel/plain-date.ts'
import type { OfficialDocument } from '#platform/server/official-document/official-document.ts'
import type { Row, Table } from '#platform/server/spreadsheet/table.ts'

/** A short report with every field filled; give what the test is about. */
export function anOfficialDocument(with_: Partial<OfficialDocument> = {}): OfficialDocument {
  return {
    type: 'bao_cao',
    superior: 'UBND tỉnh Lâm Đồng',
    issuer: 'Sở Nội vụ',
    number: 5,
    bodySign: 'SNV',
    place: 'Lâm Đồng',
    issuedOn: plainDate('2026-01-05'),
    subject: 'Tình hình thực hiện Kế hoạch',
    addressees: [],
    grounds: [],
    body: [{ kind: 'paragraph', text: 'Sở Nội vụ báo cáo như sau.' }],
    signature: { position: 'Giám đốc', name: null },
    recipients: ['UBND tỉnh (b/c)'],
    archive: 'CCHC',
    annexes: [],
    ...with_,
  }
}

/** "Báo cáo tình hình thực hiện Kế hoạch": three pages upright and an annex of forty units, lying. */
export function aProgressReport(): OfficialDocument {
  const subject = 'Tình hình thực hiện Kế hoạch triển khai Quy chế công tác dân vận của hệ thống chính trị tỉnh Lâm Đồng 6 tháng đầu năm 2026'
  return anOfficialDocument({
    subject,
    number: 128,
    issuedOn: plainDate('2026-06-30'),
    addressees: ['Ủy ban nhân dân tỉnh Lâm Đồng'],
    body: [
      { kind: 'paragraph', text: 'Thực hiện Kế hoạch triển khai thực hiện Quy chế công tác dân vận của hệ thống chính trị tỉnh Lâm Đồng ban hành kèm theo Quyết định số 456-QĐ/TU ngày 19/10/2021 của Ban Thường vụ Tỉnh ủy, Sở Nội vụ báo cáo tình hình thực hiện 6 tháng đầu năm 2026 như sau:' },
      { kind: 'section', title: 'Công tác lãnh đạo, chỉ đạo' },
      { kind: 'titled clause', title: 'Ban hành văn bản triển khai' },
      { kind: 'paragraph', text: [{ text: 'Đến ngày 30/6/2026, ' }, { text: '38/40 cơ quan, đơn vị', isBold: true }, { text: ' đã ban hành kế hoạch của mình; ' }, { text: '02 đơn vị', isBold: true }, { text: ' chưa ban hành, đã được đôn đốc bằng văn bản.' }] },
      { kind: 'titled clause', title: 'Phổ biến, quán triệt' },
      { kind: 'point', text: 'Số hội nghị đã tổ chức: 214 cuộc, với 12.480 lượt người tham dự; tài liệu được phát hành bằng bản giấy và bản điện tử đến từng thôn, tổ dân phố.' },
      { kind: 'point', text: 'Người đứng đầu trực tiếp quán triệt tại 36/40 cơ quan, đơn vị.' },
      { kind: 'point', text: 'Các đơn vị ở xa trung tâm tổ chức theo hình thức trực tuyến kết hợp trực tiếp.' },
      { kind: 'section', title: 'Kết quả thực hiện' },
      ...['Thể chế hóa, triển khai chủ trương, chính sách', 'Cải cách thủ tục hành chính, xây dựng văn hóa công vụ', 'Thực hiện dân chủ ở cơ sở', 'Tiếp công dân, đối thoại, giải quyết kiến nghị, phản ánh', 'Phối hợp với Mặt trận Tổ quốc và các đoàn thể'].flatMap((title) => [
        { kind: 'titled clause', title } as const,
        { kind: 'paragraph', text: 'Các sở, ban, ngành và Ủy ban nhân dân các xã, phường, đặc khu đã cụ thể hóa nhiệm vụ thành việc của từng bộ phận, có người chịu trách nhiệm, có thời hạn và sản phẩm; kết quả được cập nhật hằng tháng kèm tài liệu chứng minh. Việc theo dõi, đôn đốc được thực hiện thường xuyên, đúng thời hạn quy định.' } as const,
        { kind: 'list', items: ['Số nhiệm vụ được giao: 1.240; đã hoàn thành: 1.015, đạt 81,9%;', 'Số nhiệm vụ đang thực hiện trong hạn: 187; quá hạn: 38, tập trung ở các đơn vị mới sắp xếp.'] } as const,
      ]),
      { kind: 'paragraph', text: 'Tổng hợp theo nhóm đơn vị:' },
      { kind: 'table', table: aSummaryTable() },
      { kind: 'section', title: 'Đánh giá chung' },
      { kind: 'clause', text: 'Ưu điểm: nhận thức và trách nhiệm của người đứng đầu được nâng lên; việc báo cáo có số liệu và tài liệu kèm theo.' },
      { kind: 'clause', text: 'Hạn chế: một số đơn vị cập nhật tiến độ còn chậm; việc gắn nhiệm vụ dân vận với giải quyết kiến nghị của Nhân dân ở một vài nơi chưa rõ.' },
      { kind: 'section', title: 'Kiến nghị, đề xuất' },
      { kind: 'paragraph', text: 'Kính đề nghị Ủy ban nhân dân tỉnh chỉ đạo các đơn vị có nhiệm vụ quá hạn nêu tại Phụ lục kèm theo hoàn thành trước ngày 31/7/2026.' },
      { kind: 'paragraph', text: 'Sở Nội vụ kính báo cáo Ủy ban nhân dân tỉnh xem xét, chỉ đạo.' },
    ],
    signature: { by: [{ right: 'KT', position: 'Giám đốc' }], position: 'Phó Giám đốc', name: null },
    recipients: ['Chủ tịch, các Phó Chủ tịch UBND tỉnh (b/c)', 'Ban Tuyên giáo và Dân vận Tỉnh ủy', 'Các cơ quan, đơn vị có tên tại Phụ lục', 'Giám đốc, các Phó Giám đốc Sở'],
    annexes: [{ title: 'Tổng hợp tiến độ thực hiện nhiệm vụ của các cơ quan, đơn vị, địa phương', body: [{ kind: 'table', table: aTableOfUnits(40) }] }],
    mark: 'DỮ LIỆU TRÌNH DIỄN',
  })
}

/** "Công văn đôn đốc": a commune with a long name asks several units for what is due. */
export function aReminderLetter(): OfficialDocument {
  return anOfficialDocument({
    type: 'cong_van',
    superior: null,
    issuer: 'Ủy ban nhân dân phường Xuân Hương - Đà Lạt',
    place: 'Xuân Hương - Đà Lạt',
    number: 7,
    bodySign: 'UBND-VHXH',
    issuedOn: plainDate('2026-02-09'),
    subject: 'đôn đốc thực hiện nhiệm vụ quá hạn theo Kế hoạch công tác dân vận năm 2026',
    addressees: ['Ban Quản lý các khu công nghiệp', 'Công an phường Xuân Hương - Đà Lạt', 'Trạm Y tế; các trường học trên địa bàn phường; Ban Quản lý chợ và các tổ dân phố từ số 1 đến số 25'],
    grounds: ['Căn cứ Luật Tổ chức chính quyền địa phương', 'Căn cứ Kế hoạch công tác dân vận năm 2026 của Ủy ban nhân dân phường'],
    body: [
      { kind: 'paragraph', text: 'Qua theo dõi, đến ngày 06/02/2026 còn 03 nhiệm vụ đã quá hạn chưa có báo cáo kết quả. Để bảo đảm tiến độ chung, Ủy ban nhân dân phường đề nghị các đơn vị:' },
      { kind: 'clause', text: 'Khẩn trương hoàn thành nhiệm vụ được giao, cập nhật kết quả và tài liệu chứng minh trước ngày 20/02/2026.' },
      { kind: 'clause', text: 'Báo cáo rõ nguyên nhân chậm, khó khăn, vướng mắc và người chịu trách nhiệm.' },
      { kind: 'paragraph', text: 'Đề nghị các đơn vị nghiêm túc thực hiện' },
    ],
    signature: { onBehalfOf: 'Ủy ban nhân dân', by: [{ right: 'KT', position: 'Chủ tịch' }], position: 'Phó Chủ tịch', name: 'Họ và tên người ký' },
    recipients: ['TT Đảng ủy, TT HĐND phường (b/c)', 'Chủ tịch, các PCT UBND phường'],
    archive: 'VHXH',
    urgency: 'KHẨN',
    circulation: 'LƯU HÀNH NỘI BỘ',
  })
}

const NAMES = ['Ủy ban nhân dân phường Xuân Hương - Đà Lạt', 'Ban Quản lý các khu công nghiệp', 'Ủy ban nhân dân xã Đam Rông 1', 'Ủy ban nhân dân đặc khu Phú Quý', 'Sở Tư pháp']

export function aTableOfUnits(count: number): Table {
  const records = Array.from({ length: count }, (_, index): Row => ({
    kind: 'record',
    cells: [index + 1, NAMES[index % NAMES.length] ?? '', index % 9 === 4 ? null : '2026-02-05', 30 + index, 25 + index, index % 4, (25 + index) / (30 + index), index % 4 > 2 ? 'Đã có công văn đôn đốc; đơn vị cam kết hoàn thành trong tháng 7' : ''],
  }))
  return {
    columns: [
      { title: 'TT', kind: 'integer', widthMm: 12, align: 'center' },
      { title: 'Cơ quan, đơn vị', kind: 'text', widthMm: 75 },
      { title: 'Ngày ban hành kế hoạch', kind: 'date', widthMm: 28 },
      { title: 'Nhiệm vụ', columns: [
        { title: 'Được giao', kind: 'integer', widthMm: 20 },
        { title: 'Kết quả', columns: [
          { title: 'Hoàn thành', kind: 'integer', widthMm: 22 },
          { title: 'Quá hạn', kind: 'integer', widthMm: 20 },
        ] },
        { title: 'Tỷ lệ', kind: 'percent', widthMm: 20 },
      ] },
      { title: 'Ghi chú', kind: 'text', widthMm: 50 },
    ],
    rows: [
      { kind: 'group', title: 'I. Các cơ quan, đơn vị, địa phương' },
      ...records,
      { kind: 'total', cells: [null, 'Tổng cộng', null, 1980, 1780, 60, 1780 / 1980, null] },
    ],
  }
}

function aSummaryTable(): Table {
  return {
    columns: [
      { title: 'Nhóm đơn vị', kind: 'text', widthMm: 60 },
      { title: 'Số đơn vị', kind: 'integer', widthMm: 25 },
      { title: 'Nhiệm vụ được giao', kind: 'integer', widthMm: 30 },
      { title: 'Tỷ lệ hoàn thành', kind: 'percent', widthMm: 30 },
    ],
    rows: [
      { kind: 'record', cells: ['Sở, ban, ngành', 15, 465, 0.862] },
      { kind: 'record', cells: ['Xã, phường, đặc khu', 25, 775, 0.793] },
      { kind: 'total', cells: ['Tổng cộng', 40, 1240, 0.819] },
    ],
  }
}
