import type { readingVi } from './reading.vi.ts'

export const readingEn = {
  'plans.reading_not_a_plan': 'The file does not look like a plan or directive (no parts, items, recipients or signature found).',
  'plans.reading_missing': 'There is no file {file}.',
  'plans.reading_directory': '{file} is a folder, not a file.',
  'plans.reading_unreadable': 'The file {file} may not be read.',
  'plans.reading_usage': 'Usage: gandan read-plan FILE [--json]',
  'plans.reading_label_kind': 'Kind',
  'plans.reading_label_title': 'Title',
  'plans.reading_label_number': 'Number',
  'plans.reading_label_issued_on': 'Issued on',
  'plans.reading_label_issuer': 'Issuer',
  'plans.reading_label_signer': 'Signer',
  'plans.reading_label_sections': 'Content',
  'plans.reading_label_addressees': 'Addressed to',
  'plans.reading_label_citations': 'Documents cited ({count})',
  'plans.reading_label_recipients': 'Recipients ({count})',
  'plans.reading_label_general': 'general',
  'plans.reading_label_dated': 'of {date}',
  'plans.reading_not_stated': '(not stated)',
} satisfies Record<keyof typeof readingVi, string>
