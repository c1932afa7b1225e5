import fc from 'fast-check'
import { expect, test } from 'vitest'
import { edited, EDITS, editsAt, unclearMarks, type Edit, type Outline, type Place } from './reading-edits.ts'

const outline: Outline = [
  { mark: 'I', title: 'MỤC ĐÍCH', items: [{ mark: '1', text: 'Nâng cao nhận thức.', items: [] }] },
  {
    mark: 'II', title: 'NHIỆM VỤ',
    items: [
      { mark: '1', text: 'Tuyên truyền', items: [] },
      { mark: '2', text: 'Quy chế. Đối thoại.', items: [{ mark: 'a', text: 'với dân' }, { mark: 'b', text: 'với thôn' }] },
    ],
  },
]
const item = (section: number, index: number): Place => ({ section, item: index, point: null })
const point = (section: number, index: number, at: number): Place => ({ section, item: index, point: at })

/** "II.2 Quy chế." lines: marks and texts in reading order. */
function said(shown: Outline): string[] {
  return shown.flatMap((section) => section.items.flatMap((each) => [
    `${section.mark ?? ''}.${each.mark ?? ''} ${each.text}`, ...each.items.map(({ mark, text }) => `${section.mark ?? ''}.${each.mark ?? ''}.${mark} ${text}`),
  ]))
}

test.each([
  [item(1, 1), 'merge', 0, ['I.1 Nâng cao nhận thức.', 'II.1 Tuyên truyền\nQuy chế. Đối thoại.', 'II.1.a với dân', 'II.1.b với thôn']],
  [item(1, 1), 'split', 9, ['I.1 Nâng cao nhận thức.', 'II.1 Tuyên truyền', 'II.2 Quy chế.', 'II.3 Đối thoại.', 'II.3.a với dân', 'II.3.b với thôn']],
  [item(1, 0), 'up', 0, ['I.1 Nâng cao nhận thức.', 'I.1 Tuyên truyền', 'II.2 Quy chế. Đối thoại.', 'II.2.a với dân', 'II.2.b với thôn']],
  [item(0, 0), 'down', 0, ['II.1 Nâng cao nhận thức.', 'II.1 Tuyên truyền', 'II.2 Quy chế. Đối thoại.', 'II.2.a với dân', 'II.2.b với thôn']],
  [point(1, 1, 0), 'merge', 0, ['I.1 Nâng cao nhận thức.', 'II.1 Tuyên truyền', 'II.2 Quy chế. Đối thoại.\nvới dân', 'II.2.b với thôn']],
  [point(1, 1, 1), 'to-item', 0, ['I.1 Nâng cao nhận thức.', 'II.1 Tuyên truyền', 'II.2 Quy chế. Đối thoại.', 'II.2.a với dân', 'II.3 với thôn']],
  [point(1, 1, 1), 'up', 0, ['I.1 Nâng cao nhận thức.', 'II.1 Tuyên truyền', 'II.2 Quy chế. Đối thoại.', 'II.2.b với thôn', 'II.2.a với dân']],
] as [Place, Edit, number, string[]][])('at %j, %s gives %4$j', (place, edit, at, expected) => {
  expect(said(edited(outline, place, edit, at))).toEqual(expected)
})

test('an item becomes a point of the one before it, with the next letter', () => {
  const bare = edited(outline, point(1, 1, 0), 'merge')
  const shown = edited(edited(bare, point(1, 1, 0), 'merge'), item(1, 1), 'to-point')
  expect(said(shown).slice(1)).toEqual(['II.1 Tuyên truyền', 'II.1.a Quy chế. Đối thoại.\nvới dân\nvới thôn'])
})

test('only an empty clause can be removed; two clauses with one path are named', () => {
  expect(editsAt(outline, item(1, 0))).not.toContain('remove')
  const added = edited(outline, item(1, 0), 'add')
  expect(editsAt(added, item(1, 1))).toContain('remove')
  expect(unclearMarks(added)).toEqual(['II.2'])
  expect(edited(added, item(1, 1), 'remove')).toEqual(outline)
})

const anyText = fc.array(fc.constantFrom('thực', 'hiện', 'quy', 'chế', 'dân', 'vận'), { maxLength: 4 }).map((words) => words.join(' '))
const anyOutline: fc.Arbitrary<Outline> = fc.array(fc.record({
  mark: fc.constantFrom('I', 'II', null), title: fc.constant('PHẦN'),
  items: fc.array(fc.record({ mark: fc.constantFrom('1', '2', null), text: anyText, items: fc.array(fc.record({ mark: fc.constantFrom('a', 'b'), text: anyText }), { maxLength: 3 }) }), { maxLength: 4 }),
}), { minLength: 1, maxLength: 3 })
const anyEdit = fc.record({ section: fc.nat(2), item: fc.nat(3), point: fc.option(fc.nat(2)), edit: fc.constantFrom(...EDITS), at: fc.nat(20) })

test('whatever is done in whatever order, no letter is lost and none is made up', () => {
  const letters = (shown: Outline) => shown.flatMap(({ items }) => items.flatMap((each) => [each.text, ...each.items.map(({ text }) => text)])).join('').replaceAll(/\s/g, '')
  fc.assert(fc.property(anyOutline, fc.array(anyEdit, { maxLength: 8 }), (start, edits) => {
    const end = edits.reduce<Outline>((shown, { edit, at, ...place }) => edited(shown, place, edit, at), start)
    expect(Array.from(letters(end)).toSorted().join('')).toBe(Array.from(letters(start)).toSorted().join(''))
    expect(end.length).toBe(start.length)
  }))
})
