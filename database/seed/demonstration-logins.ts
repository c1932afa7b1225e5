import type { Role } from '#modules/people/domain/roles.ts'

export const DEMONSTRATION_PASSWORD = 'dan-van-kheo-2026'

interface DemonstrationLogin {
  readonly login: string
  /** People are named after their role: nobody real is meant. */
  readonly name: string
  /** Keys of units.csv: where they work, and over what the role holds. */
  readonly unit: string
  readonly over: string
  readonly role: Role
  readonly withSubordinates: boolean
}

const PROVINCE = { over: 'lam-dong', withSubordinates: true } as const

/** One login for each role, and for a department, a ward of today and a district and ward of 2021. */
export const demonstrationLogins: readonly DemonstrationLogin[] = [
  { login: 'quan-tri', name: 'Quản trị hệ thống', unit: 'ld-van-phong-ubnd', role: 'administrator', ...PROVINCE },
  { login: 'tong-hop.snv', name: 'Cán bộ tổng hợp Sở Nội vụ', unit: 'ld-so-noi-vu', role: 'coordinator', ...PROVINCE },
  { login: 'thu-truong.snv', name: 'Giám đốc Sở Nội vụ', unit: 'ld-so-noi-vu', over: 'ld-so-noi-vu', role: 'unit-head', withSubordinates: false },
  { login: 'dau-moi.snv', name: 'Cán bộ đầu mối Sở Nội vụ', unit: 'ld-so-noi-vu', over: 'ld-so-noi-vu', role: 'focal-officer', withSubordinates: false },
  { login: 'lanh-dao', name: 'Lãnh đạo Ủy ban nhân dân tỉnh', unit: 'lam-dong', role: 'leader', ...PROVINCE },
  { login: 'thu-truong.stp', name: 'Giám đốc Sở Tư pháp', unit: 'ld-so-tu-phap', over: 'ld-so-tu-phap', role: 'unit-head', withSubordinates: false },
  { login: 'dau-moi.stp', name: 'Cán bộ đầu mối Sở Tư pháp', unit: 'ld-so-tu-phap', over: 'ld-so-tu-phap', role: 'focal-officer', withSubordinates: false },
  { login: 'thu-truong.xh', name: 'Chủ tịch UBND phường Xuân Hương - Đà Lạt', unit: 'ld-2025-24781', over: 'ld-2025-24781', role: 'unit-head', withSubordinates: false },
  { login: 'dau-moi.xh', name: 'Cán bộ đầu mối phường Xuân Hương - Đà Lạt', unit: 'ld-2025-24781', over: 'ld-2025-24781', role: 'focal-officer', withSubordinates: false },
  { login: 'thanh-tra', name: 'Thanh tra viên Thanh tra tỉnh', unit: 'ld-thanh-tra-tinh', role: 'inspector', ...PROVINCE },
  { login: 'mat-tran', name: 'Cán bộ Ủy ban Mặt trận Tổ quốc tỉnh', unit: 'ld-ubmttq', role: 'observer', ...PROVINCE },
  { login: 'thu-truong.dalat', name: 'Chủ tịch UBND thành phố Đà Lạt (đến 30/6/2025)', unit: 'ld-2021-672', over: 'ld-2021-672', role: 'unit-head', withSubordinates: true },
  { login: 'dau-moi.dalat', name: 'Cán bộ đầu mối thành phố Đà Lạt (đến 30/6/2025)', unit: 'ld-2021-672', over: 'ld-2021-672', role: 'focal-officer', withSubordinates: true },
  { login: 'dau-moi.p2', name: 'Cán bộ đầu mối Phường 2, Đà Lạt (đến 30/6/2025)', unit: 'ld-2021-24781', over: 'ld-2021-24781', role: 'focal-officer', withSubordinates: false },
]
