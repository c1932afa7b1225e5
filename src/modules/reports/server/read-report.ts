import type { UnitId } from '#kernel/ids.ts'
import { workingDaysBetween } from '#kernel/working-calendar.ts'
import type { Work } from '#platform/server/work.ts'
import type { Directory } from '#modules/organisations/server/index.ts'
import { namesOf } from '#modules/people/server/index.ts'
import type { Content, ReportRecord, RevisionRecord } from '../contract.ts'
import type { ReportPeriodShape } from '../contract-forms.ts'
import type { ReportContent } from '../domain/content.ts'
import { reportState } from '../domain/lifecycle.ts'
import { Refusal } from '#kernel/refusal.ts'
import { directoryOf } from './directory-of-work.ts'
import { evaluate, type Evaluation } from './evaluate.ts'
import { exceptionStore } from './exception-store.ts'
import { getReport, isInside, isReceiver } from './loaded-report.ts'
import { owingRuleStore } from './owing-rule-store.ts'
import { periodStore, type PeriodRow } from './period-store.ts'
import { hashOf } from './revision-hash.ts'
import { reportStore, type ReportRow } from './report-store.ts'
import { revisionStore } from './revision-store.ts'
import type { PeriodId, RevisionId } from './tables.ts'

/** A unit's report as the reader may see it: the working text inside the unit, the last revision sent elsewhere. */
export async function readReport(work: Work, periodId: PeriodId, unitId: UnitId): Promise<ReportRecord> {
  const loaded = await getReport(work, periodId, unitId)
  const { report, period, form, lock, actions } = loaded
  const directory = await directoryOf(work)
  const inside = isInside(work, unitId)
  const revisions = (await revisionStore(work.db).list(report.id)).filter(({ sentOn }) => inside || sentOn !== null)
  const draft = inside ? await reportStore(work.db).findDraft(report.id) : null
  const sent = inside ? undefined : revisions.find(({ sentOn, returnedOn }) => sentOn !== null && returnedOn === null) ?? revisions.find(({ sentOn }) => sentOn !== null)
  const shown = sent === undefined ? null : await revisionStore(work.db).get(sent.id)
  const content: ReportContent | null = draft?.content ?? shown?.content ?? null
  const worked = content === null ? null : await evaluate(work, loaded, content)
  const frozen = report.revisionId === null || (!inside && report.sentAt === null) ? null : await revisionStore(work.db).get(report.revisionId)
  const exceptions = await exceptionStore(work.db).listOf(report.id)
  const remarks = inside || isReceiver(work, report) ? await revisionStore(work.db).listRemarks(report.id) : []
  const givenBack = inside ? report : revisions[0] // what the head says to the unit stays inside; above it is known what the level above said
  const names = await namesOf(work, peopleIn({ revisions, exceptions, remarks, givenBack, changedBy: draft?.changedBy ?? null }))
  const rule = report.ruleId === null ? undefined : await owingRuleStore(work.db).find(report.ruleId)
  const nameOf = (id: string | null) => (id === null ? null : names.get(id) ?? null)
  return {
    id: report.id, period: await shownPeriod(work, period), unit: unitName(directory, unitId, period), receiver: report.receiverId === null ? null : unitName(directory, report.receiverId, period),
    state: reportState(report), actions: [...actions], dueOn: report.dueOn, dueBecause: report.dueBecause,
    dueRule: rule === undefined ? null : { source: rule.source, certainty: rule.certainty }, locksOn: report.locksOn, lock, workingDaysLeft: report.sentAt === null ? workingDaysBetween(work.today, report.dueOn, work.calendar) : null, isReceiver: isReceiver(work, report),
    exceptions: exceptions.map(({ askedBy, decidedBy, ...exception }) => ({ ...exception, askedByName: nameOf(askedBy), decidedByName: nameOf(decidedBy) })),
    form: { definition: form.definition, figures: form.figures } as ReportRecord['form'],
    content: shownContent(content), version: draft?.version ?? 0, revisionShown: shown?.number ?? null,
    values: { ...(shown?.own ?? worked?.values) }, totals: { ...(shown?.totals ?? worked?.totals) }, facts: { ...worked?.facts }, frozenFacts: frozen?.facts ?? null,
    cumulated: !inside || worked?.cumulated == null ? null : { ...worked.cumulated, periods: [...worked.cumulated.periods], values: { ...worked.cumulated.values } },
    previous: worked?.previous === null || worked?.previous === undefined ? null : { ...worked.previous, values: { ...worked.previous.values } },
    below: worked === null ? null : shownBelow(directory, period, worked),
    findings: inside && worked !== null ? worked.findings.map(mutable) : [],
    remarks: remarks.map(({ madeBy, madeAt, resolvedBy, ...remark }) => ({ ...remark, at: madeAt, byName: nameOf(madeBy), resolvedByName: nameOf(resolvedBy) })),
    revisions: revisions.map(({ approvedBy, ...revision }) => ({ ...revision, approvedByName: nameOf(approvedBy) })),
    changedBelow: frozen === null || worked === null ? [] : (await changedSince(work, frozen.children, worked)).map((id) => unitName(directory, id, period)),
    returned: report.returnedAt === null || givenBack === undefined ? null : { byName: nameOf(givenBack.returnedBy), at: report.returnedAt, because: givenBack.returnedBecause },
    lastChange: draft?.changedAt === null || draft?.changedAt === undefined ? null : { byName: nameOf(draft.changedBy), at: draft.changedAt },
  }
}

