/** What makes a matter complex (Nghị định 124/2020/NĐ-CP, Điều 3a as amended by Nghị định 155/2026/NĐ-CP); written down on file. */
export const COMPLEXITY_GROUNDS = ['several-places', 'several-contents', 'many-people', 'foreign-element', 'several-bodies', 'differing-opinions', 'conflicting-evidence'] as const
export type ComplexityGround = (typeof COMPLEXITY_GROUNDS)[number]

/** How often the term of a denunciation may be extended: once where it is complex, twice where it is especially so: two grounds or more (Luật Tố cáo Điều 30; Nghị định 31/2019/NĐ-CP Điều 3). */
export function extensionsFor(grounds: readonly ComplexityGround[]): 0 | 1 | 2 {
  const count = new Set(grounds).size
  return count === 0 ? 0 : count === 1 ? 1 : 2
}
