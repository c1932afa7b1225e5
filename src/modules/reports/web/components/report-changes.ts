import type { SaveReport } from '../../contract.ts'
import { canonical, valueAt, type ReportContent } from '../../domain/content.ts'

/** Changes by place ("values.dan-van.meetings", "texts.I"): what a person did since the last save. */
export type Changes = ReadonlyMap<string, unknown>

/** A save's body of the places changed. */
export function changeOf(changes: Changes): Omit<SaveReport, 'version'> {
  const body: Record<string, Record<string, unknown>> = {}
  for (const [place, value] of changes) {
    const at = place.indexOf('.')
    const [part, key] = [place.slice(0, at), place.slice(at + 1)]
    body[part] = { ...body[part], [key]: value }
  }
  return body
}

export function isSame(one: unknown, other: unknown): boolean {
  return Object.is(one, other) || canonical(one) === canonical(other)
}

/** What stands at a place once the changes are made; the same object as long as nothing there changed. */
export function shownAt(content: ReportContent, changes: Changes, place: string): unknown {
  return changes.has(place) ? changes.get(place) : valueAt(content, place)
}
