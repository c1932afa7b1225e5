import type { ReceivedBy } from './visit.ts'

/** What the columns of Thông tư 01/2024/TT-TTCP, biểu 01/TCD ask of a visit. */
export interface CountedVisit {
  readonly receivedBy: ReceivedBy
  readonly isGroup: boolean
  readonly people: number
  readonly firstMatters: number
  readonly repeatMatters: number
}

type Counted = 'visits' | 'people' | 'firstMatters' | 'repeatMatters' | 'matters'

/** A column: what it adds up, of which visits; or a column of the heads' days. */
export type FormColumn =
  | { readonly column: number; readonly of: 'visits'; readonly counts: Counted; readonly by: ReceivedBy | null; readonly groupsOnly: boolean }
  | { readonly column: number; readonly of: 'sessions'; readonly by: 'head' | 'authorised' }

const PER_RECEIVER: readonly (readonly [counts: Counted, groupsOnly: boolean])[] = [
  ['visits', false], ['people', false], ['firstMatters', false], ['repeatMatters', false], ['visits', true], ['people', true], ['firstMatters', true], ['repeatMatters', true],
]

/** The 29 columns of figures, in their order; the 30th is a remark. */
export const FORM_COLUMNS: readonly FormColumn[] = [
  ...(['visits', 'people', 'matters'] as const).map((counts, index): FormColumn => ({ column: index + 1, of: 'visits', counts, by: null, groupsOnly: false })),
  ...perReceiver('regular', 4),
  { column: 12, of: 'sessions', by: 'head' }, ...perReceiver('head', 13),
  { column: 21, of: 'sessions', by: 'authorised' }, ...perReceiver('authorised', 22),
]

function perReceiver(by: ReceivedBy, from: number): FormColumn[] {
  return PER_RECEIVER.map(([counts, groupsOnly], index) => ({ column: from + index, of: 'visits', counts, by, groupsOnly }))
}

/** What one visit adds to a column. */
export function addsTo(column: FormColumn, visit: CountedVisit, visits = 1): number {
  if (column.of === 'sessions' || (column.by !== null && column.by !== visit.receivedBy) || (column.groupsOnly && !visit.isGroup)) return 0
  switch (column.counts) {
    case 'visits': return visits
    case 'people': return visit.people
    case 'firstMatters': return visit.firstMatters
    case 'repeatMatters': return visit.repeatMatters
    case 'matters': return visit.firstMatters + visit.repeatMatters
  }
}
