import { readFileSync } from 'node:fs'

/** The real plan that this system reads first. */
export const PLAN_OF_LAM_DONG = 'lam-dong-2021-ke-hoach-456.md'

export function planFixture(name: string): string {
  return readFileSync(new URL(`../fixtures/plans/${name}`, import.meta.url), 'utf8')
}
