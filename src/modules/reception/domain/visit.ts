import type { Id, UnitId } from '#kernel/ids.ts'

export type VisitId = Id<'reception-visit'>
export type VisitorId = Id<'reception-visitor'>
export type MatterId = Id<'reception-matter'>
export type ScheduleDayId = Id<'reception-day'>

/**
 * Tiếp thường xuyên; Thủ trưởng tiếp; ủy quyền tiếp: the three columns of Thông tư 01/2024/TT-TTCP, biểu 01/TCD.
 */
export const RECEIVERS = ['regular', 'head', 'authorised'] as const
export type ReceivedBy = (typeof RECEIVERS)[number]

/** What the citizen came about; the same words as the kinds of cases. */
export const MATTER_KINDS = ['complaint', 'denunciation', 'recommendation', 'feedback'] as const
export type MatterKind = (typeof MATTER_KINDS)[number]

/**
 * What became of a matter at the desk. `case`: taken in, with a case of its own; `linked`: belongs to a case that is there;
 * `guided`: the citizen was shown the right body; `explained`: answered on the spot.
 */
export const HANDLINGS = ['case', 'linked', 'guided', 'explained'] as const
export type Handling = (typeof HANDLINGS)[number]

/** Người đến một mình; người đại diện của đoàn; người được ủy quyền (giấy ủy quyền có công chứng, chứng thực). */
export const VISITOR_ROLES = ['visitor', 'representative', 'authorised'] as const
export type VisitorRole = (typeof VISITOR_ROLES)[number]

/** Căn cước công dân or căn cước (12 digits), chứng minh nhân dân (9), hộ chiếu (Nghị định 154/2026/NĐ-CP, Điều 12). */
export const IDENTITY_KINDS = ['cccd', 'cmnd', 'passport'] as const
export type IdentityKind = (typeof IDENTITY_KINDS)[number]

/** Who may see what of a visit depends on these. */
export interface VisitWho {
  readonly unitId: UnitId
  readonly hasDenunciation: boolean
}
