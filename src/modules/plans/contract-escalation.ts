import { z } from 'zod'
import { CERTAINTIES } from '#kernel/certainty.ts'
import type { Id } from '#kernel/ids.ts'
import { Day } from './contract.ts'
import { LEVELS } from './domain/escalation.ts'

/** Working days to the due date, negative after it. */
const DaysToDue = z.number().int().min(-60).max(60)

export const EscalationStep = z.object({
  id: z.string(), daysToDue: z.number(), level: z.enum(LEVELS), source: z.string(), certainty: z.enum(CERTAINTIES), validFrom: z.string(), validUntil: z.string().nullable(),
})
export const EscalationSteps = z.object({ steps: z.array(EscalationStep) })
export const AddEscalationStep = z.object({
  daysToDue: DaysToDue, level: z.enum(LEVELS), source: z.string().trim().min(3).max(300), certainty: z.enum(CERTAINTIES), validFrom: Day,
}).meta({ example: { daysToDue: 5, level: 'head', source: 'Quy chế làm việc của UBND tỉnh', certainty: 'unverified', validFrom: '2026-12-01' } })
export type AddEscalationStep = z.infer<typeof AddEscalationStep>
export const ByEscalationStep = z.object({ id: z.uuid().transform((text) => text as Id<'escalation-step'>) })
export const EndEscalationStep = z.object({ until: Day }).meta({ example: { until: '2026-12-01' } })
