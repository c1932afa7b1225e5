import type { vi } from './vi.ts'

export const en = {
  'documents.title': 'Documents',
  'documents.no_such_document': 'There is no such document, or it was not sent to your unit.',
  'documents.no_such_delivery': 'The document was not sent to that unit.',
  'documents.no_such_briefing': 'There is no such briefing.',
  'documents.already_acknowledged': 'The unit has acknowledged already.',
  'documents.acknowledge_first': 'Acknowledge the document before recording a briefing.',
  'documents.briefing_in_the_future': 'A briefing cannot lie in the future.',
  'documents.briefing_before_sending': 'A briefing cannot be before the document was sent.',
  'documents.secret_refused': 'The document is marked {mark}: state secrets must not enter this system.',
  'documents.relates_to_itself': 'A document cannot amend or replace itself.',
  'documents.remind_focal': '{unit} has yet to acknowledge document {number}.',
  'documents.remind_head': '{unit} has not acknowledged document {number} after 3 working days.',
  'documents.remind_above': '{unit} has not acknowledged document {number} after 5 working days.',
} satisfies Record<keyof typeof vi, string>
