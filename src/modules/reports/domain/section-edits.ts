import type { NarrativeSection } from './form.ts'

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII', 'XIII', 'XIV', 'XV', 'XVI', 'XVII', 'XVIII', 'XIX', 'XX']

/** The next code that is free: "III" for a part, "II.3" for a section under the last part (Nghị định 30/2020/NĐ-CP, Phụ lục I: I, II, III; 1, 2, 3). */
export function nextSectionId(sections: readonly NarrativeSection[], level: 1 | 2): string {
  const taken = new Set(sections.map(({ id }) => id))
  if (level === 1) return ROMAN.find((numeral) => !taken.has(numeral)) ?? ''
  const part = sections.findLast((section) => section.level === 1)?.id ?? ''
  const nth = Array.from({ length: sections.length + 1 }, (_, index) => String(index + 1)).map((number) => (part === '' ? number : `${part}.${number}`))
  return nth.find((id) => !taken.has(id)) ?? ''
}

/** As it is printed before the heading: "II.3" is "3". */
export function printedNumber(id: string): string {
  return id.split('.').at(-1) ?? id
}

/** One thing of a list somewhere else; a place outside of it changes nothing. */
export function moved<Item>(items: readonly Item[], from: number, to: number): readonly Item[] {
  const item = items[from]
  return item === undefined || to < 0 || to >= items.length ? items : items.toSpliced(from, 1).toSpliced(to, 0, item)
}