/** Units of which another revision would be summed up by now than was, or none any more. */
async function changedSince(work: Work, then: readonly RevisionId[], { children: now }: Evaluation): Promise<UnitId[]> {
  const different = [...then.filter((id) => !now.includes(id)), ...now.filter((id) => !then.includes(id))]
  return different.length === 0 ? [] : [...new Set((await revisionStore(work.db).unitsOf(different)).map(({ unitId }) => unitId))]
}

/** A frozen revision: inside the unit any, elsewhere those that were sent. */
export async function readRevision(work: Work, periodId: PeriodId, unitId: UnitId, number: number): Promise<RevisionRecord> {
  const { report } = await getReport(work, periodId, unitId)
  const revision = await revisionStore(work.db).find(report.id, number)
  if (revision === undefined || (revision.sentOn === null && !isInside(work, unitId))) throw new Refusal('not_found', 'reports.no_such_revision')
  const names = await namesOf(work, [revision.approvedBy])
  const { own, content, approvedBy, id, hash, approvedOn, approvedFor, sentOn, receivedOn, returnedOn, returnedBecause, fellOn, totals, facts } = revision
  return {
    id, number, hash, approvedOn, approvedFor, approvedByName: names.get(approvedBy) ?? null, sentOn, receivedOn, returnedOn, returnedBecause, fellOn, totals, facts, values: own, content: contentAsSent(content),
    isIntact: hash === hashOf(report.id, number, revision),
  }
}

export function unitName(directory: Directory, id: UnitId, { to }: Pick<PeriodRow, 'to'>): { id: string; name: string } {
  return { id, name: directory.nameOn(id, to) ?? '' }
}

export async function shownPeriod(work: Work, { id, formCode, formTitle, code, span, name, from, to, openedOn, closedOn, versionNumber, madeOf }: PeriodRow): Promise<ReportPeriodShape> {
  const parts = madeOf.length === 0 ? [] : await periodStore(work.db).listByIds(madeOf)
  return { id, formCode, formTitle, code, span, name, from, to, openedOn, closedOn, versionNumber, madeOf: parts.map((part) => ({ id: part.id, name: part.name })) }
}

export function mutable(finding: Evaluation['findings'][number]): ReportRecord['findings'][number] {
  return { ...finding, at: [...finding.at], details: { ...finding.details } }
}

export function shownContent(content: ReportContent | null): ReportRecord['content'] {
  return content === null ? null : contentAsSent(content)
}

function contentAsSent(content: ReportContent): Content {
  return {
    values: { ...content.values }, reasons: { ...content.reasons }, texts: { ...content.texts }, nothing: [...content.nothing], overrides: { ...content.overrides },
    taken: Object.fromEntries(Object.entries(content.taken).map(([section, pieces]) => [section, [...pieces]])),
  }
}

function shownBelow(directory: Directory, period: PeriodRow, { below }: Evaluation): ReportRecord['below'] {
  if (below === null) return null
  const { sums, reports } = below
  return {
    totals: sums, expected: reports.length, received: reports.filter(({ acceptedRevisionId }) => acceptedRevisionId !== null).length,
    units: reports.map((report) => ({ ...unitName(directory, report.unitId, period), state: reportState(report), revisionId: report.acceptedRevisionId }))
      .toSorted((one, other) => byName.compare(one.name, other.name)),
  }
}

export const byName: Intl.Collator = new Intl.Collator('vi', { numeric: true })

function peopleIn({ revisions, exceptions, remarks, givenBack, changedBy }: {
  revisions: readonly { approvedBy: string }[]; exceptions: readonly { askedBy: string; decidedBy: string | null }[]
  remarks: readonly { madeBy: string; resolvedBy: string | null }[]; givenBack: Pick<ReportRow, 'returnedBy'> | undefined; changedBy: string | null
}): string[] {
  return [
    ...revisions.map(({ approvedBy }) => approvedBy), ...exceptions.flatMap(({ askedBy, decidedBy }) => [askedBy, decidedBy]), ...remarks.flatMap(({ madeBy, resolvedBy }) => [madeBy, resolvedBy]),
    givenBack?.returnedBy ?? null, changedBy,
  ].filter((id) => id !== null)
}
