import { ApiError } from '#platform/web/api-client.ts'
import type { SaveReport, SaveResult } from '../../contract.ts'
import { checkReport, resolveValues, type Finding } from '../../domain/checks.ts'
import { EMPTY_CONTENT, valueAt, withChange, type ContentChange, type ReportContent } from '../../domain/content.ts'
import type { FigureValue } from '../../domain/figure.ts'
import type { FrozenForm } from '../../domain/form.ts'
import { changeOf, isSame, shownAt } from './report-changes.ts'
import type { Keeper } from './report-kept.ts'
import { createSaving, type SaveStatus } from './report-saving.ts'

/** Somebody else changed the same place meanwhile. */
export interface PlaceClash { readonly byName: string | null; readonly at: string; readonly theirs: unknown }
/** A sentence for one field, as a phrase key. */
export interface Said { readonly code: string; readonly details: Readonly<Record<string, string | number | boolean | null>> }
/** One place of the report as its field shows it; the same object until something there changes. */
export interface PlaceView { readonly value: unknown; readonly raw: string | undefined; readonly clash: PlaceClash | undefined; readonly said: Said | undefined }
export interface Worked { readonly values: Readonly<Record<string, FigureValue>>; readonly findings: readonly Finding[] }

/** What the desk is told anew whenever the report is read from the server. */
export interface DeskStart {
  readonly content: ReportContent | null
  readonly version: number
  readonly mayWrite: boolean
  readonly facts: Readonly<Record<string, number>>
  /** What shorter periods make together. */
  readonly cumulated: Readonly<Record<string, number>>
  readonly previous: Readonly<Record<string, FigureValue>> | null
  readonly savedAt: string | null
}
interface DeskOptions {
  readonly start: DeskStart
  readonly form: FrozenForm
  /** Of a sơ kết, whose figures are all sums. */
  readonly isSummary: boolean
  readonly person: { readonly id: string; readonly today: string }
  readonly keeper: Keeper
  readonly send: (change: SaveReport) => Promise<SaveResult>
  readonly onSaved: (result: SaveResult) => void
}

const KEEP_DELAY = 300
const WORK_DELAY = 200
const NO_FINDINGS: readonly Finding[] = []

/** What the page and its fields do with a report that is open. */
export interface ReportDesk {
  /** Some of what was typed on an earlier visit was not saved then, and is back. */
  readonly wasRestored: boolean
  readonly subscribe: (listener: () => void) => () => void
  readonly status: () => SaveStatus
  /** False when the browser would not keep what is not saved yet. */
  readonly isKept: () => boolean
  readonly isUnsaved: () => boolean
  /** How many places wait for an answer of the person: chosen between two, or mended. */
  readonly unsettled: () => number
  readonly version: () => number
  readonly mayWrite: () => boolean
  readonly worked: () => Worked
  readonly content: () => ReportContent
  readonly findings: (place: string) => readonly Finding[]
  readonly at: (place: string) => PlaceView
  readonly set: (place: string, value: unknown) => void
  /** Many places at once: a column pasted. */
  readonly setAll: (values: Iterable<readonly [string, unknown]>) => void
  /** What was typed is not yet a value: it is kept as it is and not sent. */
  readonly setRaw: (place: string, raw: string) => void
  readonly say: (place: string, sentence: Said | null) => void
  readonly choose: (place: string, whose: 'mine' | 'theirs') => void
  /** The report was read again: what is on the server is taken over, unless something of one's own is on the way, whose answer brings it. */
  readonly adopt: (next: DeskStart) => void
  /** Saves everything now; rejects with why it could not. */
  readonly flush: () => Promise<void>
  /** Leaves the page: what is not on the server is on this device, and on its way. */
  readonly leave: () => void
}

