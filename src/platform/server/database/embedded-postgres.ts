import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chownSync, existsSync, lstatSync, mkdirSync, mkdtempSync, openSync, closeSync, readFileSync, realpathSync, readdirSync, rmSync, symlinkSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { embeddedBinaries, isOpenToOthers, serviceUser, SYSTEM_FOLDER, type ServiceUser } from './embedded-binaries.ts'
import { StartError } from './start-error.ts'

export const EMBEDDED_MAJOR = '18'
/** The cluster's superuser: owner of every object. The application itself connects as the role of `app-role.ts`. */
export const CLUSTER_OWNER = 'gandan'
const PORT = 5432 // only the name of the socket file: nothing listens on TCP

export interface EmbeddedPostgres {
  /** Folder of the unix socket: `host` of every connection. */
  readonly host: string
  readonly port: number
  /** True when a server left running by an earlier process was taken over instead of started. */
  readonly adopted: boolean
  /** Ends the server in order; open connections are closed. */
  stop(): Promise<void>
}

export interface EmbeddedOptions {
  /** Extra `-c name=value` settings; tests switch fsync off. */
  readonly settings?: Readonly<Record<string, string>>
}

/**
 * Starts PostgreSQL 18 on `folder` (made when missing), or adopts the server already running on it. Unix socket only.
 * Throws StartError for a folder of another version, one that is no cluster, or a server that does not come up.
 */
export async function startEmbeddedPostgres(folder: string, options: EmbeddedOptions = {}): Promise<EmbeddedPostgres> {
  const user = serviceUser()
  const cluster = clusterFolder(resolve(folder), user)
  refuseForeignFolder(cluster)
  const running = await findRunning(cluster)
  if (running) return running
  const binaries = embeddedBinaries(user)
  if (!existsSync(join(cluster, 'PG_VERSION'))) initialise(binaries, cluster, user)
  return launch(binaries, cluster, user, options)
}

/** `folder` itself, or, for root in a home closed to others, a folder of the system that `folder` points to by a link. */
function clusterFolder(folder: string, user: ServiceUser | null): string {
  if (existsSync(folder)) return realpathSync(folder)
  mkdirSync(dirname(folder), { recursive: true })
  if (user !== null && !isOpenToOthers(dirname(folder))) {
    const outside = join(SYSTEM_FOLDER, createHash('sha256').update(folder).digest('hex').slice(0, 12))
    mkdirSync(SYSTEM_FOLDER, { recursive: true, mode: 0o755 })
    mkdirSync(outside, { recursive: true, mode: 0o700 })
    if (lstatSync(folder, { throwIfNoEntry: false })) rmSync(folder)
    symlinkSync(outside, folder)
    chownSync(outside, user.uid, user.gid)
    return outside
  }
  mkdirSync(folder, { mode: 0o700 })
  if (user) chownSync(folder, user.uid, user.gid)
  return folder
}

function refuseForeignFolder(cluster: string): void {
  const versionFile = join(cluster, 'PG_VERSION')
  if (!existsSync(versionFile)) {
    if (readdirSync(cluster).length === 0) return
    throw new StartError(
      `Thư mục dữ liệu ${cluster} có tệp lạ, không phải dữ liệu PostgreSQL: hãy chọn thư mục khác bằng GANDAN_DATA. Không có gì bị thay đổi.`,
      `The data folder ${cluster} holds other files and no PostgreSQL data: choose another with GANDAN_DATA. Nothing was changed.`,
    )
  }
  const version = readFileSync(versionFile, 'utf8').trim()
  if (version !== EMBEDDED_MAJOR) {
    throw new StartError(
      `Dữ liệu trong ${cluster} thuộc PostgreSQL ${version}, bản đi kèm là ${EMBEDDED_MAJOR}: hãy mở bằng đúng bản hoặc chọn thư mục khác bằng GANDAN_DATA. Không có gì bị thay đổi.`,
      `The data in ${cluster} belong to PostgreSQL ${version}, the bundled one is ${EMBEDDED_MAJOR}: open them with that version or choose another folder with GANDAN_DATA. Nothing was changed.`,
    )
  }
}

function initialise(binaries: string, cluster: string, user: ServiceUser | null): void {
  const result = spawnSync(
    join(binaries, 'bin/initdb'),
    ['-D', cluster, '-U', CLUSTER_OWNER, '--auth=trust', '--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=vi-VN', '--no-instructions'],
    { ...(user ?? {}), cwd: '/', encoding: 'utf8' },
  )
  if (result.status === 0) return
  rmSync(join(cluster, 'PG_VERSION'), { force: true })
  throw new StartError(
    `Không tạo được cơ sở dữ liệu trong ${cluster}: ${lastLine(result.stderr)}`,
    `The database could not be made in ${cluster}.`,
    { cause: result.error },
  )
}

async function launch(binaries: string, cluster: string, user: ServiceUser | null, options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const host = mkdtempSync(join(tmpdir(), 'gandan-pg-'))
  if (user) chownSync(host, user.uid, user.gid)
  const settings = {
    listen_addresses: '', unix_socket_directories: host, unix_socket_permissions: '0700', max_connections: '80', port: String(PORT),
    shared_buffers: '256MB', ...options.settings,
  }
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const logFile = `${cluster}.log`
  const deadline = Date.now() + 60_000
  for (;;) {
    const log = openSync(logFile, 'a', 0o600)
    const child = spawn(join(binaries, 'bin/postgres'), ['-D', cluster, ...flags], {
      ...(user ?? {}), cwd: '/', detached: true, stdio: ['ignore', log, log],
    })
    closeSync(log)
    const attempt = { ended: false }
    for (const event of ['exit', 'error']) child.once(event, () => (attempt.ended = true))
    child.unref()
    while (!attempt.ended && Date.now() < deadline) {
      if (await answers(host, PORT)) return running(host, PORT, child.pid ?? 0, false)
      await pause(40)
    }
    // After a kill, backends of the old server may hold its memory for a second or two: the next try succeeds.
    if (Date.now() > deadline - 40_000) {
      throw new StartError(
        `Cơ sở dữ liệu không khởi động được; xem nhật ký ${logFile}.`,
        `The database did not start; see its log ${logFile}.`,
      )
    }
    await pause(400)
  }
}

/** A server already running on the cluster: named by its postmaster.pid and answering. */
async function findRunning(cluster: string): Promise<EmbeddedPostgres | undefined> {
  const pidFile = join(cluster, 'postmaster.pid')
  if (!existsSync(pidFile)) return undefined
  const [pid, , , port, host] = readFileSync(pidFile, 'utf8').split('\n')
  if (!pid || !port || !host || !isAlive(Number(pid))) return undefined
  for (let attempt = 0; attempt < 50 && isAlive(Number(pid)); attempt += 1) {
    if (await answers(host, Number(port))) return running(host, Number(port), Number(pid), true)
    await pause(100)
  }
  return undefined
}

function running(host: string, port: number, pid: number, adopted: boolean): EmbeddedPostgres {
  return {
    host, port, adopted,
    async stop() {
      if (isAlive(pid)) process.kill(pid, 'SIGINT') // "fast": rolls back, checkpoints, ends
      while (isAlive(pid)) await pause(20)
      rmSync(host, { recursive: true, force: true })
    },
  }
}

async function answers(host: string, port: number): Promise<boolean> {
  const client = new pg.Client({ host, port, user: CLUSTER_OWNER, database: 'postgres', connectionTimeoutMillis: 2000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? ''
}
