import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import type { Actor } from '#kernel/actor.ts'
import { addDays, laterOf, type PlainDate } from '#kernel/plain-date.ts'
import { addWorkingDays, onOrAfterWorkingDay } from '#kernel/working-calendar.ts'
import { SYSTEM } from '#platform/server/system-actor.ts'
import { runWork, type Work, type WorkContext } from '#platform/server/work.ts'
import { loadDirectory } from '#modules/organisations/server/index.ts'
import { acknowledgementStepStore } from '#modules/documents/server/acknowledgement-step-store.ts'
import { deliveryStore } from '#modules/documents/server/delivery-store.ts'
import { remindUnits } from '#modules/documents/server/jobs.ts'
import { directiveStore } from '#modules/plans/server/directive-store.ts'
import { escalationStore } from '#modules/plans/server/escalation-store.ts'
import { issueDirective } from '#modules/plans/server/issue-directive.ts'
import { remind } from '#modules/plans/server/jobs.ts'
import { openPeriods, passOnThroughDistrict } from '#modules/plans/server/pass-on.ts'
import { obligationStore, type ObligationRow } from '#modules/plans/server/obligation-store.ts'
import { makeDuties, changeDuty } from '#modules/plans/server/prepare-directive.ts'
import type { DirectiveId } from '#modules/plans/server/tables.ts'
import { uploadDirective } from '#modules/plans/server/upload-directive.ts'
import type { DemonstrationPeople } from './demonstration-people.ts'
import { seedUnitPlan } from './demonstration-plans.ts'
import { demonstrationDuties } from './demonstration-duties.ts'
import { luckOf } from './demonstration-luck.ts'

interface DemonstrationDirective { readonly number: string; readonly issuedOn: PlainDate; readonly throughDistrict: boolean; readonly from: PlainDate }

const PLAN = new URL('ke-hoach-quy-che-456.md', import.meta.url)

/** The plan of Regulation 456 uploaded, read, turned into duties, issued, acknowledged, briefed and worked on, up to today. */
export async function seedDemonstrationYear(context: WorkContext, people: DemonstrationPeople, directive: DemonstrationDirective, today: PlainDate): Promise<void> {
  const on = (day: PlainDate): WorkContext => ({ ...context, today: () => day })
  const coordinator = people.actor('tong-hop.snv', directive.issuedOn)
  const as = <Result>(day: PlainDate, useCase: (work: Work) => Promise<Result>, actor: Actor = coordinator) => runWork(on(day), { actor, requestId: null }, useCase)
  const id = await as(directive.issuedOn, (work) => uploadDirective(work, { bytes: readFileSync(PLAN), name: 'ke-hoach-quy-che-456.md', text: null }))
  await as(directive.issuedOn, async (work) => {
    await makeDuties(work, id, demonstrationDuties.map(({ path }) => path), addDays(directive.issuedOn, 45))
    for (const duty of await directiveStore(work.db).listDuties(id)) {
      const wanted = demonstrationDuties.find(({ path }) => path === duty.clausePath)
      if (wanted !== undefined) await changeDuty(work, id, duty.id, wanted.duty(duty, directive))
    }
  })
  await as(directive.issuedOn, (work) => issueDirective(work, id, { number: directive.number, issuedOn: directive.issuedOn }))
  const passedOnOn = addDays(directive.issuedOn, 14)
  if (directive.throughDistrict && passedOnOn <= today) await as(passedOnOn, (work) => passOnFromMostDistricts(work, id, directive))
  await as(today, (work) => tellTheYear(work, people, id, directive, today))
  for (const day of await as(today, (work) => daysOfReminders(work, id, today))) await as(day, (work) => remindAsOf(work, day, today), SYSTEM)
}

/** The days on which the steps of reminders came for what is still open, the first first. */
async function daysOfReminders(work: Work, directiveId: DirectiveId, today: PlainDate): Promise<PlainDate[]> {
  const steps = await escalationStore(work.db).list()
  const acknowledgementSteps = await acknowledgementStepStore(work.db).list()
  const { documentId } = await directiveStore(work.db).get(directiveId)
  const open = await obligationStore(work.db).list({ units: new Set((await loadDirectory(work.db)).unitIds), on: today, directiveId, role: 'lead', onlyOpen: true }, { limit: 20_000, offset: 0 })
  const waiting = (await deliveryStore(work.db).listWaiting(today)).filter((delivery) => delivery.documentId === documentId)
  const days = [
    ...[...new Set(open.map(({ dueOn }) => dueOn))].flatMap((dueOn) => steps.map(({ daysToDue }) => addWorkingDays(dueOn, -daysToDue, work.calendar))),
    ...[...new Set(waiting.map(({ sentOn }) => sentOn))].flatMap((sentOn) => acknowledgementSteps.map(({ afterDays }) => addWorkingDays(sentOn, afterDays, work.calendar))),
  ]
  return [...new Set(days)].filter((day) => day <= today).toSorted()
}

