import type { PlainDate } from '#kernel/plain-date.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Work } from '#platform/server/work.ts'
import { loadDirectory } from '#modules/organisations/server/index.ts'
import type { IssuePreview } from '../contract.ts'
import { directiveActions } from '../domain/lifecycle.ts'
import { addressedDuties } from './addressed-duties.ts'
import { directiveStore } from './directive-store.ts'
import type { DirectiveId } from './tables.ts'

/** Exactly which units each duty would go to if the directive were issued on the day, and what looks wrong about it. */
export async function previewIssue(work: Work, id: DirectiveId, on: PlainDate = work.today): Promise<IssuePreview> {
  const directive = await directiveStore(work.db).find(id)
  if (directive === undefined || !directiveActions(directive, work.actor).includes('correct')) throw new Refusal('not_found', 'plans.no_such_directive')
  const directory = await loadDirectory(work.db)
  const nameOf = (unitId: Parameters<typeof directory.nameOn>[0] | null) => (unitId === null ? null : directory.nameOn(unitId, on) ?? '')
  const duties = await addressedDuties(work, directive, on)
  const all = duties.flatMap(({ units }) => units)
  const differing = (units: typeof all) => new Set(units.map(({ unitId }) => unitId)).size
  return {
    units: differing(all), leads: differing(all.filter(({ role }) => role === 'lead')), throughDistrict: differing(all.filter(({ viaUnitId }) => viaUnitId !== null)),
    duties: duties.map(({ duty, units }) => ({
      dutyId: duty.id, title: duty.title, units: units.map(({ unitId, role, viaUnitId }) => ({ name: nameOf(unitId) ?? '', role, via: nameOf(viaUnitId) })),
    })),
    warnings: duties.flatMap(({ duty, warnings, units }) => {
      const about = { dutyId: duty.id, title: duty.title }
      const said = warnings.map((warning) => ({ ...about, code: warning.code, class: warning.class, unitName: nameOf(warning.unitId) }))
      return units.some(({ role }) => role === 'lead') ? said : [...said, { ...about, code: 'plans.duty_without_lead' as const, class: null, unitName: null }]
    }),
  }
}
