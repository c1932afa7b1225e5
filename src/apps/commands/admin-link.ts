import { SYSTEM } from '#platform/server/system-actor.ts'
import { openDatabase } from '#platform/server/database/database.ts'
import { runWork } from '#platform/server/work.ts'
import { makeFirstAdministratorLink } from '#modules/people/server/index.ts'
import { configurationFrom } from '../configuration.ts'
import { contextOf } from '../system.ts'
import type { Command } from '../command.ts'

/** A new one-time link for the first administrator; the former one is void. Once an administrator can sign in, none is made. */
export const adminLink: Command = async (args, out, err) => {
  const configuration = configurationFrom(args, process.env)
  const database = await openDatabase({
    dataFolder: configuration.dataFolder, url: configuration.databaseUrl, directUrl: configuration.databaseDirectUrl,
  })
  try {
    const address = `http://127.0.0.1:${configuration.port}`
    const link = await runWork(contextOf(database, configuration), { actor: SYSTEM, requestId: null }, (work) => makeFirstAdministratorLink(work, address))
    if (link === null) {
      err.write('Đã có quản trị viên: hãy đặt lại mật khẩu trong mục Quản trị.\nThere is an administrator already: reset passwords under Quản trị.\n')
      return 1
    }
    out.write(`${link}\n`)
    return 0
  } finally {
    await database.close({ leaveRunning: database.adopted })
  }
}
