import type { vi } from './vi.ts'

export const en = {
  'desk.my_work': 'My work',
  'desk.documents': 'Documents',
  'desk.plans': 'Plans',
  'desk.organisations': 'Organisations',
  'desk.administration': 'Administration',
  'desk.style_guide': 'Style guide',
} as const satisfies Record<keyof typeof vi, string>
