import { createServer, type Server, type Socket } from 'node:net'

export interface FakeClamd {
  readonly server: Server
  /** The bytes of each file it was asked about. */
  readonly asked: Buffer[]
  close(): Promise<void>
}

/** ClamAV's daemon as far as the command INSTREAM goes: collects what it is sent and answers by `answer`; undefined: not at all. */
export async function fakeClamd(at: { path: string } | { port: number; host: string }, answer: (bytes: Buffer) => string | undefined): Promise<FakeClamd> {
  const asked: Buffer[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    const pieces: Buffer[] = []
    socket.on('error', () => undefined)
    socket.on('data', (piece) => {
      pieces.push(piece)
      if (!END.equals(Buffer.concat(pieces.slice(-4)).subarray(-4))) return
      const bytes = streamed(Buffer.concat(pieces))
      if (bytes === undefined) return
      asked.push(bytes)
      const said = answer(bytes)
      if (said !== undefined) socket.end(`${said}\0`)
    })
  })
  await new Promise<void>((resolve) => { server.listen(at, resolve) })
  return {
    server, asked,
    close() {
      for (const socket of sockets) socket.destroy()
      return new Promise((resolve) => { server.close(() => { resolve() }) })
    },
  }
}

const END = Buffer.alloc(4)

/** The bytes of the stream once its end came; undefined before. */
function streamed(came: Buffer): Buffer | undefined {
  const command = 'zINSTREAM\0'
  if (came.length < command.length) return undefined
  if (came.toString('latin1', 0, command.length) !== command) throw new Error(`an unknown command: ${came.toString('latin1', 0, 20)}`)
  const pieces: Buffer[] = []
  for (let at = command.length; at + 4 <= came.length; ) {
    const length = came.readUInt32BE(at)
    if (length === 0) return Buffer.concat(pieces)
    pieces.push(came.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return undefined
}
