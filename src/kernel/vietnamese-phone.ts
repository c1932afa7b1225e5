import { faulty, tidy, type CheckedInput } from './checked-input.ts'

/** `number` as people dial it at home, digits alone ("0912345678"); of another country with its plus ("+14155550132"). Messages go to mobiles. */
export interface Phone { readonly number: string; readonly kind: 'mobile' | 'fixed' | 'foreign' }

const MOBILE = /^0(?:3[2-9]|5[1-9]|7[06-9]|8[1-9]|9\d)\d{7}$/
/** Area codes since 2017: 024 and 028 with eight digits, those of the other provinces with seven. */
const FIXED = /^02(?:[48]\d{8}|(?:0[3-9]|1[0-689]|2[0125-9]|3[2-9]|5[124-9]|6[01239]|7[0-7]|9[0-4679])\d{7})$/

/** The mobile numbers of eleven digits that were changed in 2018; people still write them. */
const BEFORE_2018: Readonly<Record<string, string>> = {
  '0162': '032', '0163': '033', '0164': '034', '0165': '035', '0166': '036', '0167': '037', '0168': '038', '0169': '039', '0120': '070', '0121': '079', '0122': '077',
  '0126': '076', '0128': '078', '0123': '083', '0124': '084', '0125': '085', '0127': '081', '0129': '082', '0186': '056', '0188': '058', '0199': '059',
}

/** Reads a telephone number however it is written: "0912 345 678", "+84 (0)912.345.678", "84912345678", "0263-3822311". */
export function vietnamesePhone(typed: string): CheckedInput<Phone> {
  const text = tidy(typed)
  if (text === '') return faulty('input.empty')
  if (text.includes('@')) return faulty('input.looks_like_an_email')
  const digits = text.replaceAll(/\D/g, '')
  if (/\p{L}/u.test(text)) return faulty(digits.length < 8 ? 'input.looks_like_a_name' : 'input.phone_has_words')
  if (digits.length >= 18) return faulty('input.phone_several')
  const isAbroad = /^(?:\+|00)(?!\s*84)/.test(text)
  if (isAbroad) return foreign(digits.replace(/^00/, ''))
  const number = dialled(digits)
  if (MOBILE.test(number)) return { ok: true, number, kind: 'mobile' }
  if (FIXED.test(number)) return { ok: true, number, kind: 'fixed' }
  if (number.length < 9) return faulty('input.phone_too_short')
  if (digits.length === 12) return faulty('input.looks_like_an_id')
  if (number.length > 11) return faulty('input.phone_too_long')
  if (/^0[35789]/.test(number)) return faulty(number.length < 10 ? 'input.phone_too_short' : number.length > 10 ? 'input.phone_too_long' : 'input.phone_unknown')
  return faulty('input.phone_unknown')
}

/** Without the country's number, with the 0 that spreadsheets drop, and by the numbers of today. */
function dialled(digits: string): string {
  const home = digits.replace(/^(?:0084|84(?=0?\d{9,10}$))0?/, '0')
  const withZero = /^[35789]\d{8}$/.test(home) ? `0${home}` : home
  const renewed = withZero.length === 11 ? BEFORE_2018[withZero.slice(0, 4)] : undefined
  return renewed === undefined ? withZero : renewed + withZero.slice(4)
}

/** Seven to fifteen digits, as telephone networks agree on. */
function foreign(digits: string): CheckedInput<Phone> {
  if (digits.length < 7) return faulty('input.phone_too_short')
  return digits.length > 15 ? faulty('input.phone_too_long') : { ok: true, number: `+${digits}`, kind: 'foreign' }
}