/** Everything that is written in one report, place by place, outside of React: a key pressed redraws its own field and nothing else. */
export function createReportDesk({ start, form, isSummary, person, keeper, send, onSaved }: DeskOptions): ReportDesk {
  let { content, version, mayWrite, facts, cumulated, previous } = { ...start, content: start.content ?? EMPTY_CONTENT }
  const changes = new Map<string, unknown>()
  const raws = new Map<string, string>()
  const clashes = new Map<string, PlaceClash>()
  const said = new Map<string, Said>()
  /** The server would not take what stands there. */
  const held = new Set<string>()
  let inFlight = new Map<string, unknown>()
  const views = new Map<string, PlaceView>()
  const listeners = new Set<() => void>()
  let worked = workOut()
  let findingsAt = byPlace(worked.findings, new Map())
  let workTimer: ReturnType<typeof setTimeout> | undefined
  let keepTimer: ReturnType<typeof setTimeout> | undefined
  let isKept = true
  const wasRestored = restore()

  const saving = createSaving({ attempt, hasWork: () => mayWrite && sendable().length > 0, changed: notify, savedAt: start.savedAt })
  if (wasRestored) {
    worked = workOut()
    findingsAt = byPlace(worked.findings, findingsAt)
    if (mayWrite) saving.touch()
  }
  window.addEventListener('pagehide', keep)

  function notify() {
    for (const listener of listeners) listener()
  }
  function sendable() {
    return [...changes].filter(([place]) => !clashes.has(place) && !held.has(place))
  }
  function current(): ReportContent {
    return withChange(content, signed(changes))
  }
  /** A sum set by hand bears its author and day, as the server will write them. */
  function signed(of: ReadonlyMap<string, unknown>): ContentChange {
    const { overrides, ...change } = changeOf(of)
    const made = Object.entries(overrides ?? {}).map(([code, set]) => [code, set === null ? null : { ...set, by: person.id, on: person.today }] as const)
    return { ...change, overrides: Object.fromEntries(made) }
  }
  function workOut(): Worked {
    const now = current()
    if (isSummary) return { values: {}, findings: checkReport({ definition: { ...form.definition, tables: [] }, figures: [] }, now, {}, { facts: {}, previous: null }) }
    const values = resolveValues(form, now, { ...cumulated, ...facts })
    return { values, findings: checkReport(form, now, values, { facts, cumulated, previous }) }
  }
  function changed() {
    clearTimeout(workTimer)
    workTimer = setTimeout(() => {
      worked = workOut()
      findingsAt = byPlace(worked.findings, findingsAt)
      notify()
    }, WORK_DELAY)
    clearTimeout(keepTimer)
    keepTimer = setTimeout(keep, KEEP_DELAY)
    notify()
  }
  function keep() {
    clearTimeout(keepTimer)
    const isEmpty = changes.size === 0 && raws.size === 0
    const was = isKept
    isKept = keeper.write(isEmpty ? null : { version, at: new Date().toISOString(), changes: Object.fromEntries(changes), raws: Object.fromEntries(raws) }) || isEmpty
    if (was !== isKept) notify()
  }
  function restore(): boolean {
    const kept = keeper.read()
    if (kept === undefined) return false
    for (const [place, value] of Object.entries(kept.changes)) if (!isSame(valueAt(content, place), value)) changes.set(place, value)
    for (const [place, raw] of Object.entries(kept.raws)) raws.set(place, raw)
    version = Math.min(version, kept.version)
    return changes.size + raws.size > 0
  }
  function settle(place: string) {
    raws.delete(place)
    said.delete(place)
    held.delete(place)
  }
  function put(place: string, value: unknown) {
    settle(place)
    if (isSame(value, valueAt(content, place)) && !inFlight.has(place)) changes.delete(place)
    else changes.set(place, value)
  }

  async function attempt(): Promise<boolean> {
    inFlight = new Map(sendable())
    if (inFlight.size === 0) return false
    try {
      const result = await send({ version, ...changeOf(inFlight) })
      return take(result)
    } catch (error) {
      if (!hold(error)) throw error
      return true
    } finally {
      inFlight = new Map()
      changed()
    }
  }
  function take(result: SaveResult): boolean {
    const sent = inFlight
    version = result.version
    const isSaved = result.clashes.length === 0
    content = (result.content as ReportContent | null) ?? (isSaved ? withChange(content, signed(sent)) : content)
    for (const { place, byName, at, theirs } of result.clashes) {
      if (isSame(theirs, changes.get(place))) changes.delete(place)
      else clashes.set(place, { byName, at, theirs })
    }
    if (isSaved) for (const [place, value] of sent) if (isSame(changes.get(place), value)) changes.delete(place)
    onSaved(result)
    return !isSaved
  }
  /** What the server says of single fields is shown there, and the rest is sent without them. False when it speaks of none. */
  function hold(error: unknown): boolean {
    if (!(error instanceof ApiError) || (error.status !== 422 && error.status !== 400)) return false
    const named = error.details['field']
    const faults = [...error.fields.map(({ path, code, message }) => ({ path, code: message ?? code, details: {} })), ...(typeof named === 'string' ? [{ path: named, code: error.code, details: error.details }] : [])]
    const found = faults.flatMap((fault) => [...inFlight.keys()].filter((place) => fault.path === place || fault.path.startsWith(`${place}.`)).map((place) => ({ place, ...fault })))
    for (const { place, code, details } of found) {
      held.add(place)
      said.set(place, { code, details })
    }
    return found.length > 0
  }

  return {
    wasRestored, status: saving.status, isKept: () => isKept,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    version: () => version,
    mayWrite: () => mayWrite,
    worked: () => worked,
    content: current,
    findings: (place) => findingsAt.get(place) ?? NO_FINDINGS,
    at(place) {
      const view = { value: shownAt(content, changes, place), raw: raws.get(place), clash: clashes.get(place), said: said.get(place) }
      const before = views.get(place)
      if (before !== undefined && before.raw === view.raw && before.clash === view.clash && before.said === view.said && isSame(before.value, view.value)) return before
      views.set(place, view)
      return view
    },
    unsettled: () => clashes.size + raws.size + held.size,
    isUnsaved: () => changes.size + raws.size > 0,
    set(place, value) {
      put(place, value)
      saving.touch()
      changed()
    },
    setAll(values) {
      for (const [place, value] of values) put(place, value)
      saving.touch()
      changed()
    },
    setRaw(place, raw) {
      settle(place)
      changes.delete(place)
      raws.set(place, raw)
      changed()
    },
    say(place, sentence) {
      if (sentence === null) said.delete(place)
      else said.set(place, sentence)
      notify()
    },
    choose(place, whose) {
      clashes.delete(place)
      if (whose === 'theirs') {
        settle(place)
        changes.delete(place)
      }
      saving.touch()
      changed()
    },
    adopt(next) {
      mayWrite = next.mayWrite
      facts = next.facts
      cumulated = next.cumulated
      previous = next.previous
      if (changes.size === 0 && inFlight.size === 0 && next.version >= version) {
        content = next.content ?? EMPTY_CONTENT
        version = next.version
      } else if (mayWrite) saving.touch()
      changed()
    },
    flush: saving.flush,
    leave() {
      keep()
      window.removeEventListener('pagehide', keep)
      void saving.flush().catch(() => undefined).finally(saving.stop)
      clearTimeout(workTimer)
    },
  }
}

/** Findings by the places they are about; a list that says the same as before stays the same object. */
function byPlace(findings: readonly Finding[], before: ReadonlyMap<string, readonly Finding[]>): Map<string, readonly Finding[]> {
  const found = new Map<string, Finding[]>()
  for (const finding of findings) for (const place of finding.at) found.set(place, [...found.get(place) ?? [], finding])
  return new Map([...found].map(([place, now]) => {
    const old = before.get(place)
    return [place, old !== undefined && isSame(old, now) ? old : now]
  }))
}
