const FIRST_WAIT_MINUTES = 5
const MOST_TRIES = 8

/** After how many minutes a refused letter or message is tried again: 5, 10, 20 … five hours; null when it is given up. */
export function minutesToNextTry(failures: number): number | null {
  return failures >= MOST_TRIES ? null : FIRST_WAIT_MINUTES * 2 ** (failures - 1)
}
