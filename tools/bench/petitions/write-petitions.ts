import { lineOf, type Measured } from '../measure.ts'
import type { PetitionResults } from './bench-petitions.ts'

const HEAD = '| thao tác | p50 | p95 | lâu nhất | mục tiêu p95 | trần p50 | gấp |\n|---|---|---|---|---|---|---|'

/** The part of docs/bench.md about petitions; it stands alone, so that it can be measured alone. */
export function petitionSection({ filled, fillSeconds, desk, forms, portal, submit, recomputed, crowd, rush, engine }: PetitionResults, machine: string): string {
  const count = (value: number) => value.toLocaleString('vi')
  const failures = (failed: Readonly<Record<string, number>>) => (Object.keys(failed).length === 0 ? 'không lỗi' : `lỗi: ${Object.entries(failed).map(([status, times]) => `${times} lần ${status}`).join(', ')}`)
  const three = ({ p50, p95, max }: Measured) => `${p50.toFixed(0)} / ${p95.toFixed(0)} / ${max.toFixed(0)}`
  return `## Đơn thư

${count(filled.cases)} hồ sơ của ${filled.units} đơn vị trong ${filled.years} năm, ${count(filled.open)} thời hạn đang chạy (nạp trong ${fillSeconds.toFixed(0)} giây). Người hỏi là cán bộ xử lý đơn của một đơn vị, trừ chỗ ghi khác; 100 lần mỗi thao tác (biểu thống kê 20 lần).
Máy: ${machine}.

${HEAD}
${[...desk, ...forms].map(lineOf).join('\n')}

Cổng công dân, không tài khoản:

${HEAD}
${portal.map(lineOf).join('\n')}

| việc khác | đo được | mục tiêu |
|---|---|---|
| gửi một đơn qua cổng, bước cuối (p50 / p95 / lâu nhất, ms) | ${three(submit)} | p95 200 |
| sửa lịch: xem trước, rồi tính lại ${count(recomputed.open)} thời hạn (giây; đổi ${count(recomputed.moved)}) | ${recomputed.previewSeconds.toFixed(1)} + ${recomputed.applySeconds.toFixed(1)} | 60 |
| ${crowd.people} người cùng làm 40 giây, ${count(crowd.asked)} yêu cầu (p50 / p95 / lâu nhất, ms) | ${three(crowd.answers)}; ${failures(crowd.failed)} | không lỗi |
| công dân tra cứu 40 lượt/giây (trước; ms) | ${three(rush.before)} | |
| dồn gấp năm, 30 giây (ms) | ${three(rush.during)}; ${failures(rush.failed)} | |
| trở lại bình thường sau (giây) | ${rush.calmAfter === null ? 'quá 60' : String(rush.calmAfter)} | 60 |
| tính hạn kèm lý do, một lõi (ngày/giây) | ${count(engine.withReasons)} | 100.000 |
| tính hạn, chỉ ngày (ngày/giây) | ${count(engine.dateAlone)} | 100.000 |
`
}
