import { addDays, type PlainDate } from '#kernel/plain-date.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Work } from '#platform/server/work.ts'
import { loadDirectory } from '#modules/organisations/server/index.ts'
import { holdsWholeProvince, requireWholeProvince } from '#modules/people/server/index.ts'
import type { OpenPeriod, OpenPreview, PeriodList } from '../contract-forms.ts'
import { CLOSING_SOON_DAYS } from '../domain/closing-soon.ts'
import { expectedOf, type Expected, type OwingRule } from '../domain/owing.ts'
import { findPeriod, periodName, periodOn, type PeriodSpan, type Span } from '../domain/period.ts'
import { formStore } from './form-store.ts'
import { followedReports } from './list-reports.ts'
import { owingRuleStore } from './owing-rule-store.ts'
import { periodStore, type PeriodRow } from './period-store.ts'
import { shownPeriod } from './read-report.ts'
import { owingClassOfUnit, owingUnitsOn } from './reported-units.ts'
import { reportStore } from './report-store.ts'
import type { FormVersionId, PeriodId } from './tables.ts'

const MANAGE = 'reports.manage'

type Opening = Pick<PeriodRow, 'formCode' | 'code' | 'span' | 'name' | 'from' | 'to' | 'madeOf'> & { readonly versionId: FormVersionId; readonly versionNumber: number }

/** Periods with how far their reports are, of the units the reader follows; and which could be opened next. */
export async function listPeriods(work: Work, { form }: { form?: string | undefined }): Promise<PeriodList> {
  const store = periodStore(work.db)
  const [periods, counts] = [await store.list(form), await store.counts(followedReports(work))]
  return {
    periods: await Promise.all(periods.map(async (period) => ({ ...await shownPeriod(work, period), ...(counts.get(period.id) ?? { expected: 0, sent: 0, received: 0 }) }))),
    next: (await openable(work, periods)).map(({ formCode, code, name, from, to, formTitle }) => ({ formCode, formTitle, code, name, from, to })),
    mayManage: await holdsWholeProvince(work, MANAGE),
  }
}

/** What opening would do: which version, who will owe it, by when and why. Nothing is kept. */
export async function previewPeriod(work: Work, order: OpenPeriod): Promise<OpenPreview> {
  await requireWholeProvince(work, MANAGE)
  const opening = await openingOf(work, order)
  const rules = await owingRuleStore(work.db).list()
  const expected = await expectedFor(work, opening, rules)
  const directory = await loadDirectory(work.db)
  const byClass = Map.groupBy(expected, ({ unitId, ruleId }) => `${owingClassOfUnit(directory, unitId, opening.to) ?? ''} ${ruleId}`)
  return {
    name: opening.name, from: opening.from, to: opening.to, versionNumber: opening.versionNumber, units: expected.length,
    classes: [...byClass.values()].flatMap((ofClass) => {
      const [first] = ofClass
      const rule = rules.find(({ id }) => id === first?.ruleId)
      return first === undefined ? [] : [{
        class: owingClassOfUnit(directory, first.unitId, opening.to), units: ofClass.length, dueOn: first.dueOn, because: [...first.because], locksOn: first.locksOn, source: rule?.source ?? '', certainty: rule?.certainty ?? 'unverified',
      }]
    }),
  }
}

/** Opens a period with the form version in force on its last day; from now on its units owe it, and no change of the form touches it. */
export async function openPeriod(work: Work, order: OpenPeriod): Promise<PeriodId> {
  await requireWholeProvince(work, MANAGE)
  return open(work, await openingOf(work, order), work.actor.id)
}

/** Closed for good: nobody writes, sends or receives any more. Undone by opening it again. */
export async function closePeriod(work: Work, id: PeriodId, isClosed: boolean): Promise<void> {
  await requireWholeProvince(work, MANAGE)
  const period = await getPeriod(work, id)
  if (isClosed && period.to >= work.today) throw new Refusal('conflict', 'reports.period_not_over', { period: period.name })
  await periodStore(work.db).close(id, isClosed ? work.today : null, isClosed ? work.actor.id : null)
}

export async function getPeriod(work: Work, id: PeriodId): Promise<PeriodRow> {
  const period = await periodStore(work.db).find(id)
  if (period === undefined) throw new Refusal('not_found', 'reports.no_such_period')
  return period
}

/** Every morning: periods about to close are opened, and what units owe follows a reorganisation that came meanwhile. */
export async function openDuePeriods(work: Work): Promise<void> {
  for (const opening of await openable(work, await periodStore(work.db).list())) await open(work, opening, work.actor.id)
  const rules = await owingRuleStore(work.db).list()
  for (const period of await periodStore(work.db).list()) if (period.closedOn === null && period.to >= addDays(work.today, -CLOSING_SOON_DAYS)) await oweAnew(work, period, rules)
}

async function open(work: Work, opening: Opening, by: string): Promise<PeriodId> {
  const expected = await expectedFor(work, opening, await owingRuleStore(work.db).list())
  if (expected.length === 0) throw new Refusal('conflict', 'reports.nobody_owes', { period: opening.name })
  const id = await periodStore(work.db).add({ ...opening, openedOn: work.today }, by)
  if (id === undefined) throw new Refusal('conflict', 'reports.period_open', { period: opening.name, field: 'code' })
  await reportStore(work.db).addExpected(id, expected)
  return id
}

