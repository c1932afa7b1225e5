import { isAllCapitals } from './capitals.ts'
import type { PlanSigner } from './plan-reading.ts'
import { isPersonName, isPosition, opensSignature, positionFrom } from './signature-lines.ts'

/**
 * Who signed, from the lines of the tail. The position is the signer's own, the last one printed: under "KT. CHỦ TỊCH / PHÓ CHỦ TỊCH"
 * it is "Phó Chủ tịch", and under "TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH" it is "Chủ tịch".
 */
export function signerOf(tail: readonly string[]): PlanSigner {
  const offices = tail.filter((line) => (opensSignature(line) || isPosition(line)) && isAllCapitals(line))
  const last = offices.findLast((line) => !line.startsWith('TM') && !line.startsWith('T/M'))
  const afterOffice = tail.slice(tail.findIndex((line) => offices.includes(line)) + 1)
  const name = afterOffice.find((line) => isPersonName(line) && !isAllCapitals(line)) ?? afterOffice.find(isNameInCapitals)
  if (last === undefined) return { name: null, position: null }
  return { name: name === undefined ? null : withOnlyFirstCapitals(name), position: positionFrom(last) }
}

function isNameInCapitals(line: string): boolean {
  return isAllCapitals(line) && isPersonName(line) && !opensSignature(line) && !/ỦY BAN|UỶ BAN|HỘI ĐỒNG|^(?:TỈNH|HUYỆN|XÃ|PHƯỜNG|THÀNH PHỐ) /u.test(line)
}

function withOnlyFirstCapitals(name: string): string {
  if (!isAllCapitals(name)) return name
  return name.split(' ').map((word) => word.charAt(0) + word.slice(1).toLowerCase()).join(' ')
}

/** The body on whose behalf the document is signed ("TM. ỦY BAN NHÂN DÂN TỈNH"), in capitals as printed. */
export function signedForBody(tail: readonly string[]): string | null {
  const at = tail.findIndex((line) => /^(?:TM|T\/M)/.test(line) && opensSignature(line))
  const line = tail[at]
  if (line === undefined) return null
  const next = tail[at + 1] ?? ''
  const place = /^(?:TỈNH|THÀNH PHỐ|HUYỆN|THỊ XÃ|XÃ|PHƯỜNG|THỊ TRẤN|QUẬN|ĐẶC KHU) /u.test(next) ? ` ${next}` : ''
  return line.replace(/^(?:TM|T\/M)\.?\s?/, '') + place
}
