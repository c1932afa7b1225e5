import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { connectFacts, lacksFacts } from '#database/seed/connect-facts.ts'
import { seedBase } from '#database/seed/seed-base.ts'
import { lacksShippedLaw, seedDeadlines } from '#database/seed/seed-deadlines.ts'
import { lacksTopics, seedPetitions } from '#database/seed/seed-petitions.ts'
import { seedReports } from '#database/seed/seed-reports.ts'
import { todayInVietnam } from '#platform/server/clock.ts'
import { loadSecrets } from '#platform/server/secrets.ts'
import { settingStore } from '#platform/server/setting-store.ts'
import type { Database } from '#platform/server/database/database.ts'
import { isLoopback, type Configuration } from './configuration.ts'

/**
 * At a first start: units, law, calendar and report forms of Lâm Đồng, and on loopback a demonstration year as well unless `--empty`.
 * An installation filled before there were report forms, or with the terms of older law, gets them at its next start.
 * One transaction each: a start that is cut off begins again. Returns whether the installation demonstrates.
 */
export async function fillDatabase(database: Pick<Database, 'owner'>, configuration: Configuration, say: (line: string) => void): Promise<boolean> {
  const settings = settingStore(database.owner.db)
  if ((await settings.find('filled')) !== true) {
    const demonstrates = configuration.fill === 'demo' || (configuration.fill === null && isLoopback(configuration.host))
    say('Đang nạp đơn vị, lịch làm việc và văn bản nền của tỉnh…')
    await database.owner.db.transaction().execute(async (db) => {
      await seedBase(db)
      await settingStore(db).put('demonstration', demonstrates)
      await settingStore(db).put('filled', true)
      await settingStore(db).put('report-forms', true)
    })
  }
  if (await lacksShippedLaw(database.owner.db)) {
    say('Đang nạp quy định về thời hạn…')
    await database.owner.db.transaction().execute(seedDeadlines)
  }
  if ((await settings.find('report-forms')) !== true) {
    say('Đang nạp các biểu mẫu báo cáo…')
    await database.owner.db.transaction().execute(async (db) => {
      await seedReports(db)
      await settingStore(db).put('report-forms', true)
    })
  }
  if (await lacksTopics(database.owner.db)) {
    say('Đang nạp lĩnh vực đơn thư…')
    await database.owner.db.transaction().execute(seedPetitions)
  }
  if (await lacksFacts(database.owner.db)) await database.owner.db.transaction().execute(connectFacts)
  const demonstration = (await settings.find('demonstration')) === true
  if (demonstration && (await settings.find('demonstration-filled')) !== true) {
    say('Đang nạp một năm công việc trình diễn…')
    const { keepInMind, seedDemonstration } = await import('#database/seed/demonstration.ts')
    await keepInMind(database.owner.db)
    await database.owner.db.transaction().execute(async (db) => {
      const kept = { fileFolder: fileFolderOf(configuration), secrets: loadSecrets(configuration.dataFolder, configuration.secret) }
      await seedDemonstration(db, kept, configuration.simulatedToday ?? todayInVietnam())
      await settingStore(db).put('demonstration-filled', true)
    })
  }
  return demonstration
}

/** Where uploaded bytes lie; made when missing. */
export function fileFolderOf({ dataFolder }: Configuration): string {
  const folder = join(dataFolder, 'files')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return folder
}
