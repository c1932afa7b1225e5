import { unitsWhere } from '#kernel/actor.ts'
import type { Work } from '#platform/server/work.ts'
import { loadDirectory } from '#modules/organisations/server/index.ts'
import { countUnacknowledged, waitingDeliveries } from '#modules/documents/server/index.ts'
import { appointmentsOf } from '#modules/people/server/index.ts'
import { workingDaysBetween } from '#kernel/working-calendar.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { MyTask, MyWork } from '../contract.ts'
import { unitPlanState } from '../domain/lifecycle.ts'
import { missingPosts } from '../domain/needed-posts.ts'
import { SOON_WORKING_DAYS } from '../domain/obligation-state.ts'
import { directiveStore } from './directive-store.ts'
import { obligationStore } from './obligation-store.ts'
import { shownObligation } from './obligations.ts'
import { unitPlanStore } from './unit-plan-store.ts'

const SHOWN_OBLIGATIONS = 100

/** What another module knows that the actor must do: plans need not know the module. */
export type TaskSource = (work: Work) => Promise<(Omit<MyTask, 'workingDaysLeft' | 'urgency' | 'dueOn'> & { readonly dueOn: PlainDate | null })[]>

/** "Việc của tôi": what I must do, by when, and why; the late first. */
export async function readMyWork(work: Work, moreTasks: readonly TaskSource[] = []): Promise<MyWork> {
  const directory = await loadDirectory(work.db)
  const reporting = unitsWhere(work.actor, 'plans.report-progress')
  const obligations = obligationStore(work.db)
  const open = reporting.size === 0 ? [] : await obligations.list({ units: reporting, on: work.today, role: 'lead', onlyOpen: true }, { limit: SHOWN_OBLIGATIONS, offset: 0 })
  const tasks: MyTask[] = [
    ...(await waitingDeliveries(work)).map(({ document, unitName }) => task(work, {
      kind: 'acknowledge', title: [document.typeName, document.number].filter(Boolean).join(' '), because: document.summary, unitName, dueOn: null, link: `/van-ban/${document.id}`,
    }, null)),
    ...open.map((row) => {
      const { id, dutyTitle, period, unitName, dueOn, directiveTitle, clausePath } = shownObligation(work, directory, row)
      return task(work, {
        kind: 'obligation', title: [dutyTitle, period].filter(Boolean).join(' — '), because: [clausePath, directiveTitle].filter(Boolean).join(', '), unitName, dueOn, link: `/ke-hoach/nhiem-vu/${id}`,
      }, row.dueOn)
    }),
    ...(await unitPlanTasks(work)),
    ...(await draftTasks(work)),
    ...(await appointmentTasks(work)),
  ]
  for (const source of moreTasks) tasks.push(...(await source(work)).map((facts) => task(work, facts, facts.dueOn)))
  const followed = unitsWhere(work.actor, 'plans.read-progress')
  const counts = await obligations.counts({ units: reporting, on: work.today, role: 'lead' })
  const followedCounts = followed.size <= reporting.size ? null : await obligations.counts({ units: followed, on: work.today, role: 'lead' })
  return {
    today: work.today, counts, tasks: tasks.toSorted(byUrgency),
    followed: followedCounts && { counts: followedCounts, unacknowledged: await countUnacknowledged(work, followed) },
  }
}

/** Plans to approve, to mend, to issue; and to make, for directives the unit has duties of but no plan yet. */
async function unitPlanTasks(work: Work): Promise<MyTask[]> {
  const [preparing, approving] = [unitsWhere(work.actor, 'plans.prepare-unit-plan'), unitsWhere(work.actor, 'plans.approve-unit-plan')]
  const directory = await loadDirectory(work.db)
  const plans = await unitPlanStore(work.db).listOf(new Set([...preparing, ...approving]))
  const wanted = { submitted: 'approve-plan', returned: 'returned-plan', draft: 'prepare-plan', approved: 'issue-plan', issued: null } as const
  const begun = plans.flatMap((plan): MyTask[] => {
    const kind = wanted[unitPlanState(plan)]
    const isMine = kind === 'approve-plan' ? approving.has(plan.unitId) : preparing.has(plan.unitId)
    if (kind === null || !isMine) return []
    return [task(work, {
      kind, title: plan.title, because: plan.returnedBecause ?? '', unitName: directory.nameOn(plan.unitId, work.today) ?? '', dueOn: null,
      link: `/ke-hoach/${plan.directiveId}/ke-hoach-don-vi/${plan.unitId}`,
    }, null)]
  })
  const missing = (await obligationStore(work.db).unplanned(preparing, work.today)).map(({ directiveId, unitId, title }) => task(work, {
    kind: 'prepare-plan', title: `Lập kế hoạch thực hiện ${title}`, because: '', unitName: directory.nameOn(unitId, work.today) ?? '', dueOn: null,
    link: `/ke-hoach/${directiveId}/ke-hoach-don-vi/${unitId}`,
  }, null))
  return [...begun, ...missing]
}

async function draftTasks(work: Work): Promise<MyTask[]> {
  const preparing = unitsWhere(work.actor, 'plans.prepare-directive')
  if (preparing.size === 0) return []
  const drafts = (await directiveStore(work.db).list()).filter(({ unitId, issuedOn }) => issuedOn === null && preparing.has(unitId))
  return drafts.map(({ id, title }) => task(work, { kind: 'draft-directive', title, because: '', unitName: null, dueOn: null, link: `/ke-hoach/${id}` }, null))
}

/** For its head: whom the unit has yet to name. */
async function appointmentTasks(work: Work): Promise<MyTask[]> {
  const directory = await loadDirectory(work.db)
  const units = [...unitsWhere(work.actor, 'plans.approve-unit-plan')].filter((id) => directory.unitOn(id, work.today) !== undefined)
  const people = await appointmentsOf(work, units, work.today)
  return units.flatMap((id) => {
    const missing = missingPosts(people.filter(({ unitId }) => unitId === id).map(({ post }) => post))
    if (missing.length === 0) return []
    return [task(work, { kind: 'appoint', missing, title: '', because: '', unitName: directory.nameOn(id, work.today) ?? '', dueOn: null, link: `/to-chuc/${id}` }, null)]
  })
}

function task(work: Work, facts: Omit<MyTask, 'workingDaysLeft' | 'urgency'>, day: PlainDate | null): MyTask {
  const left = facts.dueOn === null || day === null ? null : workingDaysBetween(work.today, day, work.calendar)
  const urgency = left === null ? 'soon' : left < 0 || day === null || day < work.today ? 'late' : left <= SOON_WORKING_DAYS ? 'soon' : 'later'
  return { ...facts, workingDaysLeft: left, urgency }
}

const ORDER = { late: 0, soon: 1, later: 2 } as const

function byUrgency(one: MyTask, other: MyTask): number {
  return ORDER[one.urgency] - ORDER[other.urgency] || (one.dueOn ?? '').localeCompare(other.dueOn ?? '')
}
