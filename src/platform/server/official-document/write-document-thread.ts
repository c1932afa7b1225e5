import { parentPort } from 'node:worker_threads'
import type { WrittenDocument, WriteRequest } from './write-in-thread.ts'
import { writeDocx } from './write-docx.ts'
import { writePdf, writePicture } from './write-pdf.ts'

const WRITERS = { docx: writeDocx, pdf: writePdf, svg: writePicture } as const satisfies Record<WriteRequest['format'], unknown>

// Runs as a thread of its own (see write-in-thread.ts) and stays, with its fonts open, for the next document.
parentPort?.on('message', ({ document, format }: WriteRequest) => {
  void WRITERS[format](document).then(
    (bytes) => { answer({ ok: true, bytes }, [bytes.buffer as ArrayBuffer]) },
    (error: unknown) => { answer({ ok: false, because: error instanceof Error ? error.stack ?? error.message : String(error) }) },
  )
})

function answer(written: WrittenDocument, moved: ArrayBuffer[] = []): void {
  parentPort?.postMessage(written, moved)
}
