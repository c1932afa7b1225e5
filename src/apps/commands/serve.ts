import pino from 'pino'
import { join } from 'node:path'
import { mkdirSync } from 'node:fs'
import { REQUEST_LOG } from '#platform/server/request-log.ts'
import { configurationFrom } from '../configuration.ts'
import { startSystem } from '../system.ts'
import { welcome } from '../welcome.ts'
import type { Command } from '../command.ts'

/** `npm start`: runs until Ctrl-C or SIGTERM, then closes in order. */
export const serve: Command = async (args, out) => {
  const configuration = configurationFrom(args, process.env)
  mkdirSync(configuration.dataFolder, { recursive: true, mode: 0o711 }) // passable for the database's own account, not listable
  const log = pino({ level: 'info', serializers: REQUEST_LOG }, pino.destination({ dest: join(configuration.dataFolder, 'gandan.log'), mkdir: true, sync: false }))
  const system = await startSystem(configuration, log, (line) => out.write(`${line}\n`))
  out.write(await welcome(system))
  await stopSignal()
  out.write('\nĐang dừng…\n')
  await system.stop()
  return 0
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        process.once(signal, () => process.exit(1)) // a second time: now
        resolve()
      })
    }
  })
}
