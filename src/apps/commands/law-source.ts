import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { seedCalendar } from '#database/seed/seed.ts'
import { termRulesOfSeed } from '#database/seed/seed-deadlines.ts'
import { workingCalendar } from '#kernel/working-calendar.ts'
import { loadCalendar } from '#platform/server/calendar-store.ts'
import { openDatabase } from '#platform/server/database/database.ts'
import { rulesFrom } from '#modules/deadlines/domain/rules.ts'
import { loadRules, type Law } from '#modules/deadlines/server/index.ts'
import type { Configuration } from '../configuration.ts'

/** The rules and the calendar of the installation where there is one, else (and with --shipped) those that come with the software. */
export async function lawOf(configuration: Configuration, shipped: boolean): Promise<Law & { readonly isShipped: boolean }> {
  const ofInstallation = shipped || !hasDatabase(configuration) ? null : await lawOfInstallation(configuration)
  if (ofInstallation !== null && ofInstallation.rules.all.length > 0) return { ...ofInstallation, isShipped: false }
  return { calendar: workingCalendar(seedCalendar()), rules: rulesFrom(termRulesOfSeed()), isShipped: true }
}

function hasDatabase({ databaseUrl, dataFolder }: Configuration): boolean {
  return databaseUrl !== undefined || existsSync(join(dataFolder, 'postgres', 'PG_VERSION'))
}

async function lawOfInstallation({ dataFolder, databaseUrl, databaseDirectUrl }: Configuration): Promise<Law> {
  const database = await openDatabase({ dataFolder, url: databaseUrl, directUrl: databaseDirectUrl })
  try {
    const { db } = database.app
    return { calendar: await loadCalendar(db), rules: await loadRules({ db }) }
  } finally {
    await database.close({ leaveRunning: database.adopted })
  }
}
