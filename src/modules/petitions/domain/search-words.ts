import { readCaseCode } from './case-code.ts'

/** What somebody who typed this looks for. */
export type CaseSearch =
  | { readonly by: 'nothing' }
  | { readonly by: 'code'; readonly code: string }
  | { readonly by: 'number'; readonly number: number; readonly year: number | null; readonly words: string }
  | { readonly by: 'identity'; readonly number: string }
  | { readonly by: 'words'; readonly words: string }

const LONGEST = 12

/** A receipt code, "12/2026", an identity number, or words; "45" is a register number or a word. */
export function searchFor(typed: string): CaseSearch {
  const text = typed.toWellFormed().normalize('NFC').replaceAll('\u0000', '').trim()
  const code = readCaseCode(text)
  if (code !== null) return { by: 'code', code }
  const numbered = /^(?:số\s+|so\s+)?(\d{1,7})(?:\s*\/\s*(\d{4}))?$/i.exec(text)
  if (numbered !== null) return { by: 'number', number: Number(numbered[1]), year: numbered[2] === undefined ? null : Number(numbered[2]), words: queryOf(text) }
  const digits = text.replaceAll(/[\s.-]/g, '')
  if (/^(\d{9}|\d{12}|[A-Z]\d{7,8})$/i.test(digits)) return { by: 'identity', number: digits.toUpperCase() }
  const words = queryOf(text)
  return words === '' ? { by: 'nothing' } : { by: 'words', words }
}

/**
 * All the words in any order, the last one perhaps not typed to its end: as PostgreSQL's `to_tsquery` reads it. A last single letter is a
 * word just begun: with others before it, it says too little to look for.
 */
function queryOf(text: string): string {
  const words = text.split(/[^\p{L}\p{N}]+/u).filter(Boolean).slice(0, LONGEST)
  const meant = words.length > 1 && /^\p{L}$/u.test(words.at(-1) ?? '') ? words.slice(0, -1) : words
  return meant.map((word, index) => `'${word}'${index === meant.length - 1 && word.length > 1 ? ':*' : ''}`).join(' & ')
}
