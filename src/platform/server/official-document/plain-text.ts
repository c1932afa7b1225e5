/**
 * What people typed or pasted, as one line that both formats can hold: composed letters (NFC), every kind of space and
 * control character a single space, nothing invisible or unassigned (XML forbids some of it, fonts have none of it).
 */
export function plainText(text: string): string {
  return text.toWellFormed().normalize('NFC')
    .replace(/[\p{Cf}\p{Cn}\p{Co}]/gu, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
}

export function inCapitals(text: string): string {
  return plainText(text).toLocaleUpperCase('vi')
}
