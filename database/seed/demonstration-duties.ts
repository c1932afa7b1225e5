import type { PlainDate } from '#kernel/plain-date.ts'
import { addDays } from '#kernel/plain-date.ts'
import type { SaveDuty } from '#modules/plans/contract.ts'
import type { Addressee } from '#modules/plans/domain/addressing.ts'
import type { DutyRow } from '#modules/plans/server/directive-store.ts'
import { seedUnitId } from './read-units.ts'

interface Issued { readonly issuedOn: PlainDate; readonly throughDistrict: boolean; readonly from: PlainDate }

interface DemonstrationDuty { readonly path: string; duty(read: DutyRow, issued: Issued): SaveDuty }

/** What the officer makes of the plan's clauses: whom they go to, and when they are due. Dates are for demonstration. */
export const demonstrationDuties: readonly DemonstrationDuty[] = [
  { path: 'II.1', duty: (read, issued) => ({ ...once(read, issued, 45), figureName: 'Số lượt người được tuyên truyền', figureUnit: 'lượt người', addressees: everybody(issued) }) },
  { path: 'II.3', duty: (read, issued) => ({ ...each(read, issued, 'quarter'), addressees: everybody(issued) }) },
  { path: 'II.5', duty: (read, issued) => ({ ...once(read, issued, 60), product: 'Kế hoạch của đơn vị', addressees: everybody(issued) }) },
  { path: 'II.6', duty: (read, issued) => ({ ...each(read, issued, 'half-year'), addressees: [...everybody(issued), cooperating('ld-ubmttq')] }) },
  { path: 'II.9.a', duty: (read, issued) => ({ ...once(read, issued, 90), addressees: [toClass('departments', false)] }) },
  { path: 'III.1', duty: (read, issued) => ({ ...each(read, issued, 'half-year'), product: 'Báo cáo kết quả công tác dân vận', addressees: [toClass('departments', false)] }) },
  { path: 'III.2', duty: (read, issued) => ({ ...each(read, issued, 'year'), addressees: [toUnit('ld-so-noi-vu'), cooperating('ld-van-phong-ubnd')] }) },
  { path: 'III.3', duty: (read, issued) => ({ ...each(read, issued, 'half-year'), addressees: [toUnit('ld-thanh-tra-tinh')] }) },
  { path: 'III.4', duty: (read, issued) => ({ ...each(read, issued, 'half-year'), product: 'Báo cáo kết quả công tác dân vận', addressees: [issued.throughDistrict ? toClass('district-committees', false) : toClass('commune-committees', false)] }) },
]

function once(read: DutyRow, { issuedOn }: Issued, days: number): SaveDuty {
  return { ...read, addressees: [], schedule: { kind: 'once', dueOn: addDays(issuedOn, days) } }
}

/** "Trước ngày 15 của tháng cuối kỳ": the rhythm facts.md suggests for reports; mẫu minh họa. */
function each(read: DutyRow, { from }: Issued, every: 'quarter' | 'half-year' | 'year'): SaveDuty {
  const until = `${from.slice(0, 4)}-12-31`
  return { ...read, addressees: [], schedule: { kind: 'recurring', every, from, until: until as PlainDate, due: { month: 'last', day: 15, before: true } } }
}

function everybody({ throughDistrict }: Issued): Addressee[] {
  const communes = toClass('commune-committees', throughDistrict)
  return throughDistrict ? [toClass('departments', false), toClass('district-committees', false), communes] : [toClass('departments', false), communes]
}

function toClass(addressed: Addressee['class'], throughDistrict: boolean): Addressee {
  return { role: 'lead', class: addressed, unitId: null, throughDistrict }
}

function toUnit(key: string): Addressee {
  return { role: 'lead', class: null, unitId: seedUnitId(key), throughDistrict: false }
}

function cooperating(key: string): Addressee {
  return { ...toUnit(key), role: 'cooperate' }
}
