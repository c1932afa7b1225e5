import type { Work } from '#platform/server/work.ts'
import { loadDirectory, type Directory } from '#modules/organisations/server/index.ts'

const kept = new WeakMap<Work, Promise<Directory>>()

/** The units, asked for once a transaction: no step of a report changes them, and each of its sums needs them. */
export function directoryOf(work: Work): Promise<Directory> {
  const directory = kept.get(work) ?? loadDirectory(work.db)
  kept.set(work, directory)
  return directory
}
