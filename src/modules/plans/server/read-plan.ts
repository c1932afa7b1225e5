import { Worker } from 'node:worker_threads'
import { LARGEST_FILE } from './extract-text.ts'
import type { PlanRead } from './read-plan-text.ts'

export type { ReadingProblem } from './read-plan-text.ts'

const THREAD = new URL('./read-plan-thread.ts', import.meta.url)
const LONGEST_READING_MS = 30_000
const MEMORY_MB = 768

/**
 * Reads a plan, directive, decision or official letter from a DOCX, PDF, TXT or MD file (đọc kế hoạch).
 * A thread with a limit of time and memory does it: a hostile file can neither hold up the server nor bring it down.
 * The kind of file is told by its bytes; its name plays no part.
 */
export async function readPlan(bytes: Uint8Array): Promise<PlanRead> {
  if (bytes.length === 0) return { ok: false, because: 'plans.reading_empty' }
  if (bytes.length > LARGEST_FILE) return { ok: false, because: 'plans.reading_too_large' }
  const thread = new Worker(THREAD, { workerData: new Uint8Array(bytes), resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB } })
  try {
    return await answerOf(thread)
  } finally {
    await thread.terminate()
  }
}

function answerOf(thread: Worker): Promise<PlanRead> {
  return new Promise((resolve) => {
    const tooLong = setTimeout(() => { resolve({ ok: false, because: 'plans.reading_took_too_long' }) }, LONGEST_READING_MS)
    const settle = (read: PlanRead) => {
      clearTimeout(tooLong)
      resolve(read)
    }
    thread.once('message', settle)
    // Out of memory, or a file that breaks a library: for the person who sent it, a damaged file.
    thread.once('error', () => { settle({ ok: false, because: 'plans.reading_corrupt' }) })
    thread.once('exit', () => { settle({ ok: false, because: 'plans.reading_corrupt' }) })
  })
}
