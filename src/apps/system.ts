import type { FastifyBaseLogger } from 'fastify'
import { loadCalendar } from '#platform/server/calendar-store.ts'
import { todayInVietnam } from '#platform/server/clock.ts'
import { openDatabase, type Database } from '#platform/server/database/database.ts'
import { StartError } from '#platform/server/database/start-error.ts'
import { startWorker } from '#platform/server/jobs.ts'
import { requireSameSecrets } from '#platform/server/same-secrets.ts'
import { loadSecrets } from '#platform/server/secrets.ts'
import { clamdScanner } from '#platform/server/virus-scan.ts'
import type { WorkContext } from '#platform/server/work.ts'
import { createApi } from './api.ts'
import { isLoopback, type Configuration } from './configuration.ts'
import { serveDesk } from './desk.ts'
import { fileFolderOf, fillDatabase } from './fill-database.ts'
import { jobs } from './jobs.ts'
import { addPortal } from './portal.ts'
import { reactions } from './reactions.ts'

export interface System {
  readonly address: string
  readonly database: Database
  readonly context: WorkContext
  readonly demonstration: boolean
  stop(): Promise<void>
}

/** Database, first filling, API, desk and worker, in this order; `say` tells the person at the terminal what is going on. */
export async function startSystem(configuration: Configuration, logger: FastifyBaseLogger, say: (line: string) => void): Promise<System> {
  say('Đang mở cơ sở dữ liệu…')
  const database = await openDatabase({
    dataFolder: configuration.dataFolder, url: configuration.databaseUrl, directUrl: configuration.databaseDirectUrl,
  })
  try {
    await requireSameSecrets(database.owner.db, loadSecrets(configuration.dataFolder, configuration.secret))
    const demonstration = await fillDatabase(database, configuration, say)
    refuseUnsafe(configuration, demonstration)
    const { clamd } = configuration
    const context = { ...contextOf(database, configuration), scanFile: clamd === undefined ? undefined : clamdScanner(clamd, logger) }
    const http = await createApi(context, logger, configuration)
    await addPortal(http, context, configuration.publicUrl)
    const desk = await serveDesk(http, configuration, say)
    const worker = await startWorker({
      context, connection: database.ownerConfig, pool: database.owner.pool, jobs: jobs(configuration, logger), reactions, log: logger,
    })
    const address = await listen(http, configuration)
    return {
      address, database, context, demonstration,
      async stop() {
        await desk.stop()
        await http.close()
        await worker.stop()
        await database.close()
      },
    }
  } catch (error) {
    await database.close({ leaveRunning: database.adopted })
    throw error
  }
}

export function contextOf(database: Database, configuration: Configuration): WorkContext {
  return {
    db: database.app.db, fileFolder: fileFolderOf(configuration), calendar: loadCalendar,
    secrets: loadSecrets(configuration.dataFolder, configuration.secret),
    today: () => configuration.simulatedToday ?? todayInVietnam(),
  }
}

/** What would mislead or endanger: demonstration logins on the network, a simulated day over real records. Throws StartError. */
export function refuseUnsafe({ host, simulatedToday }: Configuration, demonstration: boolean): void {
  if (demonstration && !isLoopback(host)) {
    throw new StartError(
      `Không mở ra mạng (${host}) khi còn tài khoản trình diễn với mật khẩu ai cũng biết: hãy dùng thư mục dữ liệu khác với --empty.`,
      `Not opening to the network (${host}) while demonstration logins with known passwords exist: use another data folder with --empty.`,
    )
  }
  if (simulatedToday !== null && !demonstration) {
    throw new StartError('Ngày giả lập (--today) chỉ dùng được với dữ liệu trình diễn.', 'A simulated day (--today) needs demonstration data.')
  }
}

async function listen(http: Awaited<ReturnType<typeof createApi>>, { host, port }: Configuration): Promise<string> {
  try {
    return await http.listen({ host, port })
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    if (code === 'EADDRINUSE') {
      throw new StartError(
        `Cổng ${port} đang có chương trình khác dùng: hãy đóng chương trình ấy hoặc chọn cổng khác, ví dụ PORT=${port + 1} npm start.`,
        `Port ${port} is taken by another program: close it or choose another, e.g. PORT=${port + 1} npm start.`, { cause },
      )
    }
    throw new StartError(`Không mở được địa chỉ ${host}:${port} (${code ?? ''}).`, `Cannot listen on ${host}:${port} (${code ?? ''}).`, { cause })
  }
}
