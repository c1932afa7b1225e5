import { z } from 'zod'
import type { Id, UnitId } from '#kernel/ids.ts'
import { findPlainDate, type PlainDate } from '#kernel/plain-date.ts'
import { UNIT_KIND_NAMES } from './domain/unit-kind.ts'

const Day = z.string().refine((text) => findPlainDate(text) !== undefined, 'http.not_a_date').transform((text) => text as PlainDate)
const aUnitId = z.uuid().transform((text) => text as UnitId)
const anActId = z.uuid().transform((text) => text as Id<'legal-act'>)
const CERTAINTY = z.enum(['verified', 'unverified', 'illustrative'])
const nullableText = z.string().nullable()

export const Unit = z.object({
  id: z.string(), code: nullableText, name: z.string(), shortName: nullableText, sign: nullableText, kind: z.enum(UNIT_KIND_NAMES), parentId: nullableText,
  validFrom: z.string(), validUntil: nullableText, certainty: CERTAINTY,
})
export type Unit = z.infer<typeof Unit>
export const OnDay = z.object({ on: Day.optional() })
export const Tree = z.object({ on: z.string(), units: z.array(Unit) })
export const ByUnit = z.object({ id: aUnitId })
export const Act = z.object({ id: z.string(), kind: z.string(), number: z.string(), issuedOn: nullableText, issuer: z.string(), subject: z.string(), certainty: CERTAINTY })
export type Act = z.infer<typeof Act>
const Named = z.object({ id: z.string(), name: z.string() })
export const UnitRecord = z.object({
  unit: Unit.nullable(), name: z.string(), history: z.array(Unit.extend({ act: Act.nullable() })), ancestors: z.array(Named), children: z.array(Unit),
  predecessors: z.array(Named.extend({ on: z.string(), extent: z.enum(['full', 'partial']) })),
  successors: z.array(Named.extend({ on: z.string(), extent: z.enum(['full', 'partial']), principal: z.boolean() })),
  holder: Named.nullable(),
})
export type UnitRecord = z.infer<typeof UnitRecord>

export const Acts = z.object({ acts: z.array(Act) })
export const SaveAct = z.object({
  kind: z.string().trim().min(3).max(60), number: z.string().trim().min(1).max(60), issuedOn: Day.nullable().default(null), issuer: z.string().trim().min(3).max(200),
  subject: z.string().trim().min(3).max(500),
}).meta({ example: { kind: 'Nghị quyết', number: '1671/NQ-UBTVQH15', issuedOn: '2025-06-16', issuer: 'Ủy ban Thường vụ Quốc hội', subject: 'Sắp xếp các đơn vị hành chính cấp xã của tỉnh Lâm Đồng' } })

const NewUnit = z.object({ code: z.string().trim().max(20).nullable().default(null), name: z.string().trim().min(3).max(200), kind: z.enum(UNIT_KIND_NAMES), parentId: aUnitId.nullable() })
const Receiver = z.union([z.object({ create: NewUnit }), z.object({ existing: aUnitId })])
const When = { on: Day, actId: anActId.nullable().default(null) }
/** An operation on the map of units, as an officer orders it. */
export const OrderChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('create'), ...When, unit: NewUnit }),
  z.object({ kind: z.literal('rename'), ...When, unitId: aUnitId, name: z.string().trim().min(3).max(200), code: z.string().trim().max(20).nullable().default(null) }),
  z.object({ kind: z.literal('move'), ...When, unitId: aUnitId, parentId: aUnitId }),
  z.object({ kind: z.literal('merge'), ...When, unitIds: z.array(aUnitId).min(2).max(50), into: Receiver }),
  z.object({ kind: z.literal('split'), ...When, unitId: aUnitId, parts: z.array(Receiver).min(2).max(20), principalPart: z.number().int().min(0) }),
  z.object({ kind: z.literal('abolish'), ...When, unitId: aUnitId, childrenTo: aUnitId.nullable().default(null) }),
]).meta({ example: { kind: 'rename', on: '2027-01-01', unitId: '00000000-0000-4000-8000-000000000000', name: 'Phường Đà Lạt', code: null } })
export type OrderChange = z.infer<typeof OrderChange>
export const ChangeLine = z.object({ says: z.string(), details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])) })
export const Preview = z.object({ token: z.string(), lines: z.array(ChangeLine) })
export const ApplyChange = z.object({ order: OrderChange, token: z.string() })
export const MadeChange = z.object({ id: z.string() })
export const Change = z.object({
  id: z.string(), kind: z.string(), on: z.string(), lines: z.array(ChangeLine), madeAt: z.string(), undoneAt: nullableText, mayUndo: z.boolean(), cannotUndoBecause: nullableText,
})
export const Changes = z.object({ changes: z.array(Change) })
export const ByChange = z.object({ id: z.uuid() })
