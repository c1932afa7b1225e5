import { seedWholeNation } from '#database/seed/seed-base.ts'
import { openDatabase } from '#platform/server/database/database.ts'
import { settingStore } from '#platform/server/setting-store.ts'
import { configurationFrom } from '../configuration.ts'
import { fillDatabase } from '../fill-database.ts'
import type { Command } from '../command.ts'

/** `gandan seed` fills an empty installation; `--nation` adds the other provinces. Runs beside a live server; twice does no harm. */
export const seed: Command = async (args, out) => {
  const configuration = configurationFrom(args, process.env)
  const database = await openDatabase({
    dataFolder: configuration.dataFolder, url: configuration.databaseUrl, directUrl: configuration.databaseDirectUrl,
  })
  const say = (line: string) => out.write(`${line}\n`)
  try {
    await fillDatabase(database, configuration, say)
    if (!args.includes('--nation')) return 0
    const settings = settingStore(database.owner.db)
    if ((await settings.find('nation')) === true) {
      say('Danh mục cả nước đã được nạp từ trước.')
      return 0
    }
    await database.owner.db.transaction().execute(async (db) => {
      const units = await seedWholeNation(db)
      await settingStore(db).put('nation', true)
      say(`Đã nạp ${units} đơn vị của các tỉnh, thành phố khác.`)
    })
    return 0
  } finally {
    await database.close({ leaveRunning: database.adopted })
  }
}
