import { createContext, use, useCallback, useEffect, useMemo, useState, useSyncExternalStore, type ReactNode } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { api } from '#platform/web/api-client.ts'
import { useSession } from '#platform/web/session.ts'
import { SaveResult, type ReportRecord } from '../../contract.ts'
import type { Finding } from '../../domain/checks.ts'
import type { FigureValue } from '../../domain/figure.ts'
import { reportKey, reportQueries, reportUrl, type ReportPlace } from '../report-queries.ts'
import { keeperOf } from './report-kept.ts'
import { createReportDesk, type DeskStart, type PlaceView, type ReportDesk } from './report-desk.ts'
import type { SaveStatus } from './report-saving.ts'

interface Open {
  readonly record: ReportRecord
  readonly desk: ReportDesk
  readonly of: ReportPlace
  /** The person reads the working text of the unit, not only what was sent. */
  readonly isInside: boolean
  readonly isSummary: boolean
  /** Sums with what lies below as the last save worked them out. */
  readonly totals: Readonly<Record<string, number | null>>
}

const OpenReport = createContext<Open | null>(null)

/** Opens a report for its page: one desk as long as the page stands, told whenever the report is read again. */
export function ReportOpened({ record, children }: { readonly record: ReportRecord; readonly children: ReactNode }) {
  const { actor, today } = useSession()
  const queries = useQueryClient()
  const [totals, setTotals] = useState(record.totals)
  const of = useMemo(() => ({ periodId: record.period.id, unitId: record.unit.id }), [record.period.id, record.unit.id])
  const isSummary = record.period.madeOf.length > 0
  const [desk] = useState(() => createReportDesk({
    start: startOf(record), form: record.form, isSummary, person: { id: actor.id, today }, keeper: keeperOf(actor.id, record.id),
    send: (change) => api.put(reportUrl(of), change, SaveResult),
    onSaved(result) {
      setTotals(result.totals)
      void queries.invalidateQueries({ queryKey: [...reportKey(of), 'sums'] })
      // The first save begins the report: where it stands is another thing now.
      if (result.version === 1) void queries.invalidateQueries({ queryKey: reportQueries.record(of).queryKey })
    },
  }))
  useEffect(() => {
    desk.adopt(startOf(record))
    setTotals(record.totals)
  }, [desk, record])
  useEffect(() => () => {
    desk.leave()
    queries.removeQueries({ queryKey: reportQueries.record(of).queryKey })
  }, [desk, of, queries])
  const open = useMemo(() => ({ record, desk, of, isSummary, totals, isInside: record.content !== null && record.revisionShown === null }), [record, desk, of, isSummary, totals])
  return <OpenReport value={open}>{children}</OpenReport>
}

export function useOpenReport(): Open {
  const open = use(OpenReport)
  if (open === null) throw new Error('ReportOpened is missing')
  return open
}

/** One place of the report: a field that uses it is drawn anew only when something there changes. */
export function usePlace(place: string): PlaceView {
  const { desk } = useOpenReport()
  return useSyncExternalStore(desk.subscribe, useCallback(() => desk.at(place), [desk, place]))
}

export function usePlaceFindings(place: string): readonly Finding[] {
  const { desk } = useOpenReport()
  return useSyncExternalStore(desk.subscribe, useCallback(() => desk.findings(place), [desk, place]))
}

/** Everything the checks say, worked out anew a moment after the last key. */
export function useFindings(): readonly Finding[] {
  const { desk } = useOpenReport()
  return useSyncExternalStore(desk.subscribe, () => desk.worked().findings)
}

/** A figure resolved: typed, counted by the platform, or computed. Frozen where a revision is read. */
export function useResolved(code: string): FigureValue {
  const { desk, record, isInside, isSummary } = useOpenReport()
  const worked = useSyncExternalStore(desk.subscribe, () => desk.worked().values[code] ?? null)
  if (isSummary) return record.totals[code] ?? null
  return isInside ? worked : record.values[code] ?? null
}

export function useSaveStatus(): { status: SaveStatus; unsettled: number; isKept: boolean; isUnsaved: boolean } {
  const { desk } = useOpenReport()
  const status = useSyncExternalStore(desk.subscribe, desk.status)
  const unsettled = useSyncExternalStore(desk.subscribe, desk.unsettled)
  const isKept = useSyncExternalStore(desk.subscribe, desk.isKept)
  const isUnsaved = useSyncExternalStore(desk.subscribe, desk.isUnsaved)
  return { status, unsettled, isKept, isUnsaved }
}

function startOf({ content, version, actions, facts, cumulated, previous, lastChange }: ReportRecord): DeskStart {
  return { content: content, version, mayWrite: actions.includes('save'), facts, cumulated: cumulated?.values ?? {}, previous: previous?.values ?? null, savedAt: lastChange?.at ?? null }
}
