import type { UnitId } from '#kernel/ids.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { Work } from '#platform/server/work.ts'
import type { PublicFigures } from '../contract-statistics.ts'
import { publishedWork } from '../domain/public-figures.ts'
import { publicFiguresStore } from './public-figures-store.ts'
import { unitWithFormer } from './unit-with-former.ts'

/**
 * What anybody may know of a unit's work in a period, former units whose business it carries among it: asks for no right, and holds no count from
 * one to four. Denunciations are not counted; topics not shown to citizens stand together under ''.
 */
export async function publicFigures(work: Work, unitId: UnitId, { from, to }: { readonly from: PlainDate; readonly to: PlainDate }): Promise<PublicFigures> {
  const units = await unitWithFormer(work, unitId)
  const rows = await publicFiguresStore(work.db).work(units, { from, to })
  const { byTopic, ...whole } = publishedWork(rows)
  return { from, to, ...whole, byTopic: rows.map(({ name, nameEn }, at) => ({ ...byTopic[at] ?? { code: '', received: null, settled: null }, name, nameEn })) }
}
