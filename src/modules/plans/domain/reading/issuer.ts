import { fromCapitals } from './capitals.ts'

const LEVELS = 'tỉnh|thành phố|huyện|thị xã|xã|phường|thị trấn|quận|đặc khu'
const PLACE = new RegExp(`(?<!\\p{L})(?:${LEVELS}) \\p{Lu}`, 'u')

/**
 * The issuer of a text without a head, from "TM. …" and from what the text calls it: "TM. ỦY BAN NHÂN DÂN" in a text that says
 * "Ủy ban nhân dân tỉnh ban hành" and names one province only, "tỉnh Lâm Đồng", is "Ủy ban nhân dân tỉnh Lâm Đồng".
 * A text that names two provinces leaves it at "Ủy ban nhân dân tỉnh".
 */
export function issuerFromText(signedFor: string | null, paragraphs: readonly string[]): string | null {
  if (signedFor === null) return null
  const body = fromCapitals(signedFor)
  if (PLACE.test(body)) return body
  const text = paragraphs.join('\n')
  const level = new RegExp(`(?:Ủy|Uỷ) ban nhân dân (${LEVELS})(?! \\p{Lu}|, )`, 'u').exec(text)?.[1]
  const isCommittee = /^(?:Ủy|Uỷ) ban nhân dân(?: |$)/.test(body)
  if (!isCommittee) return body
  const known = new RegExp(`(?:${LEVELS})$`).exec(body)?.[0] ?? level
  if (known === undefined) return body
  const places = new Set([...text.matchAll(new RegExp(`(?<!\\p{L})${known} (\\p{Lu}\\p{L}*(?: \\p{Lu}\\p{L}*){1,3})`, 'gu'))].map((match) => match[1]))
  const [place] = places
  return [body.replace(new RegExp(` ${known}$`), ''), known, places.size === 1 ? place : undefined].filter((part) => part !== undefined).join(' ')
}
