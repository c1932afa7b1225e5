import type { PlainDate } from '#kernel/plain-date.ts'
import type { Work } from '#platform/server/work.ts'
import { governingBodyOf, loadDirectory, tierOf, type UnitVersion } from '#modules/organisations/server/index.ts'

export interface PlaceToChoose { readonly id: string; readonly name: string }
export interface Places {
  readonly communes: readonly PlaceToChoose[]
  /** Bodies of the province that are written to: its People's Committee first, then departments. */
  readonly bodies: readonly PlaceToChoose[]
  /** What is written to for a commune: "Ủy ban nhân dân xã …". */
  readonly committeeOf: ReadonlyMap<string, string>
}

/** What a citizen chooses from, as units are that day: of the province whose departments are known. */
export async function placesOn({ db }: Pick<Work, 'db'>, day: PlainDate): Promise<Places> {
  const tree = (await loadDirectory(db)).treeOn(day)
  const province = tree.roots.find(({ unitId }) => tree.children(unitId).some(({ kind }) => kind === 'department')) ?? tree.roots[0]
  const units = province === undefined ? [] : tree.subtree(province.unitId)
  const communes = units.filter(({ kind }) => tierOf(kind) === 'commune')
  const bodies = province === undefined ? [] : [province, ...tree.children(province.unitId).filter(({ kind }) => kind === 'department')]
  return {
    communes: communes.map(named).toSorted((one, other) => bare(one.name).localeCompare(bare(other.name), 'vi')),
    bodies: bodies.map((unit) => ({ id: unit.unitId, name: governingBodyOf(unit) })),
    committeeOf: new Map(communes.map((unit) => [unit.unitId, governingBodyOf(unit)])),
  }
}

function named({ unitId, name }: UnitVersion): PlaceToChoose {
  return { id: unitId, name }
}

/** "Xã Đạ Tẻh" stands under Đ. */
function bare(name: string): string {
  return name.replace(/^(Xã|Phường|Thị trấn|Đặc khu) /u, '')
}
