import type { Actor } from '#kernel/actor.ts'
import type { AccountId } from '#kernel/ids.ts'

/** The system itself, for jobs and reactions. It holds no grant: jobs decide by rules, not by rights. */
export const SYSTEM: Actor = { id: 'system' as AccountId, name: 'Gần Dân', unitId: null, grants: [] }
