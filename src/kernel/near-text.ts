/**
 * Near-same texts: how much two letters say the same, whatever their accents, signs and line breaks; and a short signature by which a
 * database finds the few candidates among a million.
 *
 * A text is the set of its shingles (three syllables in a row). Likeness is the share of shingles that two texts have in common (Jaccard).
 * The signature is a MinHash of 36 fixed hash functions, twelve bands of three. Texts whose likeness is s share at least one band with
 * 1 − (1 − s³)¹²: 0.9998 at 0.8, 0.95 at 0.6, 0.28 at 0.3, 0.01 at 0.1, never where nothing is shared. Candidates are then measured with
 * `similarity`. (Eight bands of four, tried first, lost one short letter in seventy with a single word changed.) Nothing here is random: the same text has the same bands on every machine and in every version.
 */

const SHINGLE = 3
const BANDS = 12
const ROWS = 3

/** What every letter says and no letter is about: one line each, syllables without accents. */
const FORMULAS = [
  'cong hoa xa hoi chu nghia viet nam', 'doc lap tu do hanh phuc', 'kinh gui', 'toi xin chan thanh cam on', 'xin chan thanh cam on', 'tran trong cam on', 'toi xin cam doan',
  'toi xin chiu trach nhiem truoc phap luat', 'chiu trach nhiem truoc phap luat', 'kinh mong', 'kinh de nghi',
].map((line) => line.split(' '))
const FORMULAS_BY_START = Map.groupBy(FORMULAS, ([first = '']) => first)

/** Small letters without accents, signs and formulas; only the order of syllables is left. */
export function plainSyllables(text: string): string[] {
  const plain = text.normalize('NFD').replace(/\p{M}+/gu, '').toLowerCase().replaceAll('đ', 'd')
  return withoutFormulas(plain.match(/[\p{L}\p{N}]+/gu) ?? [])
}

/** The share of what two texts say that both say, from 0 to 1, in runs of three syllables. Two texts of no words at all say nothing alike. */
export function similarity(one: string, other: string): number {
  const [first, second] = [shinglesOf(one), shinglesOf(other)]
  let common = 0
  for (const shingle of first) if (second.has(shingle)) common += 1
  const all = first.size + second.size - common
  return all === 0 ? 0 : common / all
}

/** For an `int4[]` column under a GIN index: texts that are nearly the same have one of these in common (`&&`). Empty for a text without words. */
export function nearTextBands(text: string): number[] {
  const signature = signatureOf(text)
  if (signature === null) return []
  return Array.from({ length: BANDS }, (_, band) => {
    let hash = mix(band + 1)
    for (let row = 0; row < ROWS; row += 1) hash = mix(hash ^ (signature[band * ROWS + row] ?? 0))
    return hash | 0
  })
}

function withoutFormulas(syllables: readonly string[]): string[] {
  const kept: string[] = []
  for (let at = 0; at < syllables.length; ) {
    const formula = FORMULAS_BY_START.get(syllables[at] ?? '')?.find((line) => line.every((syllable, index) => syllables[at + index] === syllable))
    if (formula === undefined) kept.push(syllables[at] ?? '')
    at += formula?.length ?? 1
  }
  return kept
}

function shinglesOf(text: string): Set<string> {
  const syllables = plainSyllables(text)
  const shingles = new Set<string>()
  for (let at = 0; at < placesOf(syllables); at += 1) shingles.add(syllables.slice(at, at + SHINGLE).join(' '))
  return shingles
}

/** A text shorter than a shingle is one shingle. */
function placesOf(syllables: readonly string[]): number {
  return syllables.length === 0 ? 0 : Math.max(1, syllables.length - SHINGLE + 1)
}

/** The smallest value of each hash function over all shingles. */
function signatureOf(text: string): Uint32Array | null {
  const syllables = plainSyllables(text)
  const hashes = syllables.map(hashOfSyllable)
  const places = placesOf(syllables)
  if (places === 0) return null
  const smallest = new Uint32Array(SEEDS.length).fill(0xffffffff)
  for (let at = 0; at < places; at += 1) {
    let shingle = 0
    for (let next = at; next < Math.min(at + SHINGLE, hashes.length); next += 1) shingle = mix(Math.imul(shingle, 31) ^ (hashes[next] ?? 0))
    for (let index = 0; index < SEEDS.length; index += 1) {
      const value = mix(shingle ^ (SEEDS[index] ?? 0))
      if (value < (smallest[index] ?? 0)) smallest[index] = value
    }
  }
  return smallest
}

/** FNV-1a. */
function hashOfSyllable(syllable: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < syllable.length; at += 1) hash = Math.imul(hash ^ syllable.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

/** The finaliser of MurmurHash 3: each bit of the input sways every bit of the output. */
function mix(value: number): number {
  let hash = value | 0
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** Fixed for good: another seed would make every signature in a database worthless. */
const SEEDS = Uint32Array.from({ length: BANDS * ROWS }, (_, index) => mix(Math.imul(index + 1, 0x9e3779b1)))
