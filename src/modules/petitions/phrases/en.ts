import { coreEn } from './core.en.ts'
import { decisionsEn } from './decisions.en.ts'
import type { vi } from './vi.ts'
import { webEn } from './web.en.ts'

export const en = {
  ...coreEn,
  ...decisionsEn,
  ...webEn,
  'petitions.title': 'Petitions',
} satisfies Record<keyof typeof vi, string>
