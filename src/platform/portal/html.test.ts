import { globSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { attribute, flag, html, trusted } from './html.ts'

const HOSTILE = `<script>alert(1)</script>"><img src=x onerror=alert(1)>' & `

test('whatever stands between tags or quotes is text', () => {
  const made = String(html`<p title="${HOSTILE}">${HOSTILE}</p>`)
  expect(made).not.toMatch(/<script|<img/)
  expect(made).toBe('<p title="&lt;script&gt;alert(1)&lt;/script&gt;&quot;&gt;&lt;img src=x onerror=alert(1)&gt;&#39; &amp; ">&lt;script&gt;alert(1)&lt;/script&gt;&quot;&gt;&lt;img src=x onerror=alert(1)&gt;&#39; &amp; </p>')
})

test('no text, however strange, opens or closes a tag or an attribute', () => {
  fc.assert(fc.property(fc.array(fc.constantFrom('<', '>', '"', "'", '&', '`', '=', '/', '\u0000', 'a', ' ', 'onload', '</p>', '&lt;', '‮')), (pieces) => {
    const text = pieces.join('')
    const [, inside = '', between = ''] = /^<p title="(.*)">(.*)<\/p>$/s.exec(String(html`<p title="${text}">${text}</p>`)) ?? []
    expect(inside).toBe(between)
    expect(inside).not.toMatch(/[<>"']/)
    expect(inside.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&')).toBe(text)
  }))
})

test('templates within templates, and lists of them, are not escaped twice; nothing leaves nothing', () => {
  expect(String(html`<ul>${['a&b', 2].map((each) => html`<li>${each}</li>`)}${false}${null}${undefined}</ul>`)).toBe('<ul><li>a&amp;b</li><li>2</li></ul>')
})

test('an attribute is there with its value, or not at all', () => {
  expect(String(html`<a${attribute('rel', 'x"y')}${attribute('id', undefined)}${flag('hidden', true)}${flag('inert', false)}>`)).toBe('<a rel="x&quot;y" hidden>')
  expect(String(html`${trusted('<b>')}`)).toBe('<b>')
})

test('in every page of the product, what is put into a tag stands within quotes or is made by attribute() and flag()', () => {
  const files = globSync('src/**/portal/**/*.ts').filter((path) => !path.includes('.test.') && !path.endsWith('/html.ts'))
  const unquoted = files.flatMap((path) => [...readFileSync(path, 'utf8').matchAll(/<[a-z][^<>`]*?\s[\w-]+=\$\{/g)].map(([found]) => `${path}: ${found}`))
  expect(files.length).toBeGreaterThan(20)
  expect(unquoted).toEqual([])
})
