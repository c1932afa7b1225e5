import type { UnitId } from '#kernel/ids.ts'

/** A unit under one of the names it has or had. */
export interface NamedUnit { readonly unitId: UnitId; readonly name: string }

/**
 * Which unit a letter speaks of ("Chủ tịch UBND xã Đạ Tẻh", "UBND phường 2, thành phố Đà Lạt"): the one named first, its whole name before a shorter one.
 * Null where none is named, or where two bear the name.
 */
export function namedBody(text: string, units: readonly NamedUnit[]): UnitId | null {
  const said = plain(text)
  let best: { at: number; length: number; units: Set<UnitId> } | null = null
  for (const { unitId, name } of units) {
    const words = plain(name)
    const at = placeOf(said, words)
    if (at === -1) continue
    if (best === null || at < best.at || (at === best.at && words.length > best.length)) best = { at, length: words.length, units: new Set([unitId]) }
    else if (at === best.at && words.length === best.length) best.units.add(unitId)
  }
  const [unitId, ...others] = best?.units ?? []
  return unitId === undefined || others.length > 0 ? null : unitId
}

/** As whole words: "phường 2" does not stand in "phường 21". */
function placeOf(text: string, words: string): number {
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) {
    if (!isPart(text.at(at - 1 < 0 ? text.length : at - 1)) && !isPart(text.at(at + words.length))) return at
  }
  return -1
}

function isPart(letter: string | undefined): boolean {
  return letter !== undefined && /[\p{L}\p{N}]/u.test(letter)
}

function plain(text: string): string {
  return text.normalize('NFC').toLocaleLowerCase('vi').replaceAll(/\bubnd\b/g, 'ủy ban nhân dân').replaceAll(/uỷ/g, 'ủy').replaceAll(/\s+/g, ' ').trim()
}
