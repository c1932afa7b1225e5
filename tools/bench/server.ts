import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

export interface BenchServer { readonly address: string; stop(): Promise<void> }

/** Serves a data folder from a process of its own, as in production: what asks and what answers do not share a core. */
export async function startServer(dataFolder: string): Promise<BenchServer> {
  const server = spawn(process.execPath, [fileURLToPath(new URL('serve.ts', import.meta.url)), '--data', dataFolder, '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(server, 'exit')
  const [line] = await Promise.race([once(server.stdout, 'data'), ended.then(() => [undefined])]) as [Buffer | undefined]
  if (line === undefined) throw new Error('the server of the bench ended before it answered')
  return {
    address: line.toString().trim(),
    async stop() {
      server.kill('SIGTERM')
      await ended
    },
  }
}

export const PASSWORD = 'bench-password-123'
/** One request of a signed-in person. Fails on anything but an answer in the two hundreds. */
export type Ask = (path: string, init?: RequestInit) => Promise<unknown>

/** Faster than anybody works: the requests of one person are spread over so many sessions, each within the limit of requests a minute. */
const SESSIONS = 4

export async function signIn(address: string, login: string): Promise<Ask> {
  const asks: Ask[] = []
  for (let session = 0; session < SESSIONS; session += 1) {
    const headers = { 'x-gandan': '1', 'content-type': 'application/json' }
    const response = await fetch(`${address}/api/people/sign-in`, { method: 'POST', headers, body: JSON.stringify({ login, password: PASSWORD }) })
    if (!response.ok) throw new Error(`sign-in of ${login}: ${response.status}`)
    asks.push(asking(address, response.headers.get('set-cookie')?.split(';')[0] ?? ''))
  }
  let turn = 0
  return (path, init) => {
    turn += 1
    const ask = asks[turn % SESSIONS]
    if (ask === undefined) throw new RangeError('a person without a session')
    return ask(path, init)
  }
}

export function asking(address: string, cookie: string): Ask {
  return async (path, init) => {
    const answer = await fetch(`${address}/api${path}`, { ...init, headers: { cookie, 'x-gandan': '1', ...(typeof init?.body === 'string' ? { 'content-type': 'application/json' } : {}) } })
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    const bytes = await answer.arrayBuffer()
    return answer.headers.get('content-type')?.startsWith('application/json') === true ? JSON.parse(Buffer.from(bytes).toString()) as unknown : bytes
  }
}
