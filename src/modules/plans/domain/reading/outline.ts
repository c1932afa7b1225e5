import { isAllCapitals } from './capitals.ts'
import { markOf, RANK } from './marks.ts'
import type { Mark } from './marks.ts'
import type { PlanItem, PlanPoint, PlanSection } from './plan-reading.ts'

/** A paragraph and the path of marks it stands under ("II.9.a"); `opens` when it is the first of its section, item or point. */
export type PlacedText = { readonly at: string | null; readonly text: string; readonly opens: boolean }

export type Outline = {
  /** What stands before the first mark. */
  readonly preamble: readonly string[]
  readonly sections: readonly PlanSection[]
  /** Every heading, item, point and paragraph of the sections, in reading order. */
  readonly placed: readonly PlacedText[]
}

type OpenPoint = { readonly rank: number; readonly mark: string; readonly lines: string[] }
type OpenItem = { readonly rank: number | null; readonly mark: string | null; readonly lines: string[]; readonly points: OpenPoint[] }
type OpenSection = { readonly rank: number | null; readonly mark: string | null; title: string | null; readonly items: OpenItem[] }

/**
 * Sections, items and points by the marks printed before paragraphs.
 * - Phần, chương, mục, A. and I. are sections, one after the other; a wider one that holds narrower ones has no items of its own.
 * - Điều and 1. are items (khoản under an Điều are points); under a section that has neither, a) or the dashes of a list are its items.
 * - 1.1. under 1., and a) are points. What is marked deeper, and dashes under an item, stay in the text as a line with their sign.
 * - An Điều or a number before any section opens a section without mark or title.
 */
export function outlineOf(paragraphs: readonly string[], startsAtOnce = false): Outline {
  const builder = new OutlineBuilder()
  if (startsAtOnce) builder.openSection(null, null, null)
  for (const paragraph of paragraphs) builder.add(paragraph)
  return builder.close()
}

class OutlineBuilder {
  readonly #preamble: string[] = []
  readonly #placed: PlacedText[] = []
  readonly #sections: OpenSection[] = []
  /** The section being read and the wider ones it lies in. */
  #around: OpenSection[] = []

  add(paragraph: string): void {
    const mark = markOf(paragraph)
    if (mark === null) this.#addPlain(paragraph)
    else if (mark.level === 'section') this.#addSection(mark)
    else if (mark.rank === RANK.article) this.#addItem(mark)
    else if (mark.rank === RANK.number) this.#addNumber(mark)
    else if (mark.rank === RANK.decimal) this.#addDecimal(mark, paragraph)
    else if (mark.level === 'point') this.#addPoint(mark)
    else this.#addListed(mark)
  }

  close(): Outline {
    return { preamble: this.#preamble, sections: this.#sections.map(closedSection), placed: this.#placed }
  }

  openSection(rank: number | null, mark: string | null, title: string | null): void {
    const section: OpenSection = { rank, mark, title, items: [] }
    this.#around = rank === null ? [section] : [...this.#around.filter((outer) => outer.rank !== null && outer.rank < rank), section]
    this.#sections.push(section)
  }

  #addSection(mark: Mark): void {
    this.openSection(mark.rank, mark.printed, mark.rest === '' ? null : withoutStop(mark.rest))
    this.#place(mark.rest)
  }

  #addItem(mark: Mark): void {
    if (this.#section === undefined) this.openSection(null, null, null)
    this.#section?.items.push({ rank: mark.rank, mark: mark.printed, lines: linesOf(mark.rest), points: [] })
    this.#place(mark.rest)
  }

  #addNumber(mark: Mark): void {
    if (this.#item?.rank === RANK.article) this.#addPointOf(this.#item, mark)
    else this.#addItem(mark)
  }

