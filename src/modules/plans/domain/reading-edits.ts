/** What an officer does to the structure of a reading. Each edit gives a new outline; none loses a word. */
export interface OutlinePoint { readonly mark: string; readonly text: string }
export interface OutlineItem { readonly mark: string | null; readonly text: string; readonly items: readonly OutlinePoint[] }
export interface OutlineSection { readonly mark: string | null; readonly title: string | null; readonly items: readonly OutlineItem[] }
export type Outline = readonly OutlineSection[]

/** Where a clause stands, counted from 0; `point` is null for an item. */
export interface Place { readonly section: number; readonly item: number; readonly point: number | null }

export const EDITS = ['merge', 'split', 'up', 'down', 'to-point', 'to-item', 'add', 'remove'] as const
export type Edit = (typeof EDITS)[number]

/** Which edits make sense at the place; only an empty clause may be removed, so that no text is. */
export function editsAt(outline: Outline, place: Place): Edit[] {
  const item = outline[place.section]?.items[place.item]
  if (item === undefined) return []
  if (place.point === null) {
    const isFirst = place.item === 0
    const isLast = place.item === (outline[place.section]?.items.length ?? 0) - 1
    return EDITS.filter((edit) => ({
      merge: !isFirst, split: true, up: !isFirst || place.section > 0, down: !isLast || place.section < outline.length - 1,
      'to-point': !isFirst && item.items.length === 0, 'to-item': false, add: true, remove: item.text.trim() === '' && item.items.length === 0,
    })[edit])
  }
  const point = item.items[place.point]
  if (point === undefined) return []
  const [isFirst, isLast] = [place.point === 0, place.point === item.items.length - 1]
  return EDITS.filter((edit) => ({
    merge: true, split: true, up: !isFirst, down: !isLast, 'to-point': false, 'to-item': true, add: true, remove: point.text.trim() === '',
  })[edit])
}

/** `at`: the place in the text where it is split. The outline as it was where the edit makes no sense. */
export function edited(outline: Outline, place: Place, edit: Edit, at = 0): Outline {
  if (!editsAt(outline, place).includes(edit)) return outline
  if (place.point !== null) return editPoint(outline, { ...place, point: place.point }, edit, at)
  return editItem(outline, place, edit, at)
}

function editItem(outline: Outline, { section, item: index }: Place, edit: Edit, at: number): Outline {
  const items = outline[section]?.items ?? []
  const item = items[index]
  const before = items[index - 1]
  if (item === undefined) return outline
  const put = (from: number, count: number, ...made: OutlineItem[]) => withItems(outline, section, items.toSpliced(from, count, ...made))
  switch (edit) {
    case 'merge': return before === undefined ? outline : put(index - 1, 2, joined(before, item))
    case 'split': return put(index, 1, { ...item, text: item.text.slice(0, at).trim(), items: [] }, { mark: nextMark(item.mark), text: item.text.slice(at).trim(), items: item.items })
    case 'up': return index > 0 ? put(index - 1, 2, ...[item, before].filter((kept) => kept !== undefined)) : movedTo(outline, section, section - 1, item)
    case 'down': {
      const after = items[index + 1]
      return after === undefined ? movedTo(outline, section, section + 1, item) : put(index, 2, after, item)
    }
    case 'to-point': {
      if (before === undefined) return outline
      return put(index - 1, 2, { ...before, items: [...before.items, { mark: pointMark(before.items.length), text: item.text }] })
    }
    case 'add': return put(index + 1, 0, { mark: nextMark(item.mark), text: '', items: [] })
    case 'remove': return put(index, 1)
    case 'to-item': return outline
  }
}

function editPoint(outline: Outline, { section, item: index, point: at }: Place & { readonly point: number }, edit: Edit, cut: number): Outline {
  const items = outline[section]?.items ?? []
  const item = items[index]
  const point = item?.items[at]
  if (item === undefined || point === undefined) return outline
  const put = (from: number, count: number, ...made: OutlinePoint[]) =>
    withItems(outline, section, items.with(index, { ...item, items: item.items.toSpliced(from, count, ...made) }))
  const [before, after] = [item.items[at - 1], item.items[at + 1]]
  switch (edit) {
    case 'merge':
      if (before !== undefined) return put(at - 1, 2, { ...before, text: lines(before.text, point.text) })
      return withItems(outline, section, items.with(index, { ...item, text: lines(item.text, point.text), items: item.items.slice(1) }))
    case 'split': return put(at, 1, { ...point, text: point.text.slice(0, cut).trim() }, { mark: pointMark(at + 1), text: point.text.slice(cut).trim() })
    case 'up': return before === undefined ? outline : put(at - 1, 2, point, before)
    case 'down': return after === undefined ? outline : put(at, 2, after, point)
    case 'to-item': {
      const made = { mark: nextMark(item.mark), text: point.text, items: item.items.slice(at + 1) }
      return withItems(outline, section, items.toSpliced(index, 1, { ...item, items: item.items.slice(0, at) }, made))
    }
    case 'add': return put(at + 1, 0, { mark: pointMark(at + 1), text: '' })
    case 'remove': return put(at, 1)
    case 'to-point': return outline
  }
}

/** Clauses that would share a path, or have none: a duty could not say which one it comes from. */
export function unclearMarks(outline: Outline): string[] {
  const paths = outline.flatMap((section) => section.items.flatMap((item) => {
    const path = [section.mark, item.mark].filter(Boolean).join('.')
    return [...(item.mark === null ? [] : [path]), ...item.items.map((point) => `${path}.${point.mark}`)]
  }))
  return [...new Set(paths.filter((path, index) => paths.indexOf(path) !== index))]
}

/** Points that stood at the end of an item stay in it: they come after the text that joins it. */
function joined(before: OutlineItem, item: OutlineItem): OutlineItem {
  const last = before.items.at(-1)
  if (last === undefined) return { ...before, text: lines(before.text, item.text), items: item.items }
  return { ...before, items: [...before.items.slice(0, -1), { ...last, text: lines(last.text, item.text) }, ...item.items] }
}

function movedTo(outline: Outline, from: number, to: number, item: OutlineItem): Outline {
  return outline.map((section, index) => {
    if (index === from) return { ...section, items: section.items.filter((kept) => kept !== item) }
    if (index !== to) return section
    return { ...section, items: to < from ? [...section.items, item] : [item, ...section.items] }
  })
}

function withItems(outline: Outline, at: number, items: readonly OutlineItem[]): Outline {
  return outline.map((section, index) => (index === at ? { ...section, items } : section))
}

function lines(one: string, other: string): string {
  return [one, other].filter((text) => text !== '').join('\n')
}

/** "9" → "10"; what does not count by numbers is left for the officer to name. */
function nextMark(mark: string | null): string | null {
  return mark !== null && /^\d+$/.test(mark) ? String(Number(mark) + 1) : mark
}

/** The Vietnamese order of letters in lists: a, b, c, d, đ, e… */
const LETTERS = 'a b c d đ e g h i k l m n o p q r s t u v x y'.split(' ')

function pointMark(index: number): string {
  return LETTERS[index] ?? String(index + 1)
}
