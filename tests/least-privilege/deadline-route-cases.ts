import { seedId } from '#database/seed/seed-file.ts'
import type { Model } from './rights-model.ts'
import type { RouteCases } from './route-case.ts'

const signedIn = () => true
const everywhere = (permission: string) => (model: Model) => model.everywhere(permission)

const DAY = { date: '2027-01-01', kind: 'off', name: 'Tết Dương lịch', source: 'Điều 112', certainty: 'verified' }
const RULE = {
  procedure: 'feedback', step: 'transfer', name: 'Chuyển kiến nghị, phản ánh', startEvent: 'ngày tiếp nhận', direction: 'forward', counted: 'working', days: 5, article: 'Nghị định 20/2008/NĐ-CP, Điều 9',
  certainty: 'unverified', validFrom: '2023-01-01',
}
const DUTY = { unitClass: 'department', times: 2, per: 'month', article: 'Quy định của tỉnh', certainty: 'unverified', validFrom: '2023-01-01' }
const NEXT_DUTY = seedId('reception-duty', 'commune/2026-07-01')
const TRANSFER = seedId('term-rule', 'feedback/transfer/2014-07-01')

/** The law and the calendar are everybody's to read, and for the whole province to change. */
export const DEADLINE_ROUTE_CASES: Readonly<Record<string, RouteCases>> = {
  'GET /deadlines/rules': { may: signedIn },
  'GET /deadlines/steps/{procedure}/{step}': { may: signedIn, of: () => ['complaint', 'acceptance'] },
  'GET /deadlines/compute': { may: signedIn, query: () => '?procedure=complaint&step=acceptance&from=2022-03-15' },
  'POST /deadlines/rules/preview': { may: everywhere('deadlines.manage'), body: () => ({ words: RULE }) },
  'POST /deadlines/rules': { may: everywhere('deadlines.manage'), body: () => RULE },
  'PUT /deadlines/rules/{id}': { may: everywhere('deadlines.manage'), of: () => [TRANSFER], body: () => ({ ...RULE, validFrom: '2014-07-01' }) },
  'GET /deadlines/reception-duties': { may: signedIn },
  'POST /deadlines/reception-duties': { may: everywhere('deadlines.manage'), body: () => DUTY },
  'PUT /deadlines/reception-duties/{id}': { may: everywhere('deadlines.manage'), of: () => [NEXT_DUTY], body: () => ({ ...DUTY, unitClass: 'commune', validFrom: '2026-07-01' }) },
  'GET /deadlines/calendar': { may: signedIn },
  'POST /deadlines/calendar/preview': { may: everywhere('platform.manage-calendar'), body: () => ({ put: [DAY] }) },
  'PUT /deadlines/calendar': { may: everywhere('platform.manage-calendar'), body: () => DAY },
  'DELETE /deadlines/calendar/{date}': { may: everywhere('platform.manage-calendar'), of: () => ['2022-01-01'] },
  'GET /deadlines/calendar/projection/{year}': { may: signedIn, of: () => ['2028'] },
  'POST /deadlines/calendar/projection/{year}': { may: everywhere('platform.manage-calendar'), of: () => ['2028'] },
}
