import { checkTextLength } from '#kernel/text-length.ts'
import type { Translate } from '#platform/web/phrases.tsx'
import { LIMITS } from '../../contract.ts'

/** What is wrong with a field, in words; null where nothing is. */
export type Check<Values> = (values: Values, t: Translate) => string | null

/** Something has to stand there: text, a day, a choice. */
export function filled<Values extends object>(name: keyof Values): Check<Values> {
  return (values, t) => {
    const value: unknown = values[name]
    const isEmpty = value === null || value === undefined || (typeof value === 'string' && value.trim() === '') || (Array.isArray(value) && value.length === 0)
    return isEmpty ? t('web.field_required') : null
  }
}

/** Text that has to stand there and has to fit. */
export function saidBriefly<Values extends object>(name: keyof Values, most: number = LIMITS.note): Check<Values> {
  return (values, t) => filled<Values>(name)(values, t) ?? fits<Values>(name, most)(values, t)
}

export function fits<Values extends object>(name: keyof Values, most: number = LIMITS.note): Check<Values> {
  return (values, t) => {
    const value: unknown = values[name]
    if (typeof value !== 'string') return null
    const checked = checkTextLength(value, most)
    return checked.ok ? null : t.find(checked.because, checked.details) ?? t('web.field_wrong')
  }
}

/** As the API takes an absent text. */
export function orNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim()
}
