import { refusalsEn } from './refusals.en.ts'
import type { vi } from './vi.ts'

export const en = { ...refusalsEn } satisfies Record<keyof typeof vi, string>
