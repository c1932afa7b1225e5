import type { vi } from './vi.ts'

export const en = {
  'desk.my_work': 'My work',
  'desk.documents': 'Documents',
  'desk.plans': 'Plans',
  'desk.reports': 'Reports',
  'desk.organisations': 'Organisations',
  'desk.administration': 'Administration',
  'desk.found_document': 'Documents',
  'desk.found_unit': 'Units',
  'desk.found_person': 'People',
  'desk.found_directive': 'Plans',
  'desk.found_duty': 'Duties',
  'desk.found_report': 'Reports',
  'desk.style_guide': 'Style guide',
  'desk.style_parts': 'Parts',
  'desk.style_list': 'List',
  'desk.style_record': 'Record',
  'desk.style_form': 'Form',
  'desk.style_board': 'Board',
  'desk.style_sides': 'Side by side',
} as const satisfies Record<keyof typeof vi, string>
