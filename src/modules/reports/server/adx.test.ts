import fc from 'fast-check'
import { JSDOM } from 'jsdom'
import { expect, test } from 'vitest'
import { Refusal } from '#kernel/refusal.ts'
import type { ExportedFigures } from '../contract-exchange.ts'
import { adxOf } from './adx.ts'

const UNIT = { id: '5d3c', code: '24769', name: 'Phường Xuân Hương - Đà Lạt' }
const FIGURES = [
  { code: 'thu.meetings', name: 'Số cuộc', kind: 'count', measure: 'cuộc' }, { code: 'thu.money', name: 'Kinh phí', kind: 'amount', measure: 'đồng' },
  { code: 'thu.share', name: 'Tỷ lệ', kind: 'ratio', measure: '%' }, { code: 'thu.note', name: 'Ghi chú', kind: 'text', measure: '' },
] as const
const row = (values: ExportedFigures['rows'][number]['values'], said: Partial<ExportedFigures['rows'][number]> = {}) => ({ unit: UNIT, part: 'whole' as const, revision: 1, hash: 'ab', values, ...said })

function exported(rows: ExportedFigures['rows'], form = 'dan-van'): ExportedFigures {
  return {
    form: { code: form, version: 1, title: 'Báo cáo' }, period: { code: '2021-H2', name: '6 tháng cuối năm 2021', from: '2021-06-15', to: '2021-12-14' }, unit: UNIT, on: '2021-12-15', figures: [...FIGURES], rows,
  }
}

function read(figures: ExportedFigures, days: 'calendar' | 'exact' = 'calendar') {
  const { document } = new JSDOM(adxOf(figures, { at: '2021-12-15T02:00:00Z', days }), { contentType: 'text/xml' }).window
  const attributes = (element: Element) => Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value]))
  return {
    root: document.documentElement,
    groups: [...document.getElementsByTagNameNS('urn:ihe:qrph:adx:2015', 'group')].map((group) => ({ ...attributes(group), values: [...group.children].map((each) => ({ ...attributes(each), text: each.textContent })) })),
  }
}

test('a group a unit, a data value a figure; only the attributes that the schema and DHIS2 know', () => {
  const { root, groups } = read(exported([row({ 'thu.meetings': 12, 'thu.money': 1e-7, 'thu.share': 0.5, 'thu.note': 'Lũ & "sạt lở" <3>' })]))
  expect([root.localName, root.namespaceURI, root.getAttribute('exported')]).toEqual(['adx', 'urn:ihe:qrph:adx:2015', '2021-12-15T02:00:00Z'])
  expect(groups).toEqual([{
    orgUnit: '24769', period: '2021-07-01/P6M', dataSet: 'dan-van',
    values: [
      { dataElement: 'thu.meetings', value: '12', text: '' }, { dataElement: 'thu.money', value: '0.0000001', text: '' }, { dataElement: 'thu.note', value: '0', text: 'Lũ & "sạt lở" <3>' },
    ],
  }])
})

test('the very days on request; a unit without an official code goes by its id; a total beside its parts stays out', () => {
  const parts = exported([row({ 'thu.meetings': 1 }, { part: 'own' }), row({ 'thu.meetings': 2 }, { part: 'below', unit: { ...UNIT, id: 'x-1', code: null } }), row({}, { part: 'below' }), row({ 'thu.meetings': 3 }, { part: 'total' })])
  expect(read(parts, 'exact').groups.map(({ values, ...group }) => ({ ...group, values: values.length }))).toEqual([
    { orgUnit: '24769', period: '2021-06-15/P6M', dataSet: 'dan-van', values: 1 }, { orgUnit: 'x-1', period: '2021-06-15/P6M', dataSet: 'dan-van', values: 1 },
  ])
})

test('where nothing could go out there is no document', () => {
  expect(() => adxOf(exported([row({ 'thu.share': 0.5 }), row({ 'thu.meetings': 3 }, { part: 'total' })]), { at: '2021-12-15T02:00:00Z', days: 'exact' })).toThrow(Refusal)
})

test('whatever stands in words, the XML is read and gives it back', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.double({ noNaN: true, min: -1e15, max: 1e15 }), (words, amount) => {
    const [group] = read(exported([row({ 'thu.money': amount, 'thu.note': words })])).groups
     
    const kept = words.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, '').replace(/\r\n?/gu, '\n')
    expect(group?.values.map(({ text }) => text)).toEqual(['', kept])
    expect((group?.values[0] as { value?: string } | undefined)?.value).toMatch(/^-?\d+(?:\.\d+)?$/)
  }))
})
