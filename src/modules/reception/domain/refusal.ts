/** Cases in which the receiver may refuse (Nghị định 154/2026/NĐ-CP, Điều 4). */
export const REFUSAL_GROUNDS = [
  'weapons', 'not-checked', 'filming', 'disorder', 'no-capacity', 'no-proof-of-representation', 'out-of-scope', 'answered-before', 'final-judgment', 'other-body',
] as const
export type RefusalGround = (typeof REFUSAL_GROUNDS)[number]

/**
 * Whose matter was settled and who brings nothing new is told in writing, signed by the head (Nghị định 154/2026/NĐ-CP, Điều 4 khoản 3,
 * Mẫu 01/TCD); in the other cases it is said at the door.
 */
export function owesNotice(ground: RefusalGround): boolean {
  return ground === 'answered-before'
}
