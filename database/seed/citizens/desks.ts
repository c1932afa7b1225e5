import type { UnitId } from '#kernel/ids.ts'
import { plainDate, type PlainDate } from '#kernel/plain-date.ts'
import { seedUnitId } from '../read-units.ts'

/** A unit that handles letters, and who does what there, by login. */
export interface Desk {
  readonly unitId: UnitId
  /** Registers, sorts, resolves, handles denunciations, signs. */
  readonly receives: string
  readonly sorts: string
  readonly resolves: string
  readonly denunciations: string
  readonly signs: string
  /** As it stands on invitations and in the register of visits. */
  readonly head: string
  readonly post: string
  /** Who stands behind its letters from the day on which the unit ended. */
  readonly heir?: { readonly from: PlainDate; readonly desk: Desk }
}

function deskOf(unit: string, people: Omit<Desk, 'unitId'>): Desk {
  return { unitId: seedUnitId(unit), ...people }
}

/** The day on which districts ended and departments merged. */
export const MERGER = plainDate('2025-07-01')

const province = deskOf('lam-dong', {
  receives: 'tiep-dan.tinh', sorts: 'xu-ly-don.tinh', resolves: 'giai-quyet.tinh', denunciations: 'to-cao.tinh', signs: 'lanh-dao',
  head: 'Lãnh đạo Ủy ban nhân dân tỉnh', post: 'Chủ tịch Ủy ban nhân dân tỉnh',
})

const environment = deskOf('ld-so-nong-nghiep-va-moi-truong', {
  receives: 'tiep-dan.snnmt', sorts: 'xu-ly-don.snnmt', resolves: 'giai-quyet.snnmt', denunciations: 'thu-truong.snnmt', signs: 'thu-truong.snnmt',
  head: 'Giám đốc Sở Nông nghiệp và Môi trường', post: 'Giám đốc',
})

export const DESKS = {
  province,
  homeAffairs: deskOf('ld-so-noi-vu', {
    receives: 'tiep-dan.snv', sorts: 'xu-ly-don.snv', resolves: 'giai-quyet.snv', denunciations: 'to-cao.snv', signs: 'thu-truong.snv', head: 'Giám đốc Sở Nội vụ', post: 'Giám đốc',
  }),
  environment,
  ward: deskOf('ld-2025-24781', {
    receives: 'tiep-dan.xh', sorts: 'xu-ly-don.xh', resolves: 'giai-quyet.xh', denunciations: 'thu-truong.xh', signs: 'thu-truong.xh',
    head: 'Chủ tịch UBND phường Xuân Hương - Đà Lạt', post: 'Chủ tịch',
  }),
  commune: deskOf('ld-2025-24958', {
    receives: 'tiep-dan.dt', sorts: 'xu-ly-don.dt', resolves: 'giai-quyet.dt', denunciations: 'thu-truong.dt', signs: 'thu-truong.dt', head: 'Chủ tịch UBND xã Đức Trọng', post: 'Chủ tịch',
  }),
  /** Until 30/6/2025: its business is that of the department of agriculture and environment since. */
  resources: deskOf('ld-so-tai-nguyen-va-moi-truong', {
    receives: 'xu-ly-don.stnmt', sorts: 'xu-ly-don.stnmt', resolves: 'thu-truong.stnmt', denunciations: 'thu-truong.stnmt', signs: 'thu-truong.stnmt',
    head: 'Giám đốc Sở Tài nguyên và Môi trường', post: 'Giám đốc', heir: { from: MERGER, desk: environment },
  }),
  /** Until 30/6/2025: what it left open is the province's. */
  district: deskOf('ld-2021-672', {
    receives: 'xu-ly-don.dalat', sorts: 'xu-ly-don.dalat', resolves: 'thu-truong.dalat', denunciations: 'thu-truong.dalat', signs: 'thu-truong.dalat',
    head: 'Chủ tịch UBND thành phố Đà Lạt', post: 'Chủ tịch', heir: { from: MERGER, desk: province },
  }),
} as const satisfies Record<string, Desk>
