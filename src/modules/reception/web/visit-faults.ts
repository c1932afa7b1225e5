import type { PlainDate } from '#kernel/plain-date.ts'
import type { Translate } from '#platform/web/phrases.tsx'
import { registrationFaults } from '../domain/registration.ts'
import { isFilled, visitOf, type VisitDraft } from './visit-draft.ts'
import type { RegisterVisit } from '../contract-visits.ts'

type Errors = Record<string, string>

/** What keeps the form from being sent, at its fields: the same rules that the server holds it to. */
export function visitFaults(draft: VisitDraft, today: PlainDate, t: Translate): Errors {
  const visit = visitOf(draft, '' as RegisterVisit['unitId'], today)
  const errors: Errors = {}
  for (const { field, code, details } of registrationFaults(visit, today)) errors[fieldOf(field, draft)] ??= t.find(code, details ?? {}) ?? code
  if (draft.on === null) errors['on'] = t('reception.on_needed')
  if (visit.receiver === '') errors['receiver'] = t('reception.receiver_needed')
  if (draft.isRefused && draft.because.trim() === '') errors['because'] = t('reception.because_needed')
  return errors
}

/** The server's field as the form names it; lines left empty were not sent. */
export function fieldOf(field: string, { visitors }: Pick<VisitDraft, 'visitors'>): string {
  const sent = [...visitors.entries()].filter(([, visitor]) => isFilled(visitor)).map(([index]) => index)
  return field
    .replace(/^visitors\.(\d+)/, (_all, index: string) => `visitors.${String(sent[Number(index)] ?? (sent.at(-1) ?? -1) + 1)}`)
    .replace(/\.identity(\.\w+)?$/, '.identityNumber').replace(/\.linkedCaseId$/, '.linked').replace(/^refusal\./, '')
}
