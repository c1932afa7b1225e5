const SEPARATOR = String.raw`\s?[/–—-]\s?`
const SYMBOL = String.raw`\p{Lu}[\p{L}\d]*`

/**
 * Số, ký hiệu: "456-QĐ/TU", "30/2020/NĐ-CP", "06 -KH/TU", "01/2021/TTLT-BTTTT-BNV". Spaces count as slips of the keyboard up to the
 * second group of letters; a dash with spaces after that belongs to the sentence. No groups of its own; use with the flag u.
 */
export const DOCUMENT_NUMBER = String.raw`\d{1,6}[a-zđ]?(?:${SEPARATOR}\d{4})?${SEPARATOR}${SYMBOL}(?:${SEPARATOR}${SYMBOL}(?:[/–—-]${SYMBOL}){0,6})?`

const WHOLE = new RegExp(`^${DOCUMENT_NUMBER}$`, 'u')

/** One spelling of a number: no spaces, plain dashes. Null for a blank to be filled in ("…/KH-UBND"). */
export function documentNumber(printed: string): string | null {
  const text = printed.trim()
  return WHOLE.test(text) ? text.replace(/\s/g, '').replace(/[–—]/g, '-') : null
}
