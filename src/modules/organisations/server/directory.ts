import { keptByRevision } from '#platform/server/revisions.ts'
import { directoryOf } from '../domain/directory.ts'
import { organisationStore } from './organisation-store.ts'

/** Every unit through time, kept in memory until a unit changes. Read-only; the same value for everybody. */
export const loadDirectory = keptByRevision('organisations', async (db) => {
  const store = organisationStore(db)
  return directoryOf(await store.listVersions(), await store.listSuccessions())
})
