import { Worker } from 'node:worker_threads'
import { Refusal } from '#kernel/refusal.ts'
import type { OfficialDocument } from './official-document.ts'

export interface WriteRequest { readonly document: OfficialDocument; readonly format: 'docx' | 'pdf' | 'svg' }
export type WrittenDocument = { readonly ok: true; readonly bytes: Uint8Array } | { readonly ok: false; readonly because: string }

export interface DocumentWriter {
  /** Refused when too many wait already; throws where the document cannot be written or takes too long. */
  write(request: WriteRequest): Promise<Uint8Array>
}

const THREAD = new URL('./write-document-thread.ts', import.meta.url)
const LONGEST_MS = 60_000
const MEMORY_MB = 1024
/** One takes up to a few seconds; who would wait longer than a minute or two is told so. */
const MOST_WAITING = 30

/**
 * Writes documents in a thread of its own, one after the other: a report of sixty pages does not keep waiting those who save a figure.
 * The thread is started with the first document and stays, so that fonts and libraries are opened once; when it breaks or takes too
 * long, that one document fails and the next has a new thread.
 */
export function documentWriter({ script = THREAD, longestMs = LONGEST_MS, mostWaiting = MOST_WAITING } = {}): DocumentWriter {
  let thread: Worker | undefined
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0

  async function write(request: WriteRequest): Promise<Uint8Array> {
    thread ??= new Worker(script, { resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB } })
    try {
      const written = await answerOf(thread, request, longestMs)
      if (!written.ok) throw new Error(`The document could not be written: ${written.because}`)
      return written.bytes
    } catch (error) {
      const broken = thread
      thread = undefined
      await broken.terminate()
      throw error
    }
  }

  return {
    async write(request) {
      if (waiting >= mostWaiting) throw new Refusal('too_many', 'http.documents_wait')
      waiting += 1
      const turn = last.then(() => write(request))
      last = turn.catch(() => undefined)
      try {
        return await turn
      } finally {
        waiting -= 1
      }
    },
  }
}

/** The one of the process. */
const writer = documentWriter()

export function writeInThread(document: OfficialDocument, format: WriteRequest['format']): Promise<Uint8Array> {
  return writer.write({ document, format })
}

/** While it writes the process stays; an idle thread holds up nobody's end. */
function answerOf(thread: Worker, request: WriteRequest, longestMs: number): Promise<WrittenDocument> {
  return new Promise((resolve, reject) => {
    const settle = (end: () => void) => {
      clearTimeout(tooLong)
      for (const event of ['message', 'error', 'exit']) thread.removeAllListeners(event)
      thread.on('error', () => undefined)
      thread.unref()
      end()
    }
    const tooLong = setTimeout(() => { settle(() => { reject(new Error(`A document took longer than ${longestMs} ms to write`)) }) }, longestMs)
    thread.once('message', (written: WrittenDocument) => { settle(() => { resolve(written) }) })
    thread.once('error', (cause) => { settle(() => { reject(new Error('The thread that writes documents broke', { cause })) }) })
    thread.once('exit', (code) => { settle(() => { reject(new Error(`The thread that writes documents ended with ${code}`)) }) })
    thread.ref()
    thread.postMessage(request)
  })
}
