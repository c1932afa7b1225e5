import { readPlanText } from '#modules/plans/domain/reading/read-text.ts'
import type { PlanReading } from '#modules/plans/domain/reading/plan-reading.ts'
import { extractText, type ExtractionProblem } from '#platform/server/text/extract-text.ts'

export type ReadingProblem = ExtractionProblem | 'text.took_too_long' | 'plans.reading_not_a_plan'

/** `text` is the source beside which people correct the reading. */
export type PlanRead =
  | { readonly ok: true; readonly reading: PlanReading; readonly text: string }
  | { readonly ok: false; readonly because: ReadingProblem }

/** Reads in the thread that calls it; `readPlan` is what the rest of the system uses. */
export async function readPlanHere(bytes: Uint8Array): Promise<PlanRead> {
  const extracted = await extractText(bytes)
  if (!extracted.ok) return extracted
  const reading = readPlanText(extracted.text)
  return reading === null ? { ok: false, because: 'plans.reading_not_a_plan' } : { ok: true, reading, text: extracted.text }
}
