import type { documentVi } from './document.vi.ts'

/** The same in English. */
export const documentEn = {
  'reports.nothing_sent_yet': 'The unit has not sent this report, so there is nothing to read yet.',
  'reports.document_position_missing': 'Say in which position the signer signs.',
  'reports.document_day_missing': 'A number needs the day of issue.',
  'reports.document_not_approved': 'The report is not approved, so it has no number and no day of issue yet.',
  'reports.document_day_to_come': 'The day of issue cannot be after today ({today}).',
  'reports.document_day_before_approval': 'The day of issue cannot be before the approval ({approved}).',
} as const satisfies Record<keyof typeof documentVi, string>
