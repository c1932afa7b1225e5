import { Worker } from 'node:worker_threads'
import { LARGEST_FILE, type ExtractionProblem } from './extract-text.ts'

const LONGEST_MS = 30_000
const MEMORY_MB = 768

interface Unread<Problem> { readonly ok: false; readonly because: Problem }

/**
 * What the thread at `script` makes of a file sent by somebody: a thread of its own, with a limit of time and memory, so that a hostile
 * file can neither hold up the server nor bring it down. The script gets the bytes as `workerData` and posts one answer.
 */
export async function inThread<Answer>(script: URL, bytes: Uint8Array): Promise<Answer | Unread<ExtractionProblem | 'text.took_too_long'>> {
  if (bytes.length === 0) return { ok: false, because: 'text.empty' }
  if (bytes.length > LARGEST_FILE) return { ok: false, because: 'text.too_large' }
  const thread = new Worker(script, { workerData: new Uint8Array(bytes), resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB } })
  try {
    return await answerOf<Answer>(thread)
  } finally {
    await thread.terminate()
  }
}

function answerOf<Answer>(thread: Worker): Promise<Answer | Unread<'text.took_too_long' | 'text.corrupt'>> {
  return new Promise((resolve) => {
    const tooLong = setTimeout(() => { resolve({ ok: false, because: 'text.took_too_long' }) }, LONGEST_MS)
    const settle = (answer: Answer | Unread<'text.corrupt'>) => {
      clearTimeout(tooLong)
      resolve(answer)
    }
    thread.once('message', settle)
    // Out of memory, or a file that breaks a library: for the person who sent it, a damaged file.
    thread.once('error', () => { settle({ ok: false, because: 'text.corrupt' }) })
    thread.once('exit', () => { settle({ ok: false, because: 'text.corrupt' }) })
  })
}
