import type { Db } from '#platform/server/database/connection.ts'
import { calendarStore } from '#platform/server/calendar-store.ts'
import { organisationStore } from '#modules/organisations/server/organisation-store.ts'
import type { UnitRecords } from '#modules/organisations/domain/directory.ts'
import { seedDeadlines } from './seed-deadlines.ts'
import { seedDocuments } from './seed-documents.ts'
import { seedPetitions } from './seed-petitions.ts'
import { seedReports } from './seed-reports.ts'
import { seedActs, seedCalendar, seedNation, seedUnits } from './seed.ts'

/** What a real province starts with: its units through time, the acts that changed them, the working calendar, the terms of the law, the law, the forms of its reports, what petitions are about. */
export async function seedBase(db: Db): Promise<void> {
  await calendarStore(db).put(seedCalendar())
  await organisationStore(db).addActs(seedActs())
  await addUnits(db, seedUnits())
  await seedDeadlines(db)
  await seedDocuments(db)
  await seedReports(db)
  await seedPetitions(db)
}

/** The other provinces and their communes, as of 1/7/2025. */
export async function seedWholeNation(db: Db): Promise<number> {
  const nation = seedNation()
  await addUnits(db, nation)
  return nation.versions.length
}

async function addUnits(db: Db, { versions, successions }: UnitRecords): Promise<void> {
  const store = organisationStore(db)
  await store.addUnits(versions.map(({ unitId }) => unitId))
  await store.addVersions(versions)
  await store.addSuccessions(successions)
}
