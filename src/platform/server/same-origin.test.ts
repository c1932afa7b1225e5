import { expect, test } from 'vitest'
import { isFromOwnPage, type OriginHeaders } from './same-origin.ts'

const HOST = 'congdan.lamdong.example'

test.each<[string, OriginHeaders, boolean]>([
  ['a browser of today, from our page', { 'sec-fetch-site': 'same-origin', origin: `https://${HOST}` }, true],
  ['a form sent again from the address bar', { 'sec-fetch-site': 'none' }, true],
  ['a page of another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }, false],
  ['a neighbour under the same name', { 'sec-fetch-site': 'same-site', origin: 'https://other.lamdong.example' }, false],
  ['another site that claims our origin beside it', { 'sec-fetch-site': 'cross-site', origin: `https://${HOST}` }, false],
  ['an older browser, from our page', { origin: `https://${HOST}` }, true],
  ['an older browser, capitals in the address', { origin: `https://${HOST.toUpperCase()}` }, true],
  ['an older browser, from another site', { origin: 'https://evil.example' }, false],
  ['a name that begins like ours', { origin: `https://${HOST}.evil.example` }, false],
  ['a hidden origin', { origin: 'null' }, false],
  ['no origin, our page named', { referer: `https://${HOST}/cong-dan/gui?x=1` }, true],
  ['no origin, another page named', { referer: 'https://evil.example/cong-dan' }, false],
  ['no origin, nonsense named', { referer: 'nonsense' }, false],
  ['no browser at all', {}, true],
])('%s', (_who, headers, expected) => {
  expect(isFromOwnPage(headers, HOST)).toBe(expected)
})

test('on another port it is another page', () => {
  expect(isFromOwnPage({ origin: 'http://127.0.0.1:4000' }, '127.0.0.1:3000')).toBe(false)
})
