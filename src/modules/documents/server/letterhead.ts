import type { UnitId } from '#kernel/ids.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import { settingStore } from '#platform/server/setting-store.ts'
import type { Work } from '#platform/server/work.ts'
import { governingBodyOf, tierOf, type Directory } from '#modules/organisations/server/index.ts'
import { signatoryOf } from '#modules/people/server/index.ts'

/**
 * The boxes that every document of a unit shares, as of a day: who issues it under whom, and who signs. A People's Committee names none
 * above itself; a body names the committee it belongs to, shortened as Phụ lục I, mục II.2 of Nghị định 30/2020/NĐ-CP allows.
 */
export async function letterhead(work: Work, directory: Directory, unitId: UnitId, on: PlainDate = work.today) {
  const unit = directory.unitOn(unitId, on)
  const isTerritory = unit !== undefined && tierOf(unit.kind) !== 'body'
  const parent = isTerritory || unit?.parentId === null || unit === undefined ? undefined : directory.unitOn(unit.parentId, on)
  const signatory = await signatoryOf(work, unitId, on)
  return {
    superior: parent === undefined ? null : governingBodyOf(parent).replace(/^Ủy ban nhân dân /u, 'UBND '),
    issuer: unit === undefined ? '' : governingBodyOf(unit), bodySign: unit?.sign ?? 'UBND',
    signature: {
      by: [], position: signatory?.position ?? 'Thủ trưởng đơn vị', name: signatory?.name ?? null, isActing: signatory?.isActing ?? false,
      ...(isTerritory ? { onBehalfOf: 'Ủy ban nhân dân' } : {}),
    },
  }
}

/** Province bodies write the province's name, communes their own, one named by a number with the word before it (Nghị định 30/2020/NĐ-CP, Phụ lục I, box 4). */
export function placeOf(directory: Directory, work: Work, unitId: UnitId, on: PlainDate = work.today): string {
  const unit = directory.unitOn(unitId, on)
  const place = unit !== undefined && tierOf(unit.kind) === 'body' ? directory.ancestorsOn(unitId, on)[0] ?? unit : unit
  return (place?.name ?? '').replace(/^(Tỉnh|Thành phố|Phường|Xã|Đặc khu|Huyện|Thị xã|Thị trấn) (?!\d)/u, '')
}

/** A document made from demonstration data says so on every page. */
export async function demonstrationMark(work: Work): Promise<{ mark?: string }> {
  return (await settingStore(work.db).find('demonstration')) === true ? { mark: 'DỮ LIỆU TRÌNH DIỄN' } : {}
}
