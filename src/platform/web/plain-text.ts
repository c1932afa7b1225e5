/** Text as it is compared: lower case, without accents, đ as d. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{Diacritic}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase().trim()
}

/** Every word of the query begins some word of the text, accents or not: "dan kheo" finds "Dân vận khéo". */
export function matches(text: string, query: string): boolean {
  const words = fold(text).split(/[^\p{Letter}\p{Number}]+/u)
  return fold(query).split(/\s+/).every((part) => words.some((word) => word.startsWith(part)))
}
