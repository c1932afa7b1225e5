import { z } from 'zod'
import { CERTAINTIES } from '#kernel/certainty.ts'
import type { Id } from '#kernel/ids.ts'
import { Day } from './contract.ts'
import { REMINDER_LEVELS } from './domain/acknowledgement-reminders.ts'

export const AcknowledgementStep = z.object({
  id: z.string(), afterDays: z.number(), level: z.enum(REMINDER_LEVELS), source: z.string(), certainty: z.enum(CERTAINTIES), validFrom: z.string(), validUntil: z.string().nullable(),
})
export const AcknowledgementSteps = z.object({ steps: z.array(AcknowledgementStep) })
export const AddAcknowledgementStep = z.object({
  afterDays: z.number().int().min(1).max(60), level: z.enum(REMINDER_LEVELS), source: z.string().trim().min(3).max(300), certainty: z.enum(CERTAINTIES), validFrom: Day,
}).meta({ example: { afterDays: 5, level: 'head', source: 'Quy chế làm việc của UBND tỉnh', certainty: 'unverified', validFrom: '2026-12-01' } })
export type AddAcknowledgementStep = z.infer<typeof AddAcknowledgementStep>
export const ByAcknowledgementStep = z.object({ id: z.uuid().transform((text) => text as Id<'acknowledgement-step'>) })
export const EndAcknowledgementStep = z.object({ until: Day }).meta({ example: { until: '2026-12-01' } })
