import { expect, test } from 'vitest'
import { sayText } from './portal-texts.ts'

test('what the portal does not say itself is the sentence of a refusal, and values are filled in', () => {
  expect(sayText('en', 'portal.step_of', { number: 2, count: 4 })).toBe('Step 2 of 4')
  expect(sayText('vi', 'files.empty')).toBe('Tệp rỗng, không có nội dung.')
})
