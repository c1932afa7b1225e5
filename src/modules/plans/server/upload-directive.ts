import { unitsWhere } from '#kernel/actor.ts'
import type { UnitId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import { storeFile } from '#platform/server/files.ts'
import type { UploadedFile } from '#platform/server/upload.ts'
import type { Work } from '#platform/server/work.ts'
import { loadDirectory } from '#modules/organisations/server/index.ts'
import { Reading } from '../contract.ts'
import { directiveStore } from './directive-store.ts'
import { readPlan } from './read-plan.ts'
import type { DirectiveId } from './tables.ts'

/** Reads the file and keeps both: the source as it came, and the reading for the officer to correct. */
export async function uploadDirective(work: Work, file: UploadedFile | null): Promise<DirectiveId> {
  if (file === null) throw new Refusal('invalid', 'plans.file_missing', { field: 'file' })
  const read = await readPlan(file.bytes)
  if (!read.ok) throw new Refusal('invalid', read.because, { field: 'file', file: file.name })
  const stored = await storeFile(work, file.bytes, file.name)
  return directiveStore(work.db).add({
    unitId: await authorityOf(work), fileId: stored.id, reading: Reading.parse(read.reading), sourceText: read.text, by: work.actor.id,
  })
}

/** The highest unit for which the actor may prepare directives: the province for Sở Nội vụ. */
async function authorityOf(work: Work): Promise<UnitId> {
  const directory = await loadDirectory(work.db)
  const units = unitsWhere(work.actor, 'plans.prepare-directive')
  const top = [...units].find((unitId) => {
    const unit = directory.unitOn(unitId, work.today)
    return unit !== undefined && (unit.parentId === null || !units.has(unit.parentId))
  })
  if (top === undefined) throw new Refusal('forbidden', 'http.not_allowed')
  return top
}
