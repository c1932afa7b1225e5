/** Signed out by itself after this long without a request, and after this long in any case. */
export const IDLE_HOURS = 8
export const LONGEST_HOURS = 72
/** Between password and second step. */
export const SECOND_STEP_MINUTES = 10

const HOUR_MS = 3_600_000

interface SessionTimes { readonly lastUsedAt: string; readonly expiresAt: string }

export function isLive({ lastUsedAt, expiresAt }: SessionTimes, now: string): boolean {
  return now < expiresAt && Date.parse(now) - Date.parse(lastUsedAt) < IDLE_HOURS * HOUR_MS
}

export function expiryFrom(now: string, awaitsSecondStep: boolean): string {
  const lasts = awaitsSecondStep ? SECOND_STEP_MINUTES * 60_000 : LONGEST_HOURS * HOUR_MS
  return new Date(Date.parse(now) + lasts).toISOString()
}