  /** "1.1" counts only as a part of "1": "1.5 triệu đồng" at the start of a line is no mark. */
  #addDecimal(mark: Mark, paragraph: string): void {
    const parent = mark.printed.slice(0, mark.printed.lastIndexOf('.'))
    const item = this.#item
    if (item?.mark === parent) this.#addPointOf(item, mark)
    else if (item?.points.some((point) => point.mark === parent)) this.#addLine(paragraph)
    else if (this.#section !== undefined && (item === undefined || item.rank === RANK.decimal)) this.#addItem(mark)
    else this.#addPlain(paragraph)
  }

  #addPoint(mark: Mark): void {
    const item = this.#item
    const point = item?.points.at(-1)
    if (item === undefined || item.rank === null || item.rank >= RANK.point) this.#addItemInSection(mark, `${mark.printed}) ${mark.rest}`)
    else if (point !== undefined && point.rank < RANK.point) this.#addLine(`${mark.printed}) ${mark.rest}`)
    else this.#addPointOf(item, mark)
  }

  #addListed(mark: Mark): void {
    const item = this.#item
    const isUnderAnItem = item !== undefined && item.rank !== null && item.rank < mark.rank
    if (isUnderAnItem) this.#addLine(`${mark.printed} ${mark.rest}`)
    else this.#addItemInSection(mark, `${mark.printed} ${mark.rest}`)
  }

  #addItemInSection(mark: Mark, asPrinted: string): void {
    if (this.#section === undefined) this.#preamble.push(asPrinted)
    else this.#addItem(mark)
  }

  #addPointOf(item: OpenItem, mark: Mark): void {
    item.points.push({ rank: mark.rank, mark: mark.printed, lines: linesOf(mark.rest) })
    this.#place(mark.rest)
  }

  #addPlain(paragraph: string): void {
    const section = this.#section
    if (section === undefined) this.#preamble.push(paragraph)
    else if (section.mark !== null && section.title === null && section.items.length === 0) this.#addTitle(section, paragraph)
    else if (section.items.length === 0 && isAllCapitals(paragraph) && section.title !== null && isAllCapitals(section.title)) this.#addTitle(section, `${section.title} ${paragraph}`)
    else this.#addLine(paragraph)
  }

  #addTitle(section: OpenSection, title: string): void {
    section.title = withoutStop(title)
    this.#place(title)
  }

  #addLine(line: string): void {
    const section = this.#section
    if (section === undefined) return
    if (section.items.length === 0) section.items.push({ rank: null, mark: null, lines: [], points: [] })
    const item = section.items.at(-1)
    const lines = item?.points.at(-1)?.lines ?? item?.lines
    const opens = lines?.length === 0
    lines?.push(line)
    this.#place(line, opens)
  }

  #place(text: string, opens = true): void {
    if (text !== '') this.#placed.push({ at: this.#path(), text, opens })
  }

  #path(): string | null {
    const item = this.#item
    const point = item?.points.at(-1)
    const inItem = point?.rank === RANK.decimal ? [point.mark] : [item?.mark, point?.mark]
    const marks = [...this.#around.map((section) => section.mark), ...inItem]
    return pathOf(marks)
  }

  get #section(): OpenSection | undefined {
    return this.#around.at(-1)
  }

  get #item(): OpenItem | undefined {
    return this.#section?.items.at(-1)
  }
}

/** A dash and a missing mark are no address: the path ends at what can be cited. */
function pathOf(marks: readonly (string | null | undefined)[]): string | null {
  const cited = marks.filter((mark) => mark !== null && mark !== undefined && mark !== '-' && mark !== '+')
  return cited.length === 0 ? null : cited.join('.')
}

function linesOf(text: string): string[] {
  return text === '' ? [] : [text]
}

function withoutStop(title: string): string {
  return title.replace(/\s*[.:;]$/, '')
}

function closedSection(section: OpenSection): PlanSection {
  return { mark: section.mark, title: section.title, items: section.items.map(closedItem) }
}

function closedItem(item: OpenItem): PlanItem {
  return { mark: item.mark, text: item.lines.join('\n'), items: item.points.map(closedPoint) }
}

function closedPoint(point: OpenPoint): PlanPoint {
  return { mark: point.mark, text: point.lines.join('\n') }
}
