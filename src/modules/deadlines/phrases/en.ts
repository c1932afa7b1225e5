import type { vi } from './vi.ts'

export const en = {
  'deadlines.extension_not_in_law': 'The rule allows {allowed} extensions, not {asked}.',
  'deadlines.suspension_backwards': 'The day of resuming ({until}) must come after the day of suspending ({from}).',
  'deadlines.rule_overlaps': 'The step already has a rule for one of those days.',
} satisfies Record<keyof typeof vi, string>
