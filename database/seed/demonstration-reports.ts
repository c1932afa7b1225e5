import { addDays, earlierOf, laterOf, plainDate, type PlainDate } from '#kernel/plain-date.ts'
import { onOrAfterWorkingDay } from '#kernel/working-calendar.ts'
import { runWork, type Work, type WorkContext } from '#platform/server/work.ts'
import { loadDirectory } from '#modules/organisations/server/index.ts'
import { EMPTY_CONTENT, touched, withChange, type ContentChange, type ReportContent } from '#modules/reports/domain/content.ts'
import { evaluate } from '#modules/reports/server/evaluate.ts'
import { getReport, type LoadedReport } from '#modules/reports/server/loaded-report.ts'
import { ownFigures } from '#modules/reports/server/own-figures.ts'
import { openPeriod } from '#modules/reports/server/periods.ts'
import { reportStore, type ReportRow } from '#modules/reports/server/report-store.ts'
import { hashOf } from '#modules/reports/server/revision-hash.ts'
import { revisionStore } from '#modules/reports/server/revision-store.ts'
import type { PeriodId } from '#modules/reports/server/tables.ts'
import { plausibleFigures } from './demonstration-figures.ts'
import { luckOf } from './demonstration-luck.ts'
import type { DemonstrationPeople } from './demonstration-people.ts'
import { demonstrationText } from './demonstration-texts.ts'

/** The periods of the demonstration: one of 2021 with its districts, 2025 in whose middle the units merged, two of 2026 that are over, and one being filled in. */
const PERIODS = [
  { formCode: 'dan-van', code: '2021-H2', openedOn: plainDate('2021-12-01') },
  { formCode: 'dan-van', code: '2025-H1', openedOn: plainDate('2025-06-02') },
  { formCode: 'dan-van', code: '2025-H2', openedOn: plainDate('2025-12-01') },
  { formCode: 'dan-van', code: '2026-H1', openedOn: plainDate('2026-06-01') },
  { formCode: '01-TCD', code: '2026-Q3', openedOn: plainDate('2026-09-01') },
  { formCode: '01-XLD', code: '2026-Q3', openedOn: plainDate('2026-09-01') },
  { formCode: '01-KQGQ', code: '2026-Q3', openedOn: plainDate('2026-09-01') },
  { formCode: 'dan-van', code: '2026-H2', openedOn: plainDate('2026-11-20') },
] as const

/** So many days after its end a period's story is told to the end: before, units are still at work on it. */
const SETTLED_AFTER_DAYS = 15

/** Reports of most units: written, approved, sent, received, some late, some given back; those whose logins are tried have the newest still to write. */
export async function seedDemonstrationReports(context: WorkContext, people: DemonstrationPeople, today: PlainDate): Promise<void> {
  for (const period of PERIODS.filter(({ openedOn }) => openedOn <= today)) {
    const coordinator = people.actor('tong-hop.snv', period.openedOn)
    const on = (day: PlainDate): WorkContext => ({ ...context, today: () => day })
    const id = await runWork(on(period.openedOn), { actor: coordinator, requestId: null }, (work) => openPeriod(work, { ...period, madeOf: [] }))
    await runWork(on(today), { actor: coordinator, requestId: null }, (work) => tellPeriod(work, people, id, today))
  }
}

/** Communes before their districts, so that each level sums up what it received. */
async function tellPeriod(work: Work, people: DemonstrationPeople, periodId: PeriodId, today: PlainDate): Promise<void> {
  const directory = await loadDirectory(work.db)
  const reports = await reportStore(work.db).listOfPeriods([periodId])
  const depth = ({ unitId }: ReportRow) => directory.ancestorsOn(unitId, reports[0]?.dueOn ?? today).length
  for (const report of reports.toSorted((one, other) => depth(other) - depth(one))) await tellReport(work, people, await getReport(work, periodId, report.unitId), today)
}

