import { checkIdentityNumber, identityKindOf } from '#kernel/identity-number.ts'
import type { CheckedInput } from '#kernel/checked-input.ts'
import { checkPersonName } from '#kernel/person-name.ts'
import { findPlainDate, formatDate, type PlainDate } from '#kernel/plain-date.ts'
import { checkTextLength } from '#kernel/text-length.ts'
import { vietnamesePhone } from '#kernel/vietnamese-phone.ts'
import { valueOf, type Problem, type Values } from '#platform/portal/form-view.ts'
import type { View } from '#platform/portal/view.ts'
import { LIMITS } from '../../contract.ts'
import type { CaseKind } from '../../domain/case.ts'

/** What may be sent here; a denunciation never (its sender's identity could not be kept apart yet). */
export const SENDABLE = ['feedback', 'recommendation', 'complaint'] as const satisfies readonly CaseKind[]
export type Sendable = (typeof SENDABLE)[number]

export function kindOf(values: Values): Sendable | undefined {
  return SENDABLE.find((kind) => kind === valueOf(values, 'kind'))
}

export function isComplaint(values: Values): boolean {
  return kindOf(values) === 'complaint'
}

/** As it is typed or as a calendar field gives it: 2026-01-05 or 05/01/2026. */
export function dayIn(values: Values, field: string): PlainDate | null | undefined {
  const text = valueOf(values, field).trim()
  if (text === '') return null
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? []
  return findPlainDate(year === '' ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
}

type Check = (view: View, values: Values, today: PlainDate) => readonly Problem[]

export const checkKind: Check = (view, values) => (kindOf(values) === undefined ? [{ field: 'kind', message: view.t('petitions.portal_kind_missing') }] : [])

export const checkContent: Check = (view, values, today) => {
  const knownOn = dayIn(values, 'knownOn')
  return [
    ...needed(view, values, 'title', 'petitions.portal_title_missing'),
    ...ofInput(view, 'title', checkTextLength(valueOf(values, 'title'), LIMITS.title)),
    ...needed(view, values, 'content', 'petitions.portal_content_missing'),
    ...ofInput(view, 'content', checkTextLength(valueOf(values, 'content'), LIMITS.content)),
    ...(isComplaint(values) ? needed(view, values, 'decision', 'petitions.portal_decision_missing') : []),
    ...ofInput(view, 'decision', checkTextLength(valueOf(values, 'decision'), 300)),
    ...(isComplaint(values) && knownOn === undefined ? [{ field: 'knownOn', message: view.t('petitions.portal_no_day') }] : []),
    ...(isComplaint(values) && knownOn !== null && knownOn !== undefined && knownOn > today ? [{ field: 'knownOn', message: view.t('petitions.portal_day_to_come', { today: formatDate(today) }) }] : []),
  ]
}

/** Identity is asked for only where the law asks for it: of who complains (Luật Khiếu nại Điều 8; Nghị định 154/2026/NĐ-CP Điều 12). */
export const checkSender: Check = (view, values, today) => {
  const [phone, email, identity] = ['phone', 'email', 'identity'].map((field) => valueOf(values, field).trim()) as [string, string, string]
  const count = valueOf(values, 'people').trim()
  return [
    ...ofInput(view, 'name', checkPersonName(valueOf(values, 'name'))),
    ...(isComplaint(values) ? needed(view, values, 'address', 'petitions.portal_address_missing') : []),
    ...ofInput(view, 'address', checkTextLength(valueOf(values, 'address'), LIMITS.address)),
    ...(phone === '' ? [] : ofInput(view, 'phone', vietnamesePhone(phone))),
    ...(email === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) ? [] : [{ field: 'email', message: view.t('petitions.no_email') }]),
    ...(isComplaint(values) ? ofInput(view, 'identity', checkIdentityNumber(identity, identityKindOf(identity), today)) : []),
    ...(count === '' || (/^\d{1,5}$/.test(count) && Number(count) >= 1) ? [] : [{ field: 'people', message: view.t('petitions.portal_no_count') }]),
    ...(valueOf(values, 'wants') === 'yes' && phone === '' && email === '' ? [{ field: 'wants', message: view.t('petitions.portal_no_way_to_tell') }] : []),
  ]
}

function needed({ t }: View, values: Values, field: string, missing: string): Problem[] {
  return valueOf(values, field).trim() === '' ? [{ field, message: t(missing) }] : []
}

function ofInput<Value>({ t }: View, field: string, checked: CheckedInput<Value>): Problem[] {
  return checked.ok ? [] : [{ field, message: t(checked.because, checked.details) }]
}
