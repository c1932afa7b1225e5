import { deskEn } from './desk.en.ts'
import { refusalsEn } from './refusals.en.ts'
import { registerEn } from './register.en.ts'
import { scheduleEn } from './schedule.en.ts'
import type { vi } from './vi.ts'

export const en = { ...refusalsEn, ...deskEn, ...scheduleEn, ...registerEn } satisfies Record<keyof typeof vi, string>
