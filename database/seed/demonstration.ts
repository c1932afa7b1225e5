import { plainDate } from '#kernel/plain-date.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import { loadCalendar } from '#platform/server/calendar-store.ts'
import type { Db } from '#platform/server/database/connection.ts'
import type { WorkContext } from '#platform/server/work.ts'
import { loadRules } from '#modules/deadlines/server/index.ts'
import { loadDirectory } from '#modules/organisations/server/index.ts'
import { seedLettersAndVisits } from './citizens/letters-and-visits.ts'
import { seedDemonstrationPeople } from './demonstration-people.ts'
import { seedDemonstrationReports } from './demonstration-reports.ts'
import { seedDemonstrationYear } from './demonstration-year.ts'

/** The day on which each demonstration directive is issued; those after "today" are left out. */
const DIRECTIVES = [
  { number: '8035/KH-UBND', issuedOn: plainDate('2021-11-08'), throughDistrict: true, from: plainDate('2021-07-01') },
  { number: '215/KH-UBND', issuedOn: plainDate('2026-01-12'), throughDistrict: false, from: plainDate('2026-01-01') },
] as const

/** Units, calendar and law, kept in memory before the long transaction begins: inside one they would be read anew each time. */
export async function keepInMind(db: Db): Promise<void> {
  await loadDirectory(db)
  await loadCalendar(db)
  await loadRules({ db })
}

/** People named after their roles and a year of their work, told by the very use cases that officers use. */
export async function seedDemonstration(db: Db, kept: Pick<WorkContext, 'fileFolder' | 'secrets'>, today: PlainDate): Promise<void> {
  const context: WorkContext = { db, ...kept, calendar: loadCalendar, today: () => today }
  const people = await seedDemonstrationPeople(context, today)
  for (const directive of DIRECTIVES.filter(({ issuedOn }) => issuedOn <= today)) await seedDemonstrationYear(context, people, directive, today)
  await seedLettersAndVisits(context, people, today)
  await seedDemonstrationReports(context, people, today)
}
