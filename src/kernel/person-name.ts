import { faulty, tidy, type CheckedInput } from './checked-input.ts'
import { vietnamesePhone } from './vietnamese-phone.ts'

const LONGEST = 100
/** Names of twelve words exist nowhere; sentences of twelve words do. */
const MOST_WORDS = 12

/** A person's name with single spaces between its words, as it was typed otherwise. "H'Hen Niê", "Y-Moan Êñuôl", "Nguyễn Văn A (tức Ba)" are names. */
export function checkPersonName(typed: string): CheckedInput<{ readonly name: string }> {
  const name = tidy(typed, 'NFC')
  if (name === '') return faulty('input.empty')
  if (name.includes('@')) return faulty('input.looks_like_an_email')
  const digits = tidy(typed).replaceAll(/\D/g, '')
  const letters = name.replaceAll(/\P{L}/gu, '')
  if (letters === '' && digits.length >= 9) return faulty(digits.length === 12 && !vietnamesePhone(name).ok ? 'input.looks_like_an_id' : 'input.looks_like_a_phone')
  if (digits !== '') return faulty('input.name_has_number')
  if (letters.length < 2) return faulty('input.name_too_short')
  if (/[\r\n]/.test(typed.trim()) || name.split(' ').length > MOST_WORDS) return faulty('input.name_is_text')
  if (name.length > LONGEST) return faulty('input.name_too_long', { most: LONGEST })
  if (!/^[\p{L}\p{M} .,'’ʼ`()/-]+$/u.test(name)) return faulty('input.name_signs')
  return { ok: true, name }
}
