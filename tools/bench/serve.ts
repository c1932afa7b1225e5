import { createApi } from '#apps/api.ts'
import { addPortal } from '#apps/portal.ts'
import { configurationFrom } from '#apps/configuration.ts'
import { contextOf } from '#apps/system.ts'
import { openDatabase } from '#platform/server/database/database.ts'

/** The API and the citizens' pages on a data folder whose database runs already, as a process of its own; says its address on a line, ends on SIGTERM. */
const configuration = configurationFrom(process.argv.slice(2), {})
const database = await openDatabase({ dataFolder: configuration.dataFolder })
const context = contextOf(database, configuration)
// What stands before the server in production says who asks: so can the bench, for citizens of many addresses.
const http = await createApi(context, false, { trustedProxies: '127.0.0.1' })
await addPortal(http, context, '')
process.stdout.write(`${await http.listen({ port: configuration.port, host: '127.0.0.1' })}\n`)
process.once('SIGTERM', () => {
  void http.close().then(() => database.close({ leaveRunning: true }))
})