/** Units that are new owe it; those that ended before the last day, and had begun nothing, do not. */
async function oweAnew(work: Work, period: PeriodRow, rules: readonly OwingRule[]): Promise<void> {
  const expected = await expectedFor(work, period, rules)
  const owing = new Set(expected.map(({ unitId }) => unitId))
  const store = reportStore(work.db)
  const gone = (await store.listOfPeriods([period.id])).filter(({ unitId }) => !owing.has(unitId)).map(({ unitId }) => unitId)
  await store.addExpected(period.id, expected)
  if (gone.length > 0) await store.removeUnbegun(period.id, gone)
}

/** A sơ kết or another period by its dates is owed by the same units as the year's report, a sơ kết by the top alone. */
async function expectedFor(work: Work, { formCode, span, to, madeOf }: Pick<PeriodRow, 'formCode' | 'span' | 'to' | 'madeOf'>, rules: readonly OwingRule[]): Promise<Expected[]> {
  const units = owingUnitsOn(await loadDirectory(work.db), to)
  const owed = (as: Span) => expectedOf({ formCode, span: as, to }, units, rules, work.calendar)
  const expected = span === 'other' ? firstNonEmpty((['year', 'half-year', 'quarter', 'month', 'nine-months'] as const).map(owed)) : owed(span)
  return madeOf.length > 0 ? expected.filter(({ receiverId }) => receiverId === null) : expected
}

function firstNonEmpty<Item>(lists: readonly Item[][]): Item[] {
  return lists.find((list) => list.length > 0) ?? []
}

async function openingOf(work: Work, { formCode, code, name, from, to, madeOf }: OpenPeriod): Promise<Opening> {
  const newest = await formStore(work.db).versionInForce(formCode, work.today)
  if (newest === undefined) throw new Refusal('not_found', 'reports.no_published_form', { form: formCode, field: 'formCode' })
  const found = await datesOf(work, { code, name, from, to, madeOf, formCode, closingDay: newest.definition.closingDay, spans: newest.definition.spans })
  const version = await formStore(work.db).versionInForce(formCode, found.to)
  if (version === undefined) throw new Refusal('conflict', 'reports.no_form_then', { period: found.name })
  if ((await periodStore(work.db).findByCode(formCode, code)) !== undefined) throw new Refusal('conflict', 'reports.period_open', { period: found.name, field: 'code' })
  return { formCode, code, madeOf, ...found, versionId: version.id, versionNumber: version.number }
}

async function datesOf(work: Work, { code, name, from, to, madeOf, formCode, closingDay, spans }: OpenPeriod & { closingDay: number | null; spans: readonly Span[] }): Promise<{ span: PeriodSpan; name: string; from: PlainDate; to: PlainDate }> {
  if (madeOf.length > 0) {
    const parts = await periodStore(work.db).listByIds(madeOf)
    const [first, last] = [parts.map((part) => part.from).sort()[0], parts.at(-1)?.to]
    if (name === undefined || first === undefined || last === undefined || parts.length !== madeOf.length || parts.some((part) => part.formCode !== formCode || part.madeOf.length > 0)) {
      throw new Refusal('invalid', 'reports.parts_unclear', { field: 'madeOf' })
    }
    return { span: 'other', name, from: first, to: last }
  }
  const known = findPeriod(code, closingDay)
  if (known !== undefined) {
    if (!spans.includes(known.span)) throw new Refusal('invalid', 'reports.span_not_asked', { field: 'code', period: periodName(known) })
    return { span: known.span, name: periodName(known), from: known.from, to: known.to }
  }
  if (name === undefined || from === undefined || to === undefined || from > to) throw new Refusal('invalid', 'reports.period_unclear', { field: 'code', code })
  return { span: 'other', name, from, to }
}

/** By form and span the period of today, when it closes soon, and the one that closed a short while ago, where somebody owes them. */
async function openable(work: Work, opened: readonly PeriodRow[]): Promise<(Opening & { readonly formTitle: string })[]> {
  const forms = formStore(work.db)
  const rules = await owingRuleStore(work.db).list()
  const found: (Opening & { readonly formTitle: string })[] = []
  for (const { code: formCode } of await forms.list()) {
    const now = await forms.versionInForce(formCode, work.today)
    for (const span of now?.definition.spans ?? []) {
      for (const day of [addDays(work.today, -CLOSING_SOON_DAYS), work.today]) {
        const period = periodOn(day, span, now?.definition.closingDay ?? null)
        if (period === undefined || period.to > addDays(work.today, CLOSING_SOON_DAYS) || period.to < addDays(work.today, -CLOSING_SOON_DAYS)) continue
        const version = await forms.versionInForce(formCode, period.to)
        const isKnown = [...opened, ...found].some((other) => other.formCode === formCode && other.code === period.code)
        if (version === undefined || isKnown) continue
        const opening = { formCode, formTitle: version.definition.title, ...period, name: periodName(period), madeOf: [], versionId: version.id, versionNumber: version.number }
        if ((await expectedFor(work, opening, rules)).length > 0) found.push(opening)
      }
    }
  }
  return found
}