/** What the morning's jobs would have said on the day; what is a fortnight old has been read. */
async function remindAsOf(work: Work, day: PlainDate, today: PlainDate): Promise<void> {
  await remind(work)
  await remindUnits(work)
  const at = `${day}T00:00:00.000Z`
  await sql`update people.notice set created_at = ${at}, read_at = ${addDays(day, 14) < today ? at : null} where created_at = now()`.execute(work.db)
}

async function tellTheYear(work: Work, people: DemonstrationPeople, id: DirectiveId, directive: DemonstrationDirective, today: PlainDate): Promise<void> {
  await openPeriods(work)
  const { documentId } = await directiveStore(work.db).get(id)
  if (documentId === null) return
  const deliveries = deliveryStore(work.db)
  for (const { id: deliveryId, unitId, sentOn } of await deliveries.listAll(documentId)) {
    const luck = luckOf(unitId, 'delivery')
    const day = onOrAfterWorkingDay(addDays(sentOn, 1 + Math.floor(luck * 12)), work.calendar)
    if (day > today || luck > 0.94) continue
    const by = people.focalOf.get(unitId) ?? 'system'
    const at = `${day}T02:30:00.000Z`
    await deliveries.markOpened([deliveryId], at, by)
    if (luck > 0.9) continue
    await deliveries.acknowledge(deliveryId, { at, on: day, by, onBehalfOf: null })
    const held = onOrAfterWorkingDay(addDays(day, 6), work.calendar)
    if (luck < 0.75 && held <= today) {
      await deliveries.addBriefing(deliveryId, { heldOn: held, sessions: 1 + Math.floor(luck * 4), peopleReached: 25 + Math.floor(luck * 260), audience: 'Cán bộ, công chức, viên chức và người lao động', note: '' }, null, by)
    }
  }
  const store = obligationStore(work.db)
  const units = new Set(people.focalOf.keys())
  const rows = await store.list({ units, on: today, directiveId: id }, { limit: 20_000, offset: 0 })
  for (const row of rows) await tellObligation(work, people, row, directive, today)
  const leading = Map.groupBy(rows.filter(({ role }) => role === 'lead'), ({ unitId }) => unitId)
  for (const [unitId, owed] of leading) {
    const luck = luckOf(unitId, 'plan')
    const by = people.focalOf.get(unitId)
    // Those whose logins are tried have theirs still to make.
    if (luck < 0.8 && by !== undefined && !people.tried.has(unitId)) await seedUnitPlan(work, id, directive.issuedOn, owed, { unitId, by, number: 1 + Math.floor(luck * 90), daysAfter: 10 + Math.floor(luck * 40) })
  }
}

/** Eleven in twelve obligations were begun, most finished in time: what is left is what the board is for. */
async function tellObligation(work: Work, people: DemonstrationPeople, row: ObligationRow, directive: DemonstrationDirective, today: PlainDate): Promise<void> {
  const isLongPast = addDays(row.dueOn, 365) < today
  const luck = luckOf(row.unitId, `${row.dutyTitle} ${row.periodFrom ?? ''}`) * (isLongPast ? 0.87 : 1)
  const start = onOrAfterWorkingDay(addDays(laterOf(row.periodFrom ?? directive.issuedOn, directive.issuedOn), 5 + Math.floor(luck * 20)), work.calendar)
  if (row.role === 'cooperate' || luck > 0.93 || start > today) return
  const store = obligationStore(work.db)
  const by = people.focalOf.get(row.unitId) ?? 'system'
  const entry = { obligation_id: row.id, recorded_by: by, recorded_for: null, figure: null }
  await store.addProgress({ ...entry, kind: 'note', note: 'Đã phân công bộ phận thực hiện và triển khai theo kế hoạch của đơn vị.', recorded_on: start }, [])
  const end = onOrAfterWorkingDay(laterOf(start, addDays(row.dueOn, luck > 0.82 ? 4 : -Math.floor(luck * 18))), work.calendar)
  const isDone = luck < 0.88 && end <= today
  if (isDone) {
    await store.addProgress({ ...entry, kind: 'finish', note: 'Đã hoàn thành, có báo cáo kết quả lưu tại đơn vị.', figure: Math.floor(luck * 300), recorded_on: end }, [])
  }
  await store.mark(row.id, { startedOn: start, doneOn: isDone ? end : null })
}

/** Four districts in five issued their own plan, by which their communes got the directive. */
async function passOnFromMostDistricts(work: Work, id: DirectiveId, { issuedOn }: DemonstrationDirective): Promise<void> {
  const districts = (await loadDirectory(work.db)).unitsOfClassOn('district-committees', issuedOn)
  for (const { unitId } of districts) if (luckOf(unitId, 'district') < 0.8) await passOnThroughDistrict(work, id, unitId)
}
