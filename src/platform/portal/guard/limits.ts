/** How often one address may do something. Many households share one address of a telephone company: a limit is never for good. */
export interface Limit {
  /** What is limited: each has a count of its own. */
  readonly name: `${string}.${string}`
  /** In seconds. */
  readonly window: number
  /** Tries in a window with a proof of work, and without one (no JavaScript). */
  readonly proved: number
  readonly unproved: number
}

export interface Tries {
  /** In the window now running, and in the one before it. */
  readonly current: number
  readonly before: number
  /** Seconds since the running window began. */
  readonly elapsed: number
}

export type LimitVerdict = { readonly isAllowed: true } | { readonly isAllowed: false; /** Seconds until one more is allowed. */ readonly wait: number }

/** A sliding window: of the window before counts the share that still lies within the last `window` seconds. */
export function mayTry(limit: Limit, tries: Tries, { isProved }: { readonly isProved: boolean }): LimitVerdict {
  const most = isProved ? limit.proved : limit.unproved
  if (counted(limit, tries) < most) return { isAllowed: true }
  return { isAllowed: false, wait: waitFor(limit, tries, most) }
}

/** Whole tries, rounded down: in doubt for the citizen. */
function counted({ window }: Limit, { current, before, elapsed }: Tries): number {
  return Math.floor(current + (before * Math.max(0, window - elapsed)) / window)
}

/** The first second, now or in the window that follows, at which one more is allowed. */
function waitFor(limit: Limit, { current, before, elapsed }: Tries, most: number): number {
  const left = Math.max(1, Math.ceil(limit.window - elapsed))
  for (let wait = 1; wait < left; wait += 1) if (counted(limit, { current, before, elapsed: elapsed + wait }) < most) return wait
  for (let later = 0; later < limit.window; later += 1) if (counted(limit, { current: 0, before: current, elapsed: later }) < most) return left + later
  return left + limit.window
}

/** What of an address counts as one place: an IPv4 address; of IPv6 the /64 that a house or a telephone has for itself. */
export function placeOfAddress(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').split('%')[0] ?? ''
  if (!plain.includes(':')) return plain
  const [head = '', tail] = plain.split('::')
  const groups = head === '' ? [] : head.split(':')
  const after = tail === undefined || tail === '' ? [] : tail.split(':')
  const filled = tail === undefined ? groups : [...groups, ...Array.from({ length: Math.max(0, 8 - groups.length - after.length) }, () => '0'), ...after]
  return `${filled.slice(0, 4).map((group) => group.toLowerCase().replace(/^0+(?=.)/, '')).join(':')}::/64`
}
