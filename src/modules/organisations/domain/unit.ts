import type { Certainty } from '#kernel/certainty.ts'
import type { Id, UnitId } from '#kernel/ids.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { Validity } from '#kernel/validity.ts'
import type { UnitKind } from './unit-kind.ts'

export type LegalActId = Id<'legal-act'>

/** The document by which units change: a resolution of the National Assembly, a decree, a decision. */
export interface LegalAct {
  readonly actId: LegalActId
  /** Tên loại as printed, e.g. "Nghị quyết". */
  readonly kind: string
  readonly number: string
  readonly issuedOn: PlainDate | null
  readonly issuer: string
  readonly subject: string
  readonly certainty: Certainty
}

/** What a unit is called and is; changed by one operation (rename). */
export interface Designation {
  /** Code of the General Statistics Office, leading zeros kept. It may be used again for another unit: never an identity. */
  readonly code: string | null
  readonly name: string
  readonly shortName: string | null
  /** What its documents carry after the type (ký hiệu): "SNV" in 05/BC-SNV. */
  readonly sign: string | null
  readonly kind: UnitKind
}

/** A unit as it was for a time. The versions of a unit follow each other without gap or overlap. */
export interface UnitVersion extends Designation, Validity {
  readonly unitId: UnitId
  /** null for a province or centrally run city: the top. */
  readonly parentId: UnitId | null
  /** The act that made the unit so; null where none is known. */
  readonly actId: LegalActId | null
  readonly certainty: Certainty
}

/** The business of one unit passes to another on a day. */
export interface Succession {
  readonly fromId: UnitId
  readonly toId: UnitId
  readonly on: PlainDate
  /** `partial`: only a part went there, the rest elsewhere or stayed; a figure of the old unit cannot be attributed. */
  readonly extent: 'full' | 'partial'
  /** The one successor of a unit that ended which carries its open business; exactly one for each. */
  readonly principal: boolean
  readonly actId: LegalActId | null
  readonly certainty: Certainty
}
