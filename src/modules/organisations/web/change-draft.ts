import type { z } from 'zod'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { SearchOption } from '#platform/web/search-select.tsx'
import type { OrderChange } from '../contract.ts'
import { isUnitKind, type UnitKind } from '../domain/unit-kind.ts'

export const OPERATIONS = ['merge', 'split', 'rename', 'move', 'abolish', 'create'] as const

/** A reorganisation as it is being filled in; `name`, `code`, `kind` and `parent` describe the unit it makes or renames. */
export interface ChangeDraft {
  operation: (typeof OPERATIONS)[number]
  on: PlainDate | null
  actId: string | null
  unit: SearchOption | null
  units: SearchOption[]
  into: 'new' | 'existing'
  receiver: SearchOption | null
  name: string
  code: string
  kind: string
  parent: SearchOption | null
  /** Of a split: the units made, and those that were there and take a share. */
  made: { name: string; code: string }[]
  receivers: SearchOption[]
  /** Who carries the open business, by the place among `made` and then `receivers`. */
  principal: string | null
}

export function emptyChange(today: PlainDate): ChangeDraft {
  return {
    operation: 'merge', on: today, actId: null, unit: null, units: [], into: 'new', receiver: null, name: '', code: '', kind: 'commune', parent: null,
    made: [{ name: '', code: '' }, { name: '', code: '' }], receivers: [], principal: null,
  }
}

/** Whether the operation brings a unit into being, whose kind and place are to be given. */
export function makesUnit({ operation, into, made }: ChangeDraft): boolean {
  return operation === 'create' || (operation === 'merge' && into === 'new') || (operation === 'split' && made.length > 0)
}

export function namesUnit({ operation, into }: ChangeDraft): boolean {
  return operation === 'create' || operation === 'rename' || (operation === 'merge' && into === 'new')
}

/** What is missing, by field; the words are the caller's. */
export function missingIn(draft: ChangeDraft, required: string, several: string): Record<string, string | null> {
  const { operation } = draft
  const unless = (isThere: boolean) => (isThere ? null : required)
  const isOfOne = operation === 'rename' || operation === 'move' || operation === 'abolish' || operation === 'split'
  return {
    on: unless(draft.on !== null),
    unit: unless(!isOfOne || draft.unit !== null),
    units: operation === 'merge' && draft.units.length < 2 ? several : null,
    receiver: unless(operation !== 'merge' || draft.into === 'new' || draft.receiver !== null),
    name: unless(!namesUnit(draft) || draft.name.trim() !== ''),
    parent: unless(operation !== 'move' || draft.parent !== null),
    receivers: operation === 'split' && draft.made.length + draft.receivers.length < 2 ? several : null,
    principal: unless(operation !== 'split' || draft.principal !== null),
    ...Object.fromEntries(draft.made.map(({ name }, index) => [`made.${String(index)}.name`, unless(operation !== 'split' || name.trim() !== '')])),
  }
}

/** The order that the server previews and carries out. */
export function orderFrom(draft: ChangeDraft): z.input<typeof OrderChange> {
  const { operation, parent, unit, receiver } = draft
  const common = { on: draft.on ?? '', actId: draft.actId }
  const unitId = unit?.value ?? ''
  const newUnit = ({ name, code }: { name: string; code: string }) => ({ name, code: codeOf(code), kind: kindOf(draft.kind), parentId: parent?.value ?? null })
  switch (operation) {
    case 'merge':
      return { kind: operation, ...common, unitIds: draft.units.map(({ value }) => value), into: draft.into === 'new' ? { create: newUnit(draft) } : { existing: receiver?.value ?? '' } }
    case 'split': {
      const parts = [...draft.made.map((made) => ({ create: newUnit(made) })), ...draft.receivers.map(({ value }) => ({ existing: value }))]
      return { kind: operation, ...common, unitId, parts, principalPart: Number(draft.principal) }
    }
    case 'create': return { kind: operation, ...common, unit: newUnit(draft) }
    case 'rename': return { kind: operation, ...common, unitId, name: draft.name, code: codeOf(draft.code) }
    case 'move': return { kind: operation, ...common, unitId, parentId: parent?.value ?? '' }
    case 'abolish': return { kind: operation, ...common, unitId, childrenTo: parent?.value ?? null }
  }
}

function codeOf(text: string): string | null {
  return text.trim() === '' ? null : text.trim()
}

function kindOf(text: string): UnitKind {
  return isUnitKind(text) ? text : 'commune'
}
