import { expect, test } from 'vitest'
import { narrativeBlocks } from './narrative-blocks.ts'

test.each([
  ['a line is a paragraph, empty lines are none', 'Một.\n\n  Hai.\r\nBa.', [{ kind: 'paragraph', text: 'Một.' }, { kind: 'paragraph', text: 'Hai.' }, { kind: 'paragraph', text: 'Ba.' }]],
  ['lines with a dash of any kind follow each other as one list', 'Gồm:\n- một;\n– hai;\n• ba.\nHết.', [{ kind: 'paragraph', text: 'Gồm:' }, { kind: 'list', items: ['một;', 'hai;', 'ba.'] }, { kind: 'paragraph', text: 'Hết.' }]],
  ['points keep the letter they were approved with', 'a) một\nđ) năm', [{ kind: 'paragraph', text: 'a) một' }, { kind: 'paragraph', text: 'đ) năm' }]],
  ['a minus before a number is no dash of a list', '-5 độ', [{ kind: 'paragraph', text: '-5 độ' }]],
  ['nothing is nothing', ' \n ', []],
])('%s', (_what, text, blocks) => {
  expect(narrativeBlocks(text)).toEqual(blocks)
})
