/** The letters that number points (điểm), in the order of the Vietnamese alphabet: đ after d, no f, j, w, z. */
const POINT_LETTERS = ['a', 'b', 'c', 'd', 'đ', 'e', 'g', 'h', 'i', 'k', 'l', 'm', 'n', 'o', 'p', 'q', 'r', 's', 't', 'u', 'v', 'x', 'y'] as const

/** 1 → a, 5 → đ, 23 → y; after the alphabet it doubles: 24 → aa, 25 → ab. */
export function pointLetter(position: number): string {
  assertPosition(position)
  const last = POINT_LETTERS[(position - 1) % POINT_LETTERS.length] ?? ''
  const rounds = Math.floor((position - 1) / POINT_LETTERS.length)
  return rounds === 0 ? last : `${pointLetter(rounds)}${last}`
}

const ROMAN = [
  [1000, 'M'], [900, 'CM'], [500, 'D'], [400, 'CD'], [100, 'C'], [90, 'XC'],
  [50, 'L'], [40, 'XL'], [10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I'],
] as const

export function romanNumeral(position: number): string {
  assertPosition(position)
  let rest = position
  let numeral = ''
  for (const [value, letters] of ROMAN) {
    numeral += letters.repeat(Math.floor(rest / value))
    rest %= value
  }
  return numeral
}

function assertPosition(position: number): void {
  if (!Number.isInteger(position) || position < 1) throw new RangeError(`Not a position in a list: ${position}`)
}
