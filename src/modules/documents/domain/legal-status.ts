import type { PlainDate } from '#kernel/plain-date.ts'

export const RELATION_EFFECTS = ['amends', 'replaces', 'partly-replaces', 'expires', 'cites', 'carries-out'] as const
export type RelationEffect = (typeof RELATION_EFFECTS)[number]

export const LEGAL_STATUSES = ['in-force', 'amended', 'partly-replaced', 'replaced', 'expired'] as const
export type LegalStatus = (typeof LEGAL_STATUSES)[number]

interface Effect { readonly effect: RelationEffect; readonly since: PlainDate }

/** The gravest first: what is replaced is no longer merely amended. */
const STATUS_BY_EFFECT: readonly (readonly [RelationEffect, LegalStatus])[] = [
  ['expires', 'expired'], ['replaces', 'replaced'], ['partly-replaces', 'partly-replaced'], ['amends', 'amended'],
]

/** Hiệu lực of a document on a day, from what later documents did to it. */
export function legalStatusOn(date: PlainDate, doneToIt: readonly Effect[]): LegalStatus {
  const inEffect = new Set(doneToIt.filter(({ since }) => since <= date).map(({ effect }) => effect))
  return STATUS_BY_EFFECT.find(([effect]) => inEffect.has(effect))?.[1] ?? 'in-force'
}
