import type { vi } from './vi.ts'

export const en = {
  'http.invalid_request': 'Some values are not in the right form; see the marked fields.',
  'http.missing_header': 'Writing requests must come from the desk (the x-gandan header is missing).',
  'http.not_signed_in': 'The session has ended, or nobody is signed in.',
  'http.not_allowed': 'You have no right to do this.',
  'http.no_such_route': 'There is no such address.',
  'http.too_many_requests': 'Too many requests; try again in {seconds} seconds.',
  'http.file_too_large': 'The file is too large: {megabytes} MB at most.',
  'http.unexpected': 'Something unexpected went wrong, number {requestId}. What was saved is kept; try again or report this number.',
  'files.empty': 'The file is empty.',
  'files.type_refused': 'The type of "{name}" is not accepted: use PDF, images, Word, Excel, PowerPoint, TXT or ZIP.',
  'files.not_found': 'There is no such file.',
  'http.invalid_field': 'This value will not do: {message}',
  'http.form_expected': 'Send a multipart form.',
  'http.not_a_date': 'This is no day of the calendar.',
} satisfies Record<keyof typeof vi, string>