async function tellReport(work: Work, people: DemonstrationPeople, loaded: LoadedReport, today: PlainDate): Promise<void> {
  const { report, period } = loaded
  const luck = luckOf(report.unitId, `report ${period.formCode} ${period.code}`)
  const isSettled = addDays(period.to, SETTLED_AFTER_DAYS) < today
  if (report.receiverId === null && !isSettled) return
  const fate = report.receiverId === null ? 'received' : isSettled ? (luck < 0.93 ? 'received' : luck < 0.96 ? 'sent' : 'nothing') : luck < 0.2 ? 'received' : luck < 0.35 ? 'sent' : luck < 0.6 ? 'draft' : 'nothing'
  if (fate === 'nothing' || (!isSettled && people.tried.has(report.unitId))) return
  const by = report.receiverId === null ? work.actor.id : people.focalOf.get(report.unitId) ?? 'system'
  const change = await changeOf(work, loaded)
  const content = withChange(EMPTY_CONTENT, change)
  const lateBy = luck > 0.8 && isSettled && report.receiverId !== null ? 3 : -Math.floor(luck * 8)
  const wished = addDays(report.dueOn, lateBy)
  const sentOn = earlierOf(onOrAfterWorkingDay(isSettled ? laterOf(wished, addDays(period.to, 1)) : wished, work.calendar), today) // nobody counts a period to its end before it is over
  await reportStore(work.db).putDraft(report.id, { version: 1, content, touches: touched({}, change, { version: 1, by, at: work.now }) }, { at: `${sentOn}T02:00:00.000Z`, id: by })
  if (fate === 'draft') return
  const isMended = isSettled && luck > 0.1 && luck < 0.2 && report.receiverId !== null
  if (isMended) await freeze(work, loaded, content, { number: 1, by, sentOn: addDays(sentOn, -4), outcome: 'returned' })
  await freeze(work, loaded, content, { number: isMended ? 2 : 1, by, sentOn, outcome: fate })
}

/** What the officer typed: figures, a text a section, or that nothing happened. */
async function changeOf(work: Work, loaded: LoadedReport): Promise<ContentChange> {
  const { report, form, period } = loaded
  const name = (await loadDirectory(work.db)).nameOn(report.unitId, period.to) ?? ''
  const lot = (matter: string) => luckOf(report.unitId, `${period.code} ${matter}`)
  const texts = form.definition.sections.filter(({ asksText }) => asksText).map((section) => [section.id, demonstrationText(section, name, lot(section.id))] as const)
  return {
    values: plausibleFigures(form, lot, (await ownFigures(work, loaded, EMPTY_CONTENT)).facts), texts: Object.fromEntries(texts.flatMap(([id, text]) => (text === null ? [] : [[id, text]]))),
    nothing: Object.fromEntries(texts.flatMap(([id, text]) => (text === null ? [[id, true]] : []))),
  }
}

/** As approving, sending and receiving would have left it, on their days. */
async function freeze(work: Work, loaded: LoadedReport, content: ReportContent, { number, by, sentOn, outcome }: { number: number; by: string; sentOn: PlainDate; outcome: 'sent' | 'received' | 'returned' }): Promise<void> {
  const { report } = loaded
  const { values: own, facts, totals, children } = await evaluate(work, loaded, content)
  const frozen = { content, own, facts, totals, children }
  const at = `${sentOn}T03:00:00.000Z`
  const store = revisionStore(work.db)
  const id = await store.add({
    ...frozen, reportId: report.id, number, hash: hashOf(report.id, number, frozen), approvedOn: sentOn, approvedAt: at, approvedBy: by, approvedFor: null,
  })
  await store.mark(id, { sent_on: sentOn, sent_at: at, sent_by: by, ...(outcome === 'returned' ? { returned_on: addDays(sentOn, 1) } : outcome === 'received' && report.receiverId !== null ? { received_on: sentOn, received_by: work.actor.id } : {}) })
  if (outcome === 'returned') return
  await reportStore(work.db).change(report.id, { submitted_at: at, submitted_by: by, revision_id: id, sent_at: at, ...(outcome === 'received' ? { accepted_revision_id: id, ...(report.receiverId === null ? {} : { received_at: at }) } : {}) })
}

