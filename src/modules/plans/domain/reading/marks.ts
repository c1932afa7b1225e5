/** `section`: phần, chương, mục, A., I. · `item`: Điều, 1., 1.1. · `point`: a) · `line`: the dashes of a list, which no one can cite. */
export type MarkLevel = 'section' | 'item' | 'point' | 'line'

/** How a paragraph is marked. `rank` orders marks from the widest (phần) to the narrowest (+). */
export type Mark = { readonly level: MarkLevel; readonly rank: number; readonly printed: string; readonly rest: string }

export const RANK = { part: 0, chapter: 1, division: 2, subdivision: 3, capital: 4, roman: 5, article: 6, number: 7, decimal: 8, point: 9, dash: 10, plus: 11 } as const

const NAMED_RANKS: Readonly<Record<string, number>> = {
  'phần': RANK.part,
  'chương': RANK.chapter,
  'mục': RANK.division,
  'tiểu mục': RANK.subdivision,
}
const ORDINAL = String.raw`[Tt]hứ \p{L}{2,5}(?: \p{L}{2,5})??|THỨ \p{L}{2,5}(?: \p{L}{2,5})??`
const NAMED = new RegExp(String.raw`^((Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC|Tiểu mục|TIỂU MỤC) (?:${ORDINAL}|[IVXLC]{1,7}|[A-Z]|\d{1,3}))(?:\s?[.:–-]\s?|$|\s(?=\p{Lu}{2}))(.*)$`, 'u')
const ARTICLE = /^((?:Điều|ĐIỀU) \d{1,3}[a-zđ]?)\s?(?:[.:]\s?|$)(.*)$/u
const ROMAN = /^([IVX]{1,6})(?:\s?[.)/](?:\s+|$|(?=\p{Lu}\p{L}))|\s[-–]\s|[-–:]\s)(.*)$/u
const CAPITAL = /^([A-HK-UYZĐ])[.)/](?:\s+|$)(.*)$/u
const NUMBER = /^(\d{1,2})(?:\s?[.)](?:\s+|$|(?=[\p{L}“"(]))|\/\s+|[-–]\s+(?=\p{L}))(.*)$/u
const DECIMAL = /^(\d{1,2}(?:\.\d{1,2}){1,3})(?:[.)]\s*|\s+)(?=[\p{L}“"(]|$)(.*)$/u
const POINT = /^([a-zđ])(?:\s?[.)](?:\s+|(?=\p{L}))|\/\s+|-\s+(?=\p{L}))(.*)$/u
const LISTED = /^([-+]) (.*)$/u

/** The mark a paragraph begins with, read by its form alone: "1." and "1)" are the same mark. */
export function markOf(paragraph: string): Mark | null {
  const named = NAMED.exec(paragraph)
  if (named) return mark('section', NAMED_RANKS[named[2]?.toLowerCase() ?? ''] ?? RANK.part, named[1], named[3])
  const article = ARTICLE.exec(paragraph)
  if (article) return mark('item', RANK.article, article[1], article[2])
  const roman = ROMAN.exec(paragraph)
  if (roman && isRoman(roman[1] ?? '')) return mark('section', RANK.roman, roman[1], roman[2])
  const capital = CAPITAL.exec(paragraph)
  if (capital) return mark('section', RANK.capital, capital[1], capital[2])
  const decimal = DECIMAL.exec(paragraph)
  if (decimal) return mark('item', RANK.decimal, decimal[1], decimal[2])
  const number = NUMBER.exec(paragraph)
  if (number) return mark('item', RANK.number, number[1], number[2])
  const point = POINT.exec(paragraph)
  if (point) return mark('point', RANK.point, point[1], point[2])
  const listed = LISTED.exec(paragraph)
  if (listed) return mark('line', listed[1] === '+' ? RANK.plus : RANK.dash, listed[1], listed[2])
  return null
}

function mark(level: MarkLevel, rank: number, printed = '', rest = ''): Mark {
  return { level, rank, printed, rest: rest.trim() }
}

/** I to XXXIX, as sections are counted; "IIII" and "VX" are words or slips, not marks. */
function isRoman(text: string): boolean {
  return /^X{0,3}(?:IX|IV|V?I{0,3})$/.test(text) && text !== ''
}
