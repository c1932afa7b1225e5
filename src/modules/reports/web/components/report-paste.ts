import { isValueOf, type Figure, type FigureValue } from '../../domain/figure.ts'

export interface PasteCell { readonly place: string; readonly figure: Pick<Figure, 'kind'> }
export type Pasted =
  | { readonly values: readonly (readonly [place: string, value: FigureValue])[] }
  | { readonly fault: { readonly code: string; readonly details: Readonly<Record<string, string | number>> } }

/**
 * A column or a row copied from a spreadsheet, put into the cells that follow. All of it or nothing: another shape, too many, or something
 * that is no number is said and nothing is written. Undefined for a single value, which a field takes as if it were typed.
 */
export function pasteInto(text: string, cells: readonly PasteCell[], parse: (text: string) => number | undefined): Pasted | undefined {
  const lines = text.replaceAll('\r\n', '\n').replace(/\n$/, '').split('\n').map((line) => line.split('\t'))
  const width = Math.max(...lines.map((line) => line.length))
  if (lines.length === 1 && width === 1) return undefined
  if (lines.length > 1 && width > 1) return { fault: { code: 'reports.paste_shape', details: { lines: lines.length, columns: width } } }
  const words = lines.flat().map((word) => word.trim())
  if (words.length > cells.length) return { fault: { code: 'reports.paste_too_many', details: { count: words.length, room: cells.length } } }
  const values: [string, FigureValue][] = []
  for (const [index, word] of words.entries()) {
    const cell = cells[index]
    if (cell === undefined) break
    const value = word === '' ? null : cell.figure.kind === 'text' ? word : parse(word)
    if (value === undefined || !isValueOf(cell.figure, value)) return { fault: { code: 'reports.paste_wrong', details: { number: index + 1, word } } }
    values.push([cell.place, value])
  }
  return { values }
}
