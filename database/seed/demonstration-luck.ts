import type { UnitId } from '#kernel/ids.ts'

/** 0 to 1, always the same for the same unit and matter: a demonstration tells the same story each time. */
export function luckOf(unitId: UnitId, matter: string): number {
  let mixed = 2166136261
  for (const character of unitId + matter) mixed = Math.imul(mixed ^ character.charCodeAt(0), 16777619) >>> 0
  mixed = Math.imul(mixed ^ (mixed >>> 15), 2246822507) >>> 0
  return ((mixed ^ (mixed >>> 13)) >>> 0) / 2 ** 32
}
