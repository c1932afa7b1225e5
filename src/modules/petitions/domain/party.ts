/** Người gửi; người đại diện của đoàn; người cùng ký; người được ủy quyền. */
export const PARTY_ROLES = ['sender', 'representative', 'co-signer', 'authorised'] as const
export type PartyRole = (typeof PARTY_ROLES)[number]

/** Căn cước công dân or căn cước (12 digits), chứng minh nhân dân (9), hộ chiếu (Nghị định 154/2026/NĐ-CP, Điều 12). */
export const IDENTITY_KINDS = ['cccd', 'cmnd', 'passport'] as const
export type IdentityKind = (typeof IDENTITY_KINDS)[number]

/** How many may speak for a group: 5 to 10 people one or two, more than ten up to five (Luật Tiếp công dân 42/2013/QH13, Điều 29). Null where it is no group. */
export function representativesOf(people: number): { readonly least: number; readonly most: number } | null {
  if (people < 5) return null
  return people <= 10 ? { least: 1, most: 2 } : { least: 1, most: 5 }
}
