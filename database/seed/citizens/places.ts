import type { UnitId } from '#kernel/ids.ts'
import { seedUnitId } from '../read-units.ts'

/** Where a matter lies, by its key in units.csv, and as letters call it. */
export interface Place { readonly unitId: UnitId; readonly called: string; readonly isRemote?: boolean }

function place(unit: string, called: string): Place {
  return { unitId: seedUnitId(unit), called }
}

/** Until 30/6/2025. */
export const FORMER_PLACES = {
  ward2: place('ld-2021-24781', 'Phường 2, thành phố Đà Lạt'),
  ward6: place('ld-2021-24787', 'Phường 6, thành phố Đà Lạt'),
  ward9: place('ld-2021-24778', 'Phường 9, thành phố Đà Lạt'),
  ward10: place('ld-2021-24796', 'Phường 10, thành phố Đà Lạt'),
  town: place('ld-2021-24958', 'thị trấn Liên Nghĩa, huyện Đức Trọng'),
  diLinh: place('ld-2021-25000', 'thị trấn Di Linh, huyện Di Linh'),
} as const

/** Since 1/7/2025. */
export const PLACES = {
  xuanHuong: place('ld-2025-24781', 'phường Xuân Hương - Đà Lạt'),
  lamVien: place('ld-2025-24778', 'phường Lâm Viên - Đà Lạt'),
  camLy: place('ld-2025-24787', 'phường Cam Ly - Đà Lạt'),
  ducTrong: place('ld-2025-24958', 'xã Đức Trọng'),
  hiepThanh: place('ld-2025-24967', 'xã Hiệp Thạnh'),
  diLinh: place('ld-2025-25000', 'xã Di Linh'),
  damRong: { ...place('ld-2025-24886', 'xã Đam Rông 1'), isRemote: true },
} as const satisfies Record<string, Place>
