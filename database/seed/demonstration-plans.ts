import type { UnitId } from '#kernel/ids.ts'
import { addDays, type PlainDate } from '#kernel/plain-date.ts'
import { onOrAfterWorkingDay } from '#kernel/working-calendar.ts'
import type { Work } from '#platform/server/work.ts'
import { governingBodyOf, loadDirectory } from '#modules/organisations/server/index.ts'
import { registerDocument } from '#modules/documents/server/index.ts'
import { directiveStore } from '#modules/plans/server/directive-store.ts'
import type { ObligationRow } from '#modules/plans/server/obligation-store.ts'
import type { DirectiveId } from '#modules/plans/server/tables.ts'
import { unitPlanStore } from '#modules/plans/server/unit-plan-store.ts'

interface PlanOfUnit { readonly unitId: UnitId; readonly number: number; readonly daysAfter: number; readonly by: string }

/** The unit's own plan, derived from what it leads, approved and issued some weeks after the directive. */
export async function seedUnitPlan(work: Work, directiveId: DirectiveId, issuedOn: PlainDate, owed: readonly ObligationRow[], { unitId, number, daysAfter, by }: PlanOfUnit): Promise<void> {
  const directory = await loadDirectory(work.db)
  const unit = directory.unitOn(unitId, issuedOn)
  const day = onOrAfterWorkingDay(addDays(issuedOn, daysAfter), work.calendar)
  if (unit === undefined || owed.length === 0 || day > work.today) return
  const store = unitPlanStore(work.db)
  const { title } = await directiveStore(work.db).get(directiveId)
  const id = await store.add(directiveId, unitId, `Thực hiện ${title}`)
  const body = governingBodyOf(unit)
  const measures = [...new Map(owed.map((row) => [row.dutyId, row])).values()].map(({ dutyId, dutyTitle, dueOn }) => ({ dutyId, what: dutyTitle, who: `Văn phòng ${body}`, dueOn, product: '', passOn: false }))
  await store.replaceMeasures(id, measures)
  await store.submit(id, `${day}T02:00:00.000Z`, by)
  await store.approve(id, day, by, null)
  const code = `${number}/KH-${body.startsWith('Ủy ban nhân dân') ? 'UBND' : initialsOf(body)}`
  const documentId = await registerDocument(work, {
    type: 'ke_hoach', number: code, issuedOn: day, issuer: body, issuerUnitId: unitId, summary: `Thực hiện ${title}`, signer: null, fileId: null, isPublic: false, certainty: 'illustrative',
    body: measures.map(({ what }) => what).join('\n'),
  })
  await store.issue(id, code, day, documentId)
}

/** "Sở Tư pháp": STP. */
function initialsOf(name: string): string {
  return name.split(/[^\p{L}]+/u).map((word) => word.charAt(0).toLocaleUpperCase('vi')).join('')
}
