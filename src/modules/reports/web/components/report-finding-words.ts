import { formatNumber } from '#platform/web/format.ts'
import type { Translate } from '#platform/web/phrases.tsx'
import type { Finding } from '../../domain/checks.ts'

/** A finding as a sentence; its numbers as the language writes them. */
export function findingWords({ code, details }: Finding, t: Translate): string {
  const said = Object.fromEntries(Object.entries(details).map(([name, value]) => [name, typeof value === 'number' ? formatNumber(value) : value]))
  return t.find(code, said) ?? code
}

/** In which part of the page a place stands. */
export function partOf(place: string, tables: readonly { readonly code: string }[]): 'noi-dung' | 'so-lieu' {
  const at = place.indexOf('.')
  const [part, key] = [place.slice(0, at), place.slice(at + 1)]
  if (part === 'texts' || part === 'taken') return 'noi-dung'
  return part === 'nothing' && !tables.some(({ code }) => code === key) ? 'noi-dung' : 'so-lieu'
}
