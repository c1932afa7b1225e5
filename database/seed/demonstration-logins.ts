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

/** One login for each role of the reporting regime, and for a department, a ward of today and a district and ward of 2021. */
export const workLogins: readonly DemonstrationLogin[] = [
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

const own = (unit: string, role: Role, login: string, name: string, home = unit): DemonstrationLogin => ({ login, name, unit: home, over: unit, role, withSubordinates: false })
const OFFICE = 'ld-van-phong-ubnd'
const [PROVINCE_ITSELF, HOME_AFFAIRS, ENVIRONMENT, WARD, COMMUNE, RESOURCES, DISTRICT] = ['lam-dong', 'ld-so-noi-vu', 'ld-so-nong-nghiep-va-moi-truong', 'ld-2025-24781', 'ld-2025-24958', 'ld-so-tai-nguyen-va-moi-truong', 'ld-2021-672'] as const

/** Who receives citizens and handles their letters, from the counter to the signature, in units of today and of 2021. */
export const letterLogins: readonly DemonstrationLogin[] = [
  own(PROVINCE_ITSELF, 'reception-officer', 'tiep-dan.tinh', 'Cán bộ tiếp công dân tỉnh', OFFICE),
  own(PROVINCE_ITSELF, 'petition-officer', 'xu-ly-don.tinh', 'Cán bộ xử lý đơn tỉnh', OFFICE),
  own(PROVINCE_ITSELF, 'resolver', 'giai-quyet.tinh', 'Người giải quyết đơn tỉnh', OFFICE),
  own(PROVINCE_ITSELF, 'denunciation-officer', 'to-cao.tinh', 'Cán bộ giải quyết tố cáo tỉnh', OFFICE),
  own(HOME_AFFAIRS, 'reception-officer', 'tiep-dan.snv', 'Cán bộ tiếp công dân Sở Nội vụ'),
  own(HOME_AFFAIRS, 'petition-officer', 'xu-ly-don.snv', 'Cán bộ xử lý đơn Sở Nội vụ'),
  own(HOME_AFFAIRS, 'resolver', 'giai-quyet.snv', 'Người giải quyết đơn Sở Nội vụ'),
  own(HOME_AFFAIRS, 'denunciation-officer', 'to-cao.snv', 'Cán bộ giải quyết tố cáo Sở Nội vụ'),
  own(ENVIRONMENT, 'unit-head', 'thu-truong.snnmt', 'Giám đốc Sở Nông nghiệp và Môi trường'),
  own(ENVIRONMENT, 'reception-officer', 'tiep-dan.snnmt', 'Cán bộ tiếp công dân Sở Nông nghiệp và Môi trường'),
  own(ENVIRONMENT, 'petition-officer', 'xu-ly-don.snnmt', 'Cán bộ xử lý đơn Sở Nông nghiệp và Môi trường'),
  own(ENVIRONMENT, 'resolver', 'giai-quyet.snnmt', 'Người giải quyết đơn Sở Nông nghiệp và Môi trường'),
  own(WARD, 'reception-officer', 'tiep-dan.xh', 'Cán bộ tiếp công dân phường Xuân Hương - Đà Lạt'),
  own(WARD, 'petition-officer', 'xu-ly-don.xh', 'Cán bộ xử lý đơn phường Xuân Hương - Đà Lạt'),
  own(WARD, 'resolver', 'giai-quyet.xh', 'Người giải quyết đơn phường Xuân Hương - Đà Lạt'),
  own(COMMUNE, 'unit-head', 'thu-truong.dt', 'Chủ tịch UBND xã Đức Trọng'),
  own(COMMUNE, 'reception-officer', 'tiep-dan.dt', 'Cán bộ tiếp công dân xã Đức Trọng'),
  own(COMMUNE, 'petition-officer', 'xu-ly-don.dt', 'Cán bộ xử lý đơn xã Đức Trọng'),
  own(COMMUNE, 'resolver', 'giai-quyet.dt', 'Người giải quyết đơn xã Đức Trọng'),
  own(RESOURCES, 'unit-head', 'thu-truong.stnmt', 'Giám đốc Sở Tài nguyên và Môi trường (đến 30/6/2025)'),
  own(RESOURCES, 'petition-officer', 'xu-ly-don.stnmt', 'Cán bộ xử lý đơn Sở Tài nguyên và Môi trường (đến 30/6/2025)'),
  own(DISTRICT, 'petition-officer', 'xu-ly-don.dalat', 'Cán bộ xử lý đơn thành phố Đà Lạt (đến 30/6/2025)'),
]

export const demonstrationLogins: readonly DemonstrationLogin[] = [...workLogins, ...letterLogins]
