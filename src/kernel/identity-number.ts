import { faulty, tidy, type CheckedInput } from './checked-input.ts'
import { yearOf, type PlainDate } from './plain-date.ts'
import { vietnamesePhone } from './vietnamese-phone.ts'

/** Căn cước (12 digits, the personal identification number); chứng minh nhân dân (9 digits, of old papers); hộ chiếu. */
export type IdentityNumberKind = 'cccd' | 'cmnd' | 'passport'
export interface IdentityNumber { readonly number: string; readonly kind: IdentityNumberKind }

/** Provinces as they were numbered before 2025: where the birth was put on record; the numbers of people born since stay in use. */
const PROVINCES = new Set(
  ('001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035 036 037 038 040 042 044 045 046 048 049 051 052 054 056 058 060 062 '
    + '064 066 067 068 070 072 074 075 077 079 080 082 083 084 086 087 089 091 092 093 094 095 096').split(' '),
)

/** The number in its one form, without blanks and dots; said to be none where its digits cannot be right. */
export function checkIdentityNumber(typed: string, kind: IdentityNumberKind, today: PlainDate): CheckedInput<IdentityNumber> {
  const text = tidy(typed)
  if (text === '') return faulty('input.empty')
  if (text.includes('@')) return faulty('input.looks_like_an_email')
  const number = text.replaceAll(/[\s.-]/g, '').toUpperCase()
  if (kind === 'passport') return /^(?=.*\d)[A-Z\d]{6,9}$/.test(number) ? { ok: true, number, kind } : faulty('input.passport_form')
  if (!/\d{3}/.test(number) && /\p{L}{2}/u.test(number)) return faulty('input.looks_like_a_name')
  if (!/^\d+$/.test(number)) return faulty('input.id_not_digits')
  if (number.length !== (kind === 'cccd' ? 12 : 9)) return faulty(vietnamesePhone(text).ok ? 'input.looks_like_a_phone' : 'input.id_length', { digits: number.length })
  return kind === 'cmnd' || isLikely(number, today) ? { ok: true, number, kind } : faulty('input.id_unlikely')
}

/** Which of the two numbers it can only be, by its length; for a field that takes both. */
export function identityKindOf(typed: string): IdentityNumberKind {
  const number = typed.replaceAll(/[\s.-]/g, '')
  if (/[A-Za-z]/.test(number)) return 'passport'
  return number.length === 9 ? 'cmnd' : 'cccd'
}

/**
 * Three digits for the province or, from 100 on, the country of birth; one for sex and century (0 and 1: 1900–1999, 2 and 3: 2000–2099 …);
 * two for the year.
 */
function isLikely(number: string, today: PlainDate): boolean {
  const place = number.slice(0, 3)
  const century = 1900 + Math.floor(Number(number[3]) / 2) * 100
  return (PROVINCES.has(place) || Number(place) >= 100) && century + Number(number.slice(4, 6)) <= yearOf(today)
}
