import type { CaseKind } from '#modules/petitions/domain/case.ts'
import type { Place } from './places.ts'

/** Somebody who writes or comes; named after what they do, never after a person. */
export interface Citizen {
  readonly name: string
  readonly address: string
  readonly phone: string
  readonly identity: { readonly kind: 'cccd'; readonly number: string }
}

const CALLED: Readonly<Record<CaseKind, string>> = { complaint: 'Người khiếu nại', denunciation: 'Người tố cáo', recommendation: 'Người kiến nghị', feedback: 'Người phản ánh' }

/** Hands out citizens, each with the next number of their kind: "Người khiếu nại thứ mười hai" (a name has no digits). */
export function citizens(): (kind: CaseKind, place: Place) => Citizen {
  const last = new Map<CaseKind, number>()
  let all = 0
  return (kind, place) => {
    const number = (last.get(kind) ?? 0) + 1
    last.set(kind, number)
    all += 1
    return { name: `${CALLED[kind]} ${ordinal(number)}`, address: `Tổ ${1 + (all % 19)}, ${place.called}`, phone: demonstrationPhone(all), identity: { kind: 'cccd', number: demonstrationIdentity(all) } }
  }
}

/** Lâm Đồng's digits with the birth year 1900: nobody alive has such a number. */
function demonstrationIdentity(number: number): string {
  return `0680000${String(number).padStart(5, '0')}`
}

/** Numbers of 051 have the right form and are nobody's: the prefix is not in use. */
function demonstrationPhone(number: number): string {
  return `05100${String(number).padStart(5, '0')}`
}

const DIGITS = ['', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín']

/** "thứ nhất", "thứ hai mươi mốt", "thứ một trăm lẻ năm". */
export function ordinal(number: number): string {
  if (number === 1) return 'thứ nhất'
  if (number === 4) return 'thứ tư'
  return `thứ ${spelled(number)}`
}

function spelled(number: number): string {
  const [hundreds, rest] = [Math.floor(number / 100), number % 100]
  const [tens, ones] = [Math.floor(rest / 10), rest % 10]
  const words = [
    hundreds > 0 ? `${DIGITS[hundreds] ?? ''} trăm` : '', tens === 1 ? 'mười' : tens > 1 ? `${DIGITS[tens] ?? ''} mươi` : hundreds > 0 && ones > 0 ? 'lẻ' : '',
    ones === 1 && tens > 1 ? 'mốt' : ones === 5 && tens > 0 ? 'lăm' : DIGITS[ones] ?? '',
  ]
  return words.filter(Boolean).join(' ')
}
