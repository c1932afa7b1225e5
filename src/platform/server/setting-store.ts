import type { ColumnType } from 'kysely'
import type { Db } from './database/connection.ts'

export type SettingValue = string | number | boolean | null
type SettingTables = { 'platform.setting': { name: string; value: ColumnType<SettingValue, string> } }

/** Facts about this installation, a handful of rows. */
export function settingStore(database: Db) {
  const db = database.$extendTables<SettingTables>()
  return {
    async find(name: string): Promise<SettingValue | undefined> {
      const row = await db.selectFrom('platform.setting').select('value').where('name', '=', name).executeTakeFirst()
      return row?.value
    },
    async put(name: string, value: SettingValue): Promise<void> {
      const json = JSON.stringify(value)
      await db.insertInto('platform.setting').values({ name, value: json })
        .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: json })).execute()
    },
  }
}
