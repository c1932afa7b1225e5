import { inThread } from '#platform/server/text/in-thread.ts'
import type { PlanRead } from './read-plan-text.ts'

export type { ReadingProblem } from './read-plan-text.ts'

const THREAD = new URL('./read-plan-thread.ts', import.meta.url)

/**
 * Reads a plan, directive, decision or official letter from a DOCX, PDF, TXT or MD file (đọc kế hoạch), in a thread of its own.
 * The kind of file is told by its bytes; its name plays no part.
 */
export function readPlan(bytes: Uint8Array): Promise<PlanRead> {
  return inThread<PlanRead>(THREAD, bytes)
}
