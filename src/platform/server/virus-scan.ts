import { connect, type NetConnectOpts } from 'node:net'
import type { FastifyBaseLogger } from 'fastify'
import { StartError } from './database/start-error.ts'

export type Verdict = { readonly verdict: 'clean' } | { readonly verdict: 'infected'; readonly virus: string } | { readonly verdict: 'unknown' }

/** Never rejects: a scanner that cannot be asked makes the verdict 'unknown', and the log says why. */
export type ScanFile = (bytes: Uint8Array) => Promise<Verdict>

export type ClamdAddress = { readonly path: string } | { readonly host: string; readonly port: number }

const PORT = 3310
const PIECE = 64 * 1024
const LONGEST_ANSWER = 4096
/** In milliseconds, for one file. */
const PATIENCE = 30_000

/** Reads CLAMD: `/run/clamav/clamd.ctl`, `unix:/run/clamav/clamd.ctl`, `tcp://10.0.0.5:3310` or `10.0.0.5:3310`. Throws StartError. */
export function clamdAddress(text: string): ClamdAddress {
  const [, path] = /^(?:unix:)?(\/.+)$/.exec(text) ?? []
  if (path !== undefined) return { path }
  const [, inBrackets, plain, port = String(PORT)] = (/^(?:tcp:(?:\/\/)?)?(?:\[([\da-f:]+)\]|([\w.-]+))(?::(\d{1,5}))?$/i.exec(text) ?? []) as (string | undefined)[]
  const host = inBrackets ?? plain
  if (host === undefined || Number(port) > 65_535) {
    throw new StartError(
      `Không hiểu CLAMD=${text}: hãy viết đường dẫn ổ cắm (/run/clamav/clamd.ctl) hoặc máy:cổng (127.0.0.1:3310).`,
      `CLAMD=${text} is not understood: write the path of its socket (/run/clamav/clamd.ctl) or host:port (127.0.0.1:3310).`,
    )
  }
  return { host, port: Number(port) }
}

/** Asks ClamAV's daemon about each file (its command INSTREAM: the bytes travel, no file is shared). */
export function clamdScanner(address: ClamdAddress, log: Pick<FastifyBaseLogger, 'error' | 'warn'>, patience = PATIENCE): ScanFile {
  return async (bytes) => {
    try {
      const answer = await ask(address, bytes, patience)
      const [, virus] = /^stream: (.+) FOUND$/.exec(answer) ?? []
      if (virus !== undefined) {
        log.warn({ virus }, 'a file with a virus was refused')
        return { verdict: 'infected', virus }
      }
      if (answer === 'stream: OK') return { verdict: 'clean' }
      throw new Error(`clamd answered "${answer}"`)
    } catch (error) {
      log.error({ err: error, clamd: address }, 'a file was refused for now: the virus scanner does not answer')
      return { verdict: 'unknown' }
    }
  }
}

function ask(address: NetConnectOpts, bytes: Uint8Array, patience: number): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = ''
    const socket = connect(address)
    const tooLong = setTimeout(() => { socket.destroy(new Error(`clamd did not answer within ${patience} ms`)) }, patience)
    socket.setEncoding('utf8')
    socket.on('connect', () => {
      socket.write('zINSTREAM\0')
      for (let at = 0; at < bytes.length; at += PIECE) {
        const piece = bytes.subarray(at, at + PIECE)
        socket.write(number32(piece.length))
        socket.write(piece)
      }
      socket.write(number32(0))
    })
    socket.on('data', (text: string) => {
      answer += text
      if (answer.length > LONGEST_ANSWER) {
        reject(new Error('clamd says too much'))
        socket.destroy()
      } else if (answer.endsWith('\0')) socket.end()
    })
    socket.on('error', (error) => {
      // Having said its word, clamd may close while we still write.
      if (!answer.endsWith('\0')) reject(error)
    })
    socket.on('close', () => {
      clearTimeout(tooLong)
      if (answer.endsWith('\0')) resolve(answer.slice(0, -1).trim())
      else reject(new Error('clamd closed without an answer'))
    })
  })
}

function number32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}
