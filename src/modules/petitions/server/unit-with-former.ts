import type { UnitId } from '#kernel/ids.ts'
import type { Work } from '#platform/server/work.ts'
import { loadDirectory, predecessorsOf } from '#modules/organisations/server/index.ts'

/** The unit, and the former ones whose business it carries today. */
export async function unitWithFormer({ db, today }: Pick<Work, 'db' | 'today'>, unitId: UnitId): Promise<UnitId[]> {
  return [unitId, ...predecessorsOf(await loadDirectory(db), unitId, today)]
}
