import { expect, test } from 'vitest'
import { addressIn, languageOf } from './languages.ts'

test.each([
  ['/cong-dan', 'vi'], ['/cong-dan/tra-cuu?x=/en/citizens', 'vi'], ['/en/citizens', 'en'], ['/en/citizens/tra-cuu', 'en'], ['/en/citizenship', 'vi'], ['/', 'vi'],
])('%s is in %s', (address, language) => {
  expect(languageOf(address)).toBe(language)
})

test('a page has the same path in every language', () => {
  expect([addressIn('vi', '/tra-cuu'), addressIn('en', '/tra-cuu'), addressIn('vi', '/'), addressIn('en', '/')]).toEqual(
    ['/cong-dan/tra-cuu', '/en/citizens/tra-cuu', '/cong-dan', '/en/citizens'])
})
