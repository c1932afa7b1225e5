import type { ClockSource } from '#modules/deadlines/server/index.ts'
import { petitionClocks } from '#modules/petitions/server/index.ts'

/** The modules whose open terms follow when the law or the calendar changes. */
export const clockSources: readonly ClockSource[] = [petitionClocks]
