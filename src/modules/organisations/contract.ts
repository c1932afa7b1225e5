import { z } from 'zod'
import type { UnitId } from '#kernel/ids.ts'
import { CERTAINTIES } from '#kernel/certainty.ts'
import { findPlainDate, type PlainDate } from '#kernel/plain-date.ts'
import { ADDRESSING_CLASS_NAMES, UNIT_KIND_NAMES } from './domain/unit-kind.ts'

/** A day that a unit can have: what lies outside is a slip of the pen. */
export const Day = z.string()
  .refine((text) => findPlainDate(text) !== undefined && text >= '1900-01-01' && text < '2200-01-01', 'http.not_a_date')
  .transform((text) => text as PlainDate)
export const aUnitId = z.uuid().transform((text) => text as UnitId)
const Certainty = z.enum(CERTAINTIES)
const nullableText = z.string().nullable()

/** One line of words as people type it: one form of each letter, single blanks, nothing invisible. */
export function words(min: number, max: number) {
  return z.string().overwrite((text) => text.toWellFormed().normalize('NFC').replaceAll(/\s+/gu, ' ').trim()).min(min).max(max).regex(/^\P{Cc}*$/u)
}

const Named = z.object({ id: z.string(), name: z.string() })
export const Unit = z.object({
  id: z.string(), code: nullableText, name: z.string(), shortName: nullableText, sign: nullableText, kind: z.enum(UNIT_KIND_NAMES), parentId: nullableText,
  validFrom: z.string(), validUntil: nullableText, certainty: Certainty,
})
export type Unit = z.infer<typeof Unit>
export const OnDay = z.object({ on: Day.optional() })
export const Tree = z.object({ on: z.string(), units: z.array(Unit) })

export const UNIT_SORTS = ['name', '-name', 'kind', '-kind', 'code', '-code', 'parent', '-parent', 'validFrom', '-validFrom'] as const
export const UnitFilters = OnDay.extend({
  q: z.string().trim().max(200).default(''), class: z.enum(ADDRESSING_CLASS_NAMES).optional(), kind: z.enum(UNIT_KIND_NAMES).optional(),
  /** A unit: only what lies below it, however deep. */
  under: aUnitId.optional(),
  sort: z.enum(['', ...UNIT_SORTS]).default(''),
})
export type UnitFilters = z.infer<typeof UnitFilters>
export const UnitPage = UnitFilters.extend({
  page: z.coerce.number().int().min(1).max(10_000).default(1), size: z.coerce.number().int().min(5).max(100).default(25),
})
export type UnitPage = z.infer<typeof UnitPage>
export const ListedUnit = Unit.extend({ parentName: nullableText, childCount: z.number() })
export type ListedUnit = z.infer<typeof ListedUnit>
export const UnitList = z.object({ on: z.string(), total: z.number(), units: z.array(ListedUnit) })

export const ByUnit = z.object({ id: aUnitId })
export const Act = z.object({ id: z.string(), kind: z.string(), number: z.string(), issuedOn: nullableText, issuer: z.string(), subject: z.string(), certainty: Certainty })
export type Act = z.infer<typeof Act>
const Tie = Named.extend({ on: z.string(), extent: z.enum(['full', 'partial']), principal: z.boolean(), act: Act.nullable(), certainty: Certainty })
export const UnitRecord = z.object({
  unit: Unit.nullable(), name: z.string(), history: z.array(Unit.extend({ parentName: nullableText, act: Act.nullable() })), ancestors: z.array(Named), children: z.array(Unit),
  predecessors: z.array(Tie), successors: z.array(Tie),
  /** Who carries the business of a unit that had ended by that day. */
  holder: Named.nullable(),
})
export type UnitRecord = z.infer<typeof UnitRecord>
