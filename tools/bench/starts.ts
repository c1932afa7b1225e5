import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** Milliseconds until the product answers: with an empty data folder and no built desk, then again on the same data. */
export async function measureStarts(say: (what: string) => void): Promise<{ first: number; later: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'gandan-start-'))
  chmodSync(folder, 0o755)
  rmSync(join(ROOT, 'dist/web'), { recursive: true, force: true })
  say('first start')
  const first = await startOnce(join(folder, 'data'))
  say('later start')
  const later = await startOnce(join(folder, 'data'))
  rmSync(folder, { recursive: true, force: true })
  return { first, later }
}

async function startOnce(data: string): Promise<number> {
  const port = await freePort()
  const begun = performance.now()
  const server = spawn(process.execPath, ['bin/gandan.js', 'serve', '--data', data, '--port', String(port)], { cwd: ROOT, stdio: 'ignore' })
  const ended = new Promise<number | null>((resolve) => { server.once('exit', resolve) })
  const answers = () => fetch(`http://127.0.0.1:${port}/`).then(({ ok }) => ok, () => false)
  while (!(await answers())) {
    if (server.exitCode !== null) throw new Error(`gandan serve ended with ${server.exitCode}`)
    await wait(50)
  }
  const took = performance.now() - begun
  server.kill('SIGTERM')
  await ended
  return took
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => { resolve(port) })
    })
  })
}
