import { hkdfSync, randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { StartError } from './database/start-error.ts'

/** Keys of this installation, one for each purpose, all derived from one secret that lies outside the database. */
export interface Secrets {
  /** 32 bytes for one purpose ("petitions.identity-number"): what to sign and encrypt with now. */
  key(name: string): Buffer
  /** The same purpose's keys of all secrets, the current one first: what to check and decrypt with. */
  keys(name: string): readonly Buffer[]
}

const FILE = 'secrets.json'
const SHORTEST = 32
const KEPT = z.object({ secrets: z.array(z.string().min(SHORTEST)).min(1) })

/**
 * Reads the secrets of the data folder; makes one at a first start. `given` (GANDAN_SECRET) goes before the file: one secret, or
 * several with commas, the current one first, the same on every machine. The file's are then still good to check and decrypt with.
 */
export function loadSecrets(folder: string, given?: string): Secrets {
  const path = join(folder, FILE)
  if (given === undefined) return secretsFrom(readKept(path) ?? makeKept(folder, path))
  const named = given.split(',').map((secret) => secret.trim())
  if (named.some((secret) => secret.length < SHORTEST)) {
    throw new StartError(
      `GANDAN_SECRET phải dài ít nhất ${SHORTEST} ký tự, ví dụ kết quả của "openssl rand -base64 32".`,
      `GANDAN_SECRET must have at least ${SHORTEST} characters, such as what "openssl rand -base64 32" prints.`,
    )
  }
  return secretsFrom([...named, ...(readKept(path) ?? [])])
}

export function secretsFrom(secrets: readonly string[]): Secrets {
  const derived = new Map<string, readonly [Buffer, ...Buffer[]]>()
  const keysOf = (name: string): readonly [Buffer, ...Buffer[]] => {
    const known = derived.get(name)
    if (known !== undefined) return known
    const [current = '', ...older] = secrets
    const made: readonly [Buffer, ...Buffer[]] = [derive(current, name), ...older.map((secret) => derive(secret, name))]
    derived.set(name, made)
    return made
  }
  return { key: (name) => keysOf(name)[0], keys: keysOf }
}

function derive(secret: string, name: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, 'gandan', name, 32))
}

function readKept(path: string): readonly string[] | undefined {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw unreadable(path, cause)
  }
  try {
    return KEPT.parse(JSON.parse(text)).secrets
  } catch (cause) {
    throw unreadable(path, cause)
  }
}

/** Written aside and then given its name: of two processes that start at once, one's secret holds for both. */
function makeKept(folder: string, path: string): readonly string[] {
  mkdirSync(folder, { recursive: true, mode: 0o711 })
  const unfinished = `${path}.${randomBytes(6).toString('hex')}`
  writeFileSync(unfinished, `${JSON.stringify({ secrets: [randomBytes(32).toString('base64url')] })}\n`, { mode: 0o600, flush: true })
  try {
    linkSync(unfinished, path)
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause
  } finally {
    rmSync(unfinished, { force: true })
  }
  const kept = readKept(path)
  if (kept === undefined) throw unreadable(path, undefined)
  return kept
}

/** A new secret in its place would leave everything encrypted unreadable: better not to start. */
function unreadable(path: string, cause: unknown): StartError {
  return new StartError(
    `Không đọc được tệp khóa ${path}: hãy phục hồi tệp này từ bản sao lưu; không có nó thì không giải mã được dữ liệu cá nhân.`,
    `The file of secrets ${path} cannot be read: restore it from the backup; without it, encrypted personal data stays unreadable.`, { cause },
  )
}
