import type { PlainDate } from '#kernel/plain-date.ts'
import { documentNumber, DOCUMENT_NUMBER } from './document-number.ts'
import { ANY_KIND, ANY_NAMED_KIND } from './kinds.ts'
import { DATE, readDate } from './read-date.ts'

type CitedNumber = { readonly number: string | null; readonly issuedOn: PlainDate | null; readonly name: string | null }

/** Documents of one kind named one after the other, and where the text goes on behind them. */
type CitedNumbers = { readonly documents: readonly CitedNumber[]; readonly end: number }

const FIRST = new RegExp(String.raw`\s?(?:(?:có )?số\s?:?\s?)?(${DOCUMENT_NUMBER})`, 'uy')
/** "và số 218-QĐ/TW", ", 218-QĐ/TW"; only "và" may repeat the kind, since behind ";" another document with its own date begins. */
const NEXT = new RegExp(
  String.raw`(?:\s?(?:,|;|và|, và|; và)\s(?:các )?|\s(?:,\s)?và\s(${ANY_KIND}|${ANY_KIND.toLowerCase()})\s)(?:số\s?:?\s?)?(${DOCUMENT_NUMBER})`,
  'uy',
)
/** A number without a symbol counts only with its date: "Nghị quyết số 18 ngày 25/10/2017". */
const BARE = /\s?số\s?:?\s?(\d{1,6}[a-z]?)(?=\s?,?\s?ngày\s\d)/uy
const DATED = new RegExp(String.raw`\s?,?\s?\(?(?:ban hành |ký )?${DATE}\)?`, 'iuy')

/** The numbers right behind the name of a kind, which ends at `start`; a date that follows the last of them is the date of those that have none. */
export function citedNumbersAt(text: string, kind: string, start: number): CitedNumbers | null {
  const first = matchAt(FIRST, text, start) ?? matchAt(BARE, text, start)
  if (first === null) return null
  const documents: CitedNumber[] = []
  let end = start
  for (let found: RegExpExecArray | null = first; found !== null; found = nextOfKind(text, kind, end)) {
    end = found.index + found[0].length
    const printed = found.at(-1) ?? ''
    const date = matchAt(DATED, text, end)
    if (date !== null) end += date[0].length
    documents.push({ number: documentNumber(printed) ?? printed, issuedOn: date === null ? null : readDate(date[0]), name: null })
  }
  const common = documents.at(-1)?.issuedOn ?? null
  return { documents: documents.map((cited) => ({ ...cited, issuedOn: cited.issuedOn ?? common })), end }
}

function nextOfKind(text: string, kind: string, at: number): RegExpExecArray | null {
  const next = matchAt(NEXT, text, at)
  const named = next?.[1]
  return named === undefined || named.toLowerCase() === kind.toLowerCase() ? next : null
}

const LONGEST_NAME = 260
const ANOTHER_NAMED_KIND = new RegExp(`(?<!\\p{L})(?:${ANY_NAMED_KIND})(?!\\p{L})`, 'u')
const IDENTIFIED = new RegExp(String.raw`\ssố\s?:?\s?(${DOCUMENT_NUMBER})|\s?,?\s${DATE}|\s\(?(?:năm )?((?:19|20)\d{2})\)?(?!\d)`, 'u')

/** "Luật Tiếp công dân số 42/2013/QH13", "… ngày 25 tháng 11 năm 2013", "… năm 2013": a law stands under its name. */
export function namedLawAt(text: string, start: number): CitedNumbers | null {
  const sentence = /^[^;.:()\n]*(?:\(\d{4}\))?/u.exec(text.slice(start, start + LONGEST_NAME))?.[0] ?? ''
  const identified = IDENTIFIED.exec(sentence)
  if (identified === null) return null
  const name = sentence.slice(0, identified.index).trim()
  const amends = /^(?:sửa đổi|bổ sung)/.test(name)
  if (name !== '' && !amends && (!/^\p{Lu}/u.test(name) || ANOTHER_NAMED_KIND.test(name))) return null
  const year = identified.at(-1)
  const printedYear = year === undefined ? '' : ` năm ${year}`
  const number = identified[1] === undefined ? null : documentNumber(identified[1])
  const identifiedEnd = start + identified.index + identified[0].length
  const date = number === null ? identified : matchAt(DATED, text, identifiedEnd)
  const end = number !== null && date !== null ? identifiedEnd + date[0].length : identifiedEnd
  return { documents: [{ number, issuedOn: date === null ? null : readDate(date[0]), name: `${name}${printedYear}`.trim() }], end }
}

export function matchAt(sticky: RegExp, text: string, at: number): RegExpExecArray | null {
  sticky.lastIndex = at
  return sticky.exec(text)
}
