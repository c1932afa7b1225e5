/** Crockford's base 32: no I, L, O, U, so that nothing read aloud or off a bad print is taken for something else. */
const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const RANDOM_LENGTH = 11

/** Mã biên nhận "4K7M-9QX2-3AB5" out of 11 random numbers 0–31: 55 bits that nobody guesses, and a check symbol that catches a slip of the pen. */
export function caseCode(random: readonly number[]): string {
  if (random.length !== RANDOM_LENGTH) throw new RangeError(`A code takes ${RANDOM_LENGTH} numbers`)
  const body = random.map((number) => SYMBOLS[number % 32] ?? '').join('')
  return `${body}${checkSymbol(body)}`.replace(/(.{4})(?=.)/g, '$1-')
}

/** As it was meant, however it was typed (small letters, spaces, O for 0, I or L for 1); null for what can be no code. */
export function readCaseCode(typed: string): string | null {
  const text = typed.toUpperCase().replaceAll(/[\s.–—-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1')
  if (text.length !== RANDOM_LENGTH + 1 || Array.from(text).some((symbol) => !SYMBOLS.includes(symbol))) return null
  const body = text.slice(0, RANDOM_LENGTH)
  return checkSymbol(body) === text.slice(RANDOM_LENGTH) ? text.replace(/(.{4})(?=.)/g, '$1-') : null
}

/** Weighted by odd numbers modulo 32: one symbol changed is always seen. */
function checkSymbol(body: string): string {
  const sum = Array.from(body).reduce((total, symbol, index) => total + SYMBOLS.indexOf(symbol) * (2 * index + 1), 0)
  return SYMBOLS[sum % 32] ?? ''
}
