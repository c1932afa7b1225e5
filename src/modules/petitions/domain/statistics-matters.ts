import type { CaseId, MatterId } from './case.ts'
import type { UnitId } from '#kernel/ids.ts'
import type { Handling, Resolution } from './statistics.ts'

/** A case among those of a period that speaks for its matter (vụ việc): each matter of a unit counts once, in the columns of that case. */
interface InMatter { readonly id: CaseId; readonly unitId: UnitId; readonly matterId: MatterId }

/** Of the letters fit to be handled, the one of each kind handled last speaks for the matter among its kind; among all, one of those. */
export function leadingLetters(letters: readonly (InMatter & { readonly handling: Handling })[]): { readonly all: ReadonlySet<CaseId>; readonly ofKind: ReadonlySet<CaseId> } {
  const fit = letters.filter(({ handling }) => handling.handledAs !== null && handling.handledAs !== 'laid-aside')
  const ofKind = leading(fit, ({ handling }) => handling.kind, (one, other) => later(one.handling.handledOn, other.handling.handledOn))
  const all = leading(fit.filter(({ id }) => ofKind.has(id)), () => '', (one, other) => later(other.handling.kind, one.handling.kind))
  return { all, ofKind }
}

/** Of the cases taken up: for a complaint the decided one speaks, then the withdrawn, for recommendations the one still open; of equals the last to end. */
export function leadingResolutions(taken: readonly (InMatter & { readonly resolution: Resolution })[]): ReadonlySet<CaseId> {
  return leading(taken, ({ resolution }) => resolution.kind, (one, other) =>
    rankOf(one.resolution) - rankOf(other.resolution) || later(one.resolution.endedOn, other.resolution.endedOn))
}

/** The first speaks. */
export const RANKS = {
  complaint: ['settled', 'withdrawn', 'open', 'ended'], recommendation: ['open', 'settled', 'withdrawn', 'ended'], denunciation: [],
} as const satisfies Record<Resolution['kind'], readonly Resolution['status'][]>

function rankOf({ kind, status }: Resolution): number {
  const ranks: readonly string[] = RANKS[kind]
  return ranks.indexOf(status)
}

function leading<Each extends InMatter>(cases: readonly Each[], group: (each: Each) => string, before: (one: Each, other: Each) => number): ReadonlySet<CaseId> {
  const leads = new Map<string, Each>()
  for (const each of cases) {
    const key = `${each.unitId} ${each.matterId} ${group(each)}`
    const known = leads.get(key)
    if (known === undefined || (before(each, known) || later(each.id, known.id)) < 0) leads.set(key, each)
  }
  return new Set([...leads.values()].map(({ id }) => id))
}

/** The later first; what has no day last. */
function later(one: string | null, other: string | null): number {
  const [left, right] = [one ?? '', other ?? '']
  return left === right ? 0 : left > right ? -1 : 1
}
