/** From the fifth wrong password on the account waits, each time twice as long, an hour at most. */
const FREE_TRIES = 4
const FIRST_WAIT_MINUTES = 1
const LONGEST_WAIT_MINUTES = 60

/** How long nobody may try again after this many failures in a row. */
export function waitMinutesAfter(failures: number): number {
  if (failures <= FREE_TRIES) return 0
  return Math.min(LONGEST_WAIT_MINUTES, FIRST_WAIT_MINUTES * 2 ** (failures - FREE_TRIES - 1))
}
