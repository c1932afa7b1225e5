import type { UnitId } from '#kernel/ids.ts'
import type { FigureValue } from './figure.ts'

/** A piece of a lower unit's narrative that was taken over, and from which of its revisions. */
export interface Taken { readonly unitId: UnitId; readonly revisionId: string }

/** A sum set by hand: its reason stays visible beside it wherever it goes. */
export interface Override { readonly value: number; readonly because: string; readonly by: string; readonly on: string }

/** What a unit's report says: the same shape while it is written and once it is frozen. */
export interface ReportContent {
  /** The unit's own figures by code; null where nothing was given (yet). */
  readonly values: Readonly<Record<string, FigureValue>>
  /** Why a figure departs from what the platform counts, from a check or from the period before; by code. */
  readonly reasons: Readonly<Record<string, string>>
  readonly texts: Readonly<Record<string, string>>
  readonly taken: Readonly<Record<string, readonly Taken[]>>
  /** Sections and tables declared "không phát sinh". */
  readonly nothing: readonly string[]
  readonly overrides: Readonly<Record<string, Override>>
}

export const EMPTY_CONTENT: ReportContent = { values: {}, reasons: {}, texts: {}, taken: {}, nothing: [], overrides: {} }

/** What one save changes; null takes a value away. Only what was touched is sent. */
export interface ContentChange {
  readonly values?: Readonly<Record<string, FigureValue>> | undefined
  readonly reasons?: Readonly<Record<string, string | null>> | undefined
  readonly texts?: Readonly<Record<string, string>> | undefined
  readonly taken?: Readonly<Record<string, readonly Taken[]>> | undefined
  readonly nothing?: Readonly<Record<string, boolean>> | undefined
  readonly overrides?: Readonly<Record<string, Override | null>> | undefined
}

/** Which save last touched a place ("values.dan-van.meetings", "texts.I") and whose it was. */
export interface Touch { readonly version: number; readonly by: string; readonly at: string }
export type Touches = Readonly<Record<string, Touch>>

/** A place that somebody else changed since the writer last looked. */
export interface Clash { readonly place: string; readonly by: string; readonly at: string }

const PARTS = ['values', 'reasons', 'texts', 'taken', 'nothing', 'overrides'] as const

export function placesOf(change: ContentChange): string[] {
  return PARTS.flatMap((part) => Object.keys(change[part] ?? {}).map((key) => `${part}.${key}`))
}

/** Two people in one report: only the same place touched by the other since `seenVersion`, and to something else, is a clash. */
export function clashesOf(content: ReportContent, change: ContentChange, touches: Touches, { seenVersion, by }: { seenVersion: number; by: string }): Clash[] {
  const after = withChange(content, change)
  return placesOf(change).flatMap((place) => {
    const touch = touches[place]
    if (touch === undefined || touch.version <= seenVersion || touch.by === by) return []
    return canonical(valueAt(content, place)) === canonical(valueAt(after, place)) ? [] : [{ place, by: touch.by, at: touch.at }]
  })
}

export function withChange(content: ReportContent, change: ContentChange): ReportContent {
  const nothing = new Set(content.nothing)
  for (const [part, isSo] of Object.entries(change.nothing ?? {})) {
    if (isSo) nothing.add(part)
    else nothing.delete(part)
  }
  return {
    values: { ...content.values, ...change.values },
    reasons: withoutNull({ ...content.reasons, ...change.reasons }),
    texts: { ...content.texts, ...change.texts },
    taken: { ...content.taken, ...change.taken },
    nothing: [...nothing].sort(),
    overrides: withoutNull({ ...content.overrides, ...change.overrides }),
  }
}

export function touched(touches: Touches, change: ContentChange, touch: Touch): Touches {
  return { ...touches, ...Object.fromEntries(placesOf(change).map((place) => [place, touch])) }
}

/** What stands at a place: "values.x" → the figure, "nothing.II" → whether it is declared. */
export function valueAt(content: ReportContent, place: string): unknown {
  const at = place.indexOf('.')
  const [part, key] = [place.slice(0, at) as (typeof PARTS)[number], place.slice(at + 1)]
  return part === 'nothing' ? content.nothing.includes(key) : content[part][key] ?? null
}

/** The same text for the same content, whatever the order in which it was written: what is hashed. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null)
  const entries = Object.entries(value).filter(([, each]) => each !== undefined).sort(([one], [other]) => (one < other ? -1 : 1))
  return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`).join(',')}}`
}

function withoutNull<Value>(record: Readonly<Record<string, Value | null>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).flatMap(([key, value]) => (value === null ? [] : [[key, value] as const])))
}
