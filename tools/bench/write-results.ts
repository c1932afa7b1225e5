import { readFileSync, writeFileSync } from 'node:fs'
import type { FilledProvince } from './fill-province.ts'
import type { FilledReports } from './fill-reports.ts'
import type { LastAfternoon } from './last-afternoon.ts'
import { lineOf, type Result } from './measure.ts'

export interface Results {
  readonly machine: string
  readonly rounds: number
  readonly filled: FilledProvince
  readonly reports: FilledReports
  readonly starts: { readonly first: number; readonly later: number }
  readonly plans: readonly Result[]
  readonly ofReports: readonly Result[]
  readonly afternoon: LastAfternoon
}

const HEAD = '| thao tác | p50 | p95 | lâu nhất | mục tiêu p95 | trần p50 | gấp |\n|---|---|---|---|---|---|---|'

/** docs/bench.md: what was measured, on what, beside what it should be. */
export function writeResults({ machine, rounds, filled, reports, starts, plans, ofReports, afternoon }: Results): string {
  const { opens, saves } = afternoon
  const ms = (value: number) => value.toFixed(0)
  const failures = Object.entries(afternoon.failed).map(([status, count]) => `${count} lần ${status === '0' ? 'không trả lời' : status}`).join(', ')
  return `# Tốc độ đo được

\`npm run bench\` viết tệp này: ${filled.units} đơn vị, ${filled.obligations} việc trong năm năm, ${filled.accounts} tài khoản; qua HTTP trên chính máy (máy chủ là một tiến trình riêng), từng yêu cầu nối nhau, ${rounds} lần mỗi thao tác (báo cáo ${rounds / 2} lần, văn bản và cả nước 10 lần), mili giây. Trong ngoặc là vai trò hỏi: ít quyền nhất mà vẫn làm được việc ấy. "Trần" là chính những dòng ấy lấy thẳng bằng một câu lệnh SQL (văn bản: gọi thẳng bộ viết DOCX trên cùng nội dung), không kiểm quyền, không dựng trang.
Máy: ${machine}.

## Việc

${HEAD}
${plans.map(lineOf).join('\n')}

## Báo cáo

Biểu 200 ô, ${reports.periods.length} kỳ sáu tháng, ${reports.units} đơn vị đang có, ${reports.revisions} bản đã duyệt.

${HEAD}
${ofReports.map(lineOf).join('\n')}

Chiều cuối trước hạn: ${afternoon.people} người cùng viết ${afternoon.reports} báo cáo (hai, ba người một báo cáo) trong một phút, mỗi người lưu khoảng ba giây một lần, thỉnh thoảng trùng một ô.

| chiều cuối | p50 | p95 | lâu nhất | mục tiêu p95 |
|---|---|---|---|---|
| mở báo cáo | ${ms(opens.p50)} | ${ms(opens.p95)} | ${ms(opens.max)} | 1000 |
| lưu | ${ms(saves.p50)} | ${ms(saves.p95)} | ${ms(saves.max)} | 1000 |

Đã lưu ${afternoon.saved} lần; ${afternoon.clashes} lần trùng ô được báo lại, không ghi đè; ${failures === '' ? 'không lần nào lỗi' : `lỗi: ${failures}`}; mất ${afternoon.lost} giá trị đã lưu.

| khởi động | giây | mục tiêu |
|---|---|---|
| lần đầu: cơ sở dữ liệu mới, một năm minh họa với đơn thư và tiếp dân, dựng giao diện | ${(starts.first / 1000).toFixed(1)} | 60 |
| các lần sau | ${(starts.later / 1000).toFixed(1)} | 8 |
`
}

/** Puts a section (from its heading of second rank on) in the place of the same one in the file, or at its end. */
export function putSection(path: string, section: string): void {
  const [heading = ''] = section.split('\n')
  const text = readFileSync(path, 'utf8')
  const at = text.indexOf(`${heading}\n`)
  if (at < 0) {
    writeFileSync(path, `${text.trimEnd()}\n\n${section}`)
    return
  }
  const next = text.indexOf('\n## ', at + heading.length)
  writeFileSync(path, `${text.slice(0, at)}${section}${next < 0 ? '' : text.slice(next)}`)
}
