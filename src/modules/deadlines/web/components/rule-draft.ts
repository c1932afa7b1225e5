import type { Certainty } from '#kernel/certainty.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { Translate } from '#platform/web/phrases.tsx'
import type { Rule } from '../../contract.ts'

/** A row as it is typed. */
export interface RuleDraft {
  procedure: string
  step: string
  name: string
  startEvent: string
  direction: 'forward' | 'back'
  counted: 'calendar' | 'working'
  days: number | null
  remoteDays: number | null
  complexDays: number | null
  remoteComplexDays: number | null
  extensions: number | null
  extensionDays: number | null
  extensionGround: string
  extensionSigner: string
  suspension: 'continues' | 'none'
  article: string
  certainty: Certainty
  note: string
  validFrom: PlainDate | null
}

/** From the row before, so that only what the law changed is typed; its day and article have to be said anew. */
export function draftFrom(rule: Rule | undefined, { keeps, procedure, step }: { readonly keeps: boolean; readonly procedure: string; readonly step: string }): RuleDraft {
  const { name = '', startEvent = '', direction = 'forward', counted = 'calendar', days = null, remoteDays = null, complexDays = null, remoteComplexDays = null, extensions = 0, extensionDays = null, suspension = 'none' } = rule ?? {}
  return {
    procedure, step, name, startEvent, direction, counted, days, remoteDays, complexDays, remoteComplexDays, extensions, extensionDays, suspension,
    extensionGround: rule?.extensionGround ?? '', extensionSigner: rule?.extensionSigner ?? '',
    article: keeps ? rule?.article ?? '' : '', note: keeps ? rule?.note ?? '' : '', certainty: keeps ? rule?.certainty ?? 'unverified' : 'unverified', validFrom: keeps ? rule?.validFrom ?? null : null,
  }
}

export function faultsOf(draft: RuleDraft, t: Translate): Record<string, string> {
  const faults: Record<string, string> = {}
  const need = (field: keyof RuleDraft, isThere: boolean) => { if (!isThere) faults[field] = t('web.field_required') }
  need('procedure', draft.procedure.trim() !== '')
  need('step', draft.step.trim() !== '')
  need('name', draft.name.trim().length >= 2)
  need('startEvent', draft.startEvent.trim().length >= 2)
  need('days', draft.days !== null)
  need('article', draft.article.trim().length >= 3)
  need('validFrom', draft.validFrom !== null)
  need('extensions', draft.extensions !== null)
  for (const field of ['days', 'remoteDays', 'complexDays', 'remoteComplexDays', 'extensionDays'] as const) {
    const value = draft[field]
    if (value !== null && !(Number.isInteger(value) && value >= 1 && value <= 1000)) faults[field] = t('deadlines.days_range')
  }
  const { extensions, extensionDays } = draft
  if (extensions !== null && !(Number.isInteger(extensions) && extensions >= 0 && extensions <= 10)) faults['extensions'] = t('deadlines.extensions_range')
  if (extensions !== null && extensions > 0 && extensionDays === null) faults['extensionDays'] = t('web.field_required')
  return faults
}

/** As it is sent: an extension that is not allowed has no length. */
export function wordsOf(draft: RuleDraft) {
  return { ...draft, extensionDays: draft.extensions === 0 ? null : draft.extensionDays }
}
