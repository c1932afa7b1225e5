import { verifyAuditChain } from '#platform/server/audit-store.ts'
import { openDatabase } from '#platform/server/database/database.ts'
import { configurationFrom } from '../configuration.ts'
import type { Command } from '../command.ts'

/** Walks the whole chain; exit code 1 and the first broken link when it does not hold. */
export const verifyAudit: Command = async (args, out, err) => {
  const configuration = configurationFrom(args, process.env)
  const database = await openDatabase({
    dataFolder: configuration.dataFolder, url: configuration.databaseUrl, directUrl: configuration.databaseDirectUrl,
  })
  try {
    const result = await verifyAuditChain(database.app.db)
    if (result.ok) {
      out.write(`Chuỗi nhật ký nguyên vẹn: ${result.entries} mục, mã cuối ${result.lastHash}.\n`)
      return 0
    }
    err.write(`Chuỗi nhật ký đứt tại mục ${result.position} (${result.at}): ${result.because}.\nThe audit trail is broken at entry ${result.position}.\n`)
    return 1
  } finally {
    await database.close({ leaveRunning: database.adopted })
  }
}
