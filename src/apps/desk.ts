import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import fastifyStatic from '@fastify/static'
import type { Http } from '#platform/server/http.ts'
import { StartError } from '#platform/server/database/start-error.ts'
import type { Configuration } from './configuration.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const BUILT = join(ROOT, 'dist/web')
const STAMP = join(BUILT, 'built-from.txt')
const IMMUTABLE = 'public, max-age=31536000, immutable'

/** Serves the officers' desk; builds it first when its sources are newer than what was built, and says so. */
export async function serveDesk(http: Http, { dev, port }: Configuration, say: (line: string) => void): Promise<{ stop(): Promise<void> }> {
  if (dev) return serveFromSources(port, say)
  const sources = await newestSource()
  if (!existsSync(STAMP) || readFileSync(STAMP, 'utf8') !== sources) {
    say('Đang dựng bàn làm việc, chỉ ở lần chạy đầu sau khi cài hoặc cập nhật (khoảng nửa phút)…')
    await buildDesk()
    writeFileSync(STAMP, sources)
  }
  await http.register(fastifyStatic, {
    root: BUILT, wildcard: false, index: false,
    setHeaders: (reply, path) => void reply.header('cache-control', path.includes('/assets/') ? IMMUTABLE : 'no-cache'),
  })
  const page = readFileSync(join(BUILT, 'index.html'), 'utf8')
  http.get('/*', { schema: { hide: true } }, (request, reply) => {
    if (request.url.startsWith('/api/') || request.url.startsWith('/assets/')) {
      reply.callNotFound()
      return reply
    }
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(page)
  })
  return { stop: () => Promise.resolve() }
}

/** In a thread of its own, so that building does not hold up the database's answers. */
function buildDesk(): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./build-desk.ts', import.meta.url), { stdout: true, stderr: true })
    const messages: string[] = []
    worker.stderr.on('data', (chunk: Buffer) => messages.push(chunk.toString()))
    worker.once('error', (cause: Error) => { reject(cannotBuild(cause)) })
    worker.once('exit', (code) => {
      if (code === 0) resolve()
      else reject(cannotBuild(new Error(messages.join(''))))
    })
  })
}

function cannotBuild(cause: Error): StartError {
  return new StartError(
    `Không dựng được bàn làm việc: ${cause.message.split('\n')[0] ?? ''} Hãy chạy lại "npm ci".`,
    'The desk could not be built; run "npm ci" again.', { cause },
  )
}

/** Name and time of the newest source of the desk: what tells an old build from a current one. */
async function newestSource(): Promise<string> {
  let newest = { path: '', at: 0 }
  const folders = ['src', 'package-lock.json']
  for (const folder of folders) {
    const path = join(ROOT, folder)
    const files = statSync(path).isDirectory() ? (await readdir(path, { recursive: true, withFileTypes: true })) : []
    const paths = files.filter((file) => file.isFile()).map((file) => join(file.parentPath, file.name))
    for (const file of paths.length === 0 ? [path] : paths) {
      const at = statSync(file).mtimeMs
      if (at > newest.at) newest = { path: file.slice(ROOT.length), at }
    }
  }
  return `${newest.path} ${newest.at}`
}

async function serveFromSources(port: number, say: (line: string) => void): Promise<{ stop(): Promise<void> }> {
  const { createServer } = await import('vite')
  const server = await createServer({
    configFile: join(ROOT, 'src/apps/web/vite.config.ts'),
    server: { port: port + 1, host: '127.0.0.1', proxy: { '/api': `http://127.0.0.1:${port}`, '/cong-dan': `http://127.0.0.1:${port}`, '/en/citizens': `http://127.0.0.1:${port}` } },
  })
  await server.listen()
  say(`Bàn làm việc đang phát triển: http://127.0.0.1:${port + 1}`)
  return { stop: () => server.close() }
}
