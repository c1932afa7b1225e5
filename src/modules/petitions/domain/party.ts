export { representativesOf } from '#kernel/group-of-people.ts'

/** Người gửi; người đại diện của đoàn; người cùng ký; người được ủy quyền. */
export const PARTY_ROLES = ['sender', 'representative', 'co-signer', 'authorised'] as const
export type PartyRole = (typeof PARTY_ROLES)[number]

/** Căn cước công dân or căn cước (12 digits), chứng minh nhân dân (9), hộ chiếu (Nghị định 154/2026/NĐ-CP, Điều 12). */
export const IDENTITY_KINDS = ['cccd', 'cmnd', 'passport'] as const
export type IdentityKind = (typeof IDENTITY_KINDS)[number]
