import { addDays, daysBetween, plainDate, type PlainDate } from '#kernel/plain-date.ts'
import { matches } from '#platform/web/plain-text.ts'
import type { Query } from '#platform/web/api-client.ts'

/** Content as it will be, for looking at the patterns. Nothing here is anybody's work. */
export const SAMPLE_TODAY = plainDate('2026-11-23')

export interface SampleDuty {
  readonly id: string
  readonly title: string
  readonly unit: string
  readonly dueOn: PlainDate
  readonly doneOn: PlainDate | null
  readonly workingDaysLeft: number
  readonly people: number
  readonly source: string
}

const TITLES = [
  'Báo cáo kết quả thực hiện Quy chế dân chủ ở cơ sở',
  'Tổ chức đối thoại của người đứng đầu với Nhân dân',
  'Rà soát, đơn giản hóa thủ tục hành chính liên quan đến người dân',
  'Phổ biến, quán triệt Quy chế công tác dân vận của hệ thống chính trị tỉnh',
  'Xây dựng mô hình “Dân vận khéo” tại cơ sở',
  'Phân công lãnh đạo phụ trách và cán bộ đầu mối công tác dân vận',
]
const UNITS = ['Sở Nội vụ', 'Sở Tư pháp', 'Sở Y tế', 'UBND phường Xuân Hương - Đà Lạt', 'UBND xã Đơn Dương', 'UBND xã Đức Trọng', 'UBND xã Di Linh']
const OFFSETS = [-12, -2, 0, 2, 3, 9, 22, 45]

export const SAMPLE_DUTIES: readonly SampleDuty[] = Array.from({ length: 42 }, (_, index) => {
  const dueOn = addDays(SAMPLE_TODAY, OFFSETS[index % OFFSETS.length] ?? 0)
  return {
    id: `nv-${String(index + 1)}`,
    title: TITLES[index % TITLES.length] ?? '',
    unit: UNITS[index % UNITS.length] ?? '',
    dueOn,
    doneOn: index % 5 === 4 ? addDays(dueOn, index % 2 === 0 ? -3 : 4) : null,
    workingDaysLeft: Math.round((daysBetween(SAMPLE_TODAY, dueOn) * 5) / 7),
    people: (index * 137) % 2400,
    source: `Mục II.${String((index % 9) + 1)} của Kế hoạch`,
  }
})

export function isLate(duty: SampleDuty): boolean {
  return duty.doneOn === null && duty.dueOn < SAMPLE_TODAY
}

/** Answers as the server would: filtered, in order, one page. */
export async function findSampleDuties(query: Query): Promise<{ rows: SampleDuty[]; total: number }> {
  const [q = ''] = listOf(query['q'])
  const [state] = listOf(query['state'])
  const [unit] = listOf(query['unit'])
  const sort = String(query['sort'] ?? '')
  const key = sort.replace('-', '') as keyof SampleDuty
  const found = SAMPLE_DUTIES.filter((duty) => matches(`${duty.title} ${duty.unit}`, q))
    .filter((duty) => unit === undefined || duty.unit === unit)
    .filter((duty) => state === undefined || (state === 'late' ? isLate(duty) : duty.doneOn !== null))
    .sort((one, other) => (String(one[key]).localeCompare(String(other[key]), 'vi', { numeric: true })) * (sort.startsWith('-') ? -1 : 1))
  const page = Number(query['page'])
  const size = Number(query['size'])
  return { rows: found.slice((page - 1) * size, page * size), total: found.length }
}

function listOf(value: Query[string]): readonly string[] {
  if (value === null || value === undefined) return []
  return Array.isArray(value) ? (value as readonly string[]) : [String(value)]
}

export const SAMPLE_UNITS = UNITS
