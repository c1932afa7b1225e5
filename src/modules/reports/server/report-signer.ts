import type { UnitVersion } from '#modules/organisations/server/index.ts'
import { headTitleOf, tierOf } from '#modules/organisations/server/index.ts'
import type { Signature } from '#platform/server/official-document/official-document.ts'
import { SIGNING_WAYS, type DocumentSetup } from '../contract.ts'

export type SigningWay = DocumentSetup['way']

/** Whose right is used: the head of the unit as recorded, else as bodies of its kind call theirs. */
export interface Head { readonly position: string; readonly name: string | null; readonly isActing: boolean }

/** What a head is called where none is recorded. */
export function headOf(unit: UnitVersion | undefined, recorded: { readonly position: string; readonly name: string | null; readonly isActing?: boolean }): Head {
  if (recorded.name !== null) return { position: recorded.position, name: recorded.name, isActing: recorded.isActing ?? false }
  return { position: unit === undefined ? recorded.position : headTitleOf(unit), name: null, isActing: false }
}

/** Who usually signs in a way: a deputy for the head, by order or authorisation who is in charge of home affairs (TL., TUQ.). */
export function usualSigner(way: SigningWay, unit: UnitVersion | undefined, head: Head): { position: string; name: string } {
  if (way === 'head') return { position: head.position, name: head.name ?? '' }
  if (way === 'KT') return { position: `Phó ${head.position}`, name: '' }
  const tier = unit === undefined ? 'body' : tierOf(unit.kind)
  return { position: tier === 'province' ? 'Giám đốc Sở Nội vụ' : tier === 'district' ? 'Trưởng phòng Nội vụ' : '', name: '' }
}

/**
 * Box 7 of Nghị định 30/2020/NĐ-CP, Phụ lục I: TM. with the committee signed for, KT. before the head for whom a deputy signs; by order (TL.)
 * or authorisation (TUQ.) of the head nobody signs on behalf of the committee.
 */
export function signatureOf({ way, position, name }: Pick<DocumentSetup, 'way' | 'position' | 'name'>, unit: UnitVersion | undefined, head: Head): Signature {
  const isCommittee = unit !== undefined && tierOf(unit.kind) !== 'body'
  return {
    ...(isCommittee && (way === 'head' || way === 'KT') ? { onBehalfOf: 'Ủy ban nhân dân' } : {}),
    by: way === 'head' ? [] : [{ right: way, position: head.position }], position, name: name === '' ? null : name,
    isActing: way === 'head' && head.isActing && name === head.name,
  }
}

export function signersByWay(unit: UnitVersion | undefined, head: Head): { way: SigningWay; position: string; name: string }[] {
  return SIGNING_WAYS.map((way) => ({ way, ...usualSigner(way, unit, head) }))
}
