import type { Certainty } from '#kernel/certainty.ts'
import type { UnitId } from '#kernel/ids.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { Designation, LegalActId } from './unit.ts'

/** A unit that a change brings into being; its id is given by the caller. */
export interface NewUnit extends Designation {
  readonly unitId: UnitId
  readonly parentId: UnitId | null
}

/** Where business goes: to a unit made by this very change or to one that is there. */
export type Receiver = { readonly create: NewUnit } | { readonly existing: UnitId }

interface Enacted {
  readonly on: PlainDate
  readonly actId: LegalActId | null
  readonly certainty: Certainty
}

/** Thành lập. */
export interface CreateUnit extends Enacted {
  readonly kind: 'create'
  readonly unit: NewUnit
}

/** Đổi tên, mã, ký hiệu or loại: the unit goes on. */
export interface RenameUnit extends Enacted {
  readonly kind: 'rename'
  readonly unitId: UnitId
  readonly designation: Designation
}

/** Chuyển về trực thuộc đơn vị khác. */
export interface MoveUnit extends Enacted {
  readonly kind: 'move'
  readonly unitId: UnitId
  readonly parentId: UnitId
}

/** Sáp nhập, hợp nhất: all of them end; what lay under them lies under the receiver. */
export interface MergeUnits extends Enacted {
  readonly kind: 'merge'
  readonly unitIds: readonly UnitId[]
  readonly into: Receiver
}

/** Chia, tách. `principal` carries the open business; when it is the unit itself, the unit goes on and only gives parts away. */
export interface SplitUnit extends Enacted {
  readonly kind: 'split'
  readonly unitId: UnitId
  readonly parts: readonly { readonly receiver: Receiver; readonly children: readonly UnitId[] }[]
  readonly principal: UnitId
}

/** Giải thể: its business falls to the unit above; what lay under it goes where `childrenTo` says. */
export interface AbolishUnit extends Enacted {
  readonly kind: 'abolish'
  readonly unitId: UnitId
  readonly childrenTo: UnitId | null
}

export type Change = CreateUnit | RenameUnit | MoveUnit | MergeUnits | SplitUnit | AbolishUnit

export function receiverId(receiver: Receiver): UnitId {
  return 'create' in receiver ? receiver.create.unitId : receiver.existing
}
