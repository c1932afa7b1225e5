import { ApiError, ConnectionLost } from '#platform/web/api-client.ts'

/** How it stands with what was typed: on the server, on the way, or only on this device. */
export type SaveStatus =
  | { readonly kind: 'saved'; readonly at: string | null }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'offline' }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'refused'; readonly error: unknown }

export interface Saving {
  readonly status: () => SaveStatus
  /** Something changed: it goes to the server a moment after the last change. */
  readonly touch: () => void
  /** Everything goes now; rejects with why it could not. */
  readonly flush: () => Promise<void>
  readonly stop: () => void
}

interface SavingOptions {
  /** One save. True: there is more to send at once. Rejects when nothing could be saved. */
  readonly attempt: () => Promise<boolean>
  readonly hasWork: () => boolean
  readonly changed: () => void
  readonly savedAt: string | null
}

/** A moment after the last change, in milliseconds. */
export const SAVE_DELAY = 1200
const RETRY_FIRST = 2000
const RETRY_LONGEST = 30_000

/** Sends what is to be sent, one save at a time; where the line is down it keeps trying, ever more seldom, and as soon as it is back. */
export function createSaving({ attempt, hasWork, changed, savedAt }: SavingOptions): Saving {
  let status: SaveStatus = { kind: 'saved', at: savedAt }
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | null = null
  let failures = 0
  let isStopped = false

  function say(next: SaveStatus) {
    status = next
    changed()
  }
  function runIn(delay: number) {
    clearTimeout(timer)
    if (!isStopped) timer = setTimeout(() => void run(false), delay)
  }
  function run(all: boolean): Promise<void> {
    clearTimeout(timer)
    running ??= work(all).finally(() => { running = null })
    return running
  }
  async function work(all: boolean) {
    if (!hasWork()) {
      // What is left waits for an answer at its field.
      if (status.kind === 'waiting') say({ kind: 'saved', at: lastSavedAt })
      return
    }
    say({ kind: 'saving' })
    try {
      let isMore = true
      while (isMore || (all && hasWork())) isMore = await attempt()
      failures = 0
      lastSavedAt = new Date().toISOString()
      say({ kind: 'saved', at: lastSavedAt })
      if (hasWork()) touch()
    } catch (error) {
      fail(error)
    }
  }
  let lastSavedAt = savedAt
  function fail(error: unknown) {
    if (error instanceof ApiError && error.status === 401) { say({ kind: 'signed-out' }); return; }
    const passes = error instanceof ConnectionLost || (error instanceof ApiError && (error.status >= 500 || error.status === 429))
    if (!passes) { say({ kind: 'refused', error }); return; }
    say({ kind: 'offline' })
    runIn(Math.min(RETRY_FIRST * 2 ** failures, RETRY_LONGEST))
    failures += 1
  }
  function touch() {
    if (running === null && status.kind !== 'offline') runIn(SAVE_DELAY)
    if (status.kind === 'saved' || status.kind === 'refused') say({ kind: 'waiting' })
  }
  function back() {
    if (hasWork()) void run(false)
  }
  window.addEventListener('online', back)
  return {
    status: () => status,
    touch,
    async flush() {
      await running
      await run(true)
      if (status.kind === 'refused') throw status.error
      if (status.kind === 'signed-out') throw new ApiError(401, { code: 'web.signed_out', details: {}, fields: [], requestId: '' })
      if (status.kind === 'offline') throw new ConnectionLost('The changes are still on this device')
    },
    stop() {
      isStopped = true
      clearTimeout(timer)
      window.removeEventListener('online', back)
    },
  }
}
