import type { UnitId } from '#kernel/ids.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { FactInfo, FactSource } from '#platform/server/facts.ts'
import { loadDirectory } from '#modules/organisations/server/index.ts'
import type { Counts } from '../contract.ts'
import type { ObligationState } from '../domain/obligation-state.ts'
import { planFactStore } from './plan-fact-store.ts'

/** `state` null: the duties of every state. */
interface DutyFact extends FactInfo { readonly state: ObligationState | null; readonly counted: keyof Counts }

const LED = 'Nhiệm vụ đơn vị chủ trì, có hạn trong kỳ, đã giao đến ngày cuối kỳ; không tính nhiệm vụ của văn bản đã thu hồi đến ngày đó.'

/** Each duty is in exactly one of the states, by the one rule of `domain/obligation-state.ts` as of the last day: they add up to `plans.duties`. */
const DUTIES: readonly DutyFact[] = [
  { code: 'plans.duties', state: null, counted: 'total', name: 'Nhiệm vụ đến hạn trong kỳ', measure: 'nhiệm vụ', meaning: LED },
  { code: 'plans.duties-done', state: 'done', counted: 'done', name: 'Nhiệm vụ hoàn thành đúng hạn', measure: 'nhiệm vụ', meaning: `${LED} Trong đó hoàn thành đến ngày cuối kỳ và không sau hạn.` },
  { code: 'plans.duties-done-late', state: 'done-late', counted: 'doneLate', name: 'Nhiệm vụ hoàn thành chậm', measure: 'nhiệm vụ', meaning: `${LED} Trong đó hoàn thành sau hạn, đến ngày cuối kỳ đã xong.` },
  { code: 'plans.duties-overdue', state: 'overdue', counted: 'overdue', name: 'Nhiệm vụ quá hạn chưa hoàn thành', measure: 'nhiệm vụ', meaning: `${LED} Trong đó hạn trước ngày cuối kỳ mà đến ngày cuối kỳ chưa xong.` },
  { code: 'plans.duties-under-way', state: 'under-way', counted: 'underWay', name: 'Nhiệm vụ đến hạn đúng ngày cuối kỳ, đang thực hiện', measure: 'nhiệm vụ', meaning: `${LED} Trong đó hạn đúng ngày cuối kỳ, đã bắt đầu, chưa xong: qua ngày đó mới là quá hạn.` },
  { code: 'plans.duties-not-started', state: 'not-started', counted: 'notStarted', name: 'Nhiệm vụ đến hạn đúng ngày cuối kỳ, chưa bắt đầu', measure: 'nhiệm vụ', meaning: `${LED} Trong đó hạn đúng ngày cuối kỳ và chưa bắt đầu: qua ngày đó mới là quá hạn.` },
]

const PLANS: FactInfo = {
  code: 'plans.unit-plans-issued', name: 'Kế hoạch thực hiện đơn vị đã ban hành', measure: 'kế hoạch', meaning: 'Kế hoạch của chính đơn vị thực hiện văn bản chỉ đạo, có ngày ban hành trong kỳ.',
}

/** What is known of a unit's duties and its own plans, as of the last day of the span. */
export const planFacts: FactSource = {
  facts: [...DUTIES.map(({ code, name, meaning, measure }) => ({ code, name, meaning, measure })), PLANS],
  async count(work, unitIds, span) {
    const counts = await planFactStore(work.db).count(unitIds, span)
    return { ...Object.fromEntries(DUTIES.map(({ code, counted }) => [code, counts[counted]])), [PLANS.code]: counts.plansIssued }
  },
  async records(work, code, unitIds, span) {
    const directory = await loadDirectory(work.db)
    const named = (unitId: UnitId, on: PlainDate, label: string) => (unitIds.length > 1 ? `${directory.nameOn(unitId, on) ?? ''}: ${label}` : label)
    const store = planFactStore(work.db)
    if (code === PLANS.code) {
      return (await store.listPlans(unitIds, span)).map(({ directiveId, unitId, title, number, issuedOn }) => ({
        label: named(unitId, issuedOn, [number, title].filter(Boolean).join(': ')), on: issuedOn, value: 1, path: `/ke-hoach/${directiveId}/ke-hoach-don-vi/${unitId}`,
      }))
    }
    const fact = DUTIES.find((known) => known.code === code)
    if (fact === undefined) return []
    return (await store.listDuties(unitIds, span, fact.state)).map(({ id, unitId, dutyTitle, directiveTitle, dueOn }) => ({
      label: named(unitId, dueOn, `${dutyTitle} (${directiveTitle})`), on: dueOn, value: 1, path: `/ke-hoach/nhiem-vu/${id}`,
    }))
  },
}
