import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PLAN_OF_LAM_DONG, planFixture } from '#tests/support/plan-fixtures.ts'
import { readPlanText } from './read-text.ts'
import type { PlanReading } from './plan-reading.ts'

const PLAN = planFixture(PLAN_OF_LAM_DONG)

function read(text: string): PlanReading {
  const reading = readPlanText(text)
  if (reading === null) throw new Error('The text was not taken for a plan')
  return reading
}

test('the plan of Lâm Đồng: its head and its signer', () => {
  expect(read(PLAN)).toMatchObject({
    title: 'Triển khai thực hiện Quy chế công tác dân vận của hệ thống chính trị tỉnh Lâm Đồng ban hành kèm theo Quyết định số 456-QĐ/TU ngày 19/10/2021 của Ban Thường vụ Tỉnh ủy',
    kind: 'Kế hoạch',
    number: null,
    issuedOn: null,
    issuer: 'Ủy ban nhân dân tỉnh Lâm Đồng',
    signer: { name: 'Trần Văn Hiệp', position: 'Chủ tịch' },
  })
})

test('the plan of Lâm Đồng: three parts with 3, 9 and 4 items, and points a to d under II.9', () => {
  const { sections } = read(PLAN)
  expect(sections.map(({ mark, title, items }) => [mark, title, items.map((item) => item.mark).join('')])).toEqual([
    ['I', 'MỤC ĐÍCH, YÊU CẦU', '123'],
    ['II', 'NHIỆM VỤ TRỌNG TÂM VÀ GIẢI PHÁP', '123456789'],
    ['III', 'TỔ CHỨC THỰC HIỆN', '1234'],
  ])
  expect(sections[1]?.items[8]?.items.map((point) => point.mark)).toEqual(['a', 'b', 'c', 'd'])
  expect(sections[0]?.items[1]?.text).toContain('ý thức tự giác, chủ động, tích cực của mỗi cán bộ')
  expect(sections[2]?.items[1]?.text.split('\n').map((line) => line.slice(0, 9))).toEqual(['Sở Nội vụ', 'Phối hợp ', 'Phối hợp ', 'Tăng cườn', 'Chủ trì, '])
  expect(sections[2]?.items[3]?.text.split('\n')).toHaveLength(5)
  expect(JSON.stringify(sections)).not.toContain('Trên đây là')
})

test('the plan of Lâm Đồng: nine documents, each where it is first named', () => {
  expect(read(PLAN).citations.map(({ kind, number, issuedOn, issuer, at }) => [kind, number, issuedOn, issuer, at])).toEqual([
    ['Quyết định', '456-QĐ/TU', '2021-10-19', 'Ban Thường vụ Tỉnh ủy', null],
    ['Quyết định', '1847/QĐ-TTg', '2018-12-27', 'Thủ tướng Chính phủ', 'II.7'],
    ['Chỉ thị', '24-CT/TU', '2018-02-27', 'Ban Thường vụ Tỉnh ủy', 'II.9.a'],
    ['Chỉ thị', '07/CT-UBND', '2021-05-31', 'Chủ tịch Ủy ban nhân dân tỉnh', 'II.9.b'],
    ['Công văn', '352-CV/TU', '2021-04-13', 'Tỉnh ủy Lâm Đồng', 'II.9.c'],
    ['Quyết định', '2372/QĐ-UBND', '2021-09-22', 'Ủy ban nhân dân tỉnh', 'II.9.d'],
    ['Nghị quyết', '39-NQ/TW', '2015-04-17', 'Bộ Chính trị', 'III.2'],
    ['Nghị quyết', '76/NQ-CP', '2021-07-15', 'Chính phủ', 'III.2'],
    ['Chỉ thị', '35-CT/TW', '2014-05-26', 'Bộ Chính trị', 'III.3'],
  ])
  expect(read(PLAN).citations.find((citation) => citation.number === '352-CV/TU')?.subject).toBe('tiếp tục lãnh đạo chỉ đạo đẩy mạnh phong trào thi đua “Dân vận khéo” giai đoạn 2021-2025')
})

test('the plan of Lâm Đồng: whom it addresses and who receives it', () => {
  expect(read(PLAN).addressees).toEqual([
    { mark: 'III.1', units: ['các sở, ban, ngành', 'các đơn vị sự nghiệp công lập thuộc tỉnh', 'các cơ quan liên quan'] },
    { mark: 'III.2', units: ['Sở Nội vụ'] },
    { mark: 'III.3', units: ['Thanh tra tỉnh'] },
    { mark: 'III.4', units: ['Ủy ban nhân dân các huyện, thành phố'] },
  ])
  expect(read(PLAN).recipients).toEqual([
    'TT. TU; TT, HĐND tỉnh (B/c)', 'CT, các PCT UBND tỉnh', 'Ban Dân vận Tỉnh ủy', 'UBMTTQVN tỉnh',
    'Các Sở, ngành, đơn vị sự nghiệp thuộc tỉnh', 'UBND các huyện, thành phố', 'LĐVP UBND tỉnh', 'Lưu: VT, VX4, TKCT',
  ])
})

/** Ways of writing the same plan; any of them, together, in any choice. */
const SPELLINGS: Readonly<Record<string, (text: string) => string>> = {
  'letters and marks apart': (text) => text.normalize('NFD'),
  'lines of Windows': (text) => text.replaceAll('\n', '\r\n'),
  'a byte order mark': (text) => `\ufeff${text}`,
  'spaces that do not break': (text) => text.replace(/(\p{L}) (\p{L})/gu, '$1\u00a0$2'),
  '1) for 1.': (text) => text.replace(/^(\d+)\. /gm, '$1) '),
  'straight quotes': (text) => text.replace(/[“”]/g, '"'),
  'no bold': (text) => text.replaceAll('**', ''),
  'headings in markdown': (text) => text.replace(/^([IVX]+\. )/gm, '## $1'),
  'no empty lines': (text) => text.replace(/\n{2,}/g, '\n'),
  'more empty lines': (text) => text.replaceAll('\n\n', '\n\n\n \n'),
  'trailing spaces': (text) => text.replaceAll('\n', '  \n'),
  'doubled spaces': (text) => text.replaceAll(', ', ',  '),
  'long dashes in lists': (text) => text.replace(/^- /gm, '– '),
  'dashes in numbers': (text) => text.replace(/(\d)-(QĐ|CT|CV|NQ)\//g, '$1 -$2/'),
  'page numbers': (text) => text.replace('\n\nII. ', '\n\n2\n\nII. '),
}

test('no choice of spellings makes a difference to the plan of Lâm Đồng', () => {
  const expected = read(PLAN)
  const withNumberDashes = (text: string) => text.replace(/(\d)-(QĐ|CT|CV|NQ)\//g, '$1 -$2/')
  fc.assert(
    fc.property(fc.subarray(Object.keys(SPELLINGS)), (names) => {
      // A dash in a text is quoted as it is written; only what is read out of it has one spelling.
      const quoted = names.includes('dashes in numbers') ? (JSON.parse(withNumberDashes(JSON.stringify({ title: expected.title, sections: expected.sections }))) as object) : {}
      // The letters are taken apart last: the other spellings look for whole ones.
      const inOrder = names.toSorted((one, other) => Number(one.startsWith('letters')) - Number(other.startsWith('letters')))
      const text = inOrder.reduce((spelt, name) => SPELLINGS[name]?.(spelt) ?? spelt, PLAN)
      expect(read(text)).toEqual({ ...expected, ...quoted })
    }),
    { numRuns: 60 },
  )
})

const sentence = fc.constantFrom('Tăng cường phối hợp với Mặt trận Tổ quốc.', 'Nâng cao nhận thức của cán bộ, công chức;', 'Đối thoại với Nhân dân hai lần một năm.', 'Công khai thủ tục hành chính:')
const text = fc.array(sentence, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'))
const POINTS = ['a', 'b', 'c', 'd', 'đ', 'e', 'g', 'h']
const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI']
const items = fc.array(fc.record({ text, points: fc.array(text, { maxLength: POINTS.length }) }), { minLength: 1, maxLength: 12 }).map((all) =>
  all.map((item, at) => ({ mark: String(at + 1), text: item.text, items: item.points.map((point, index) => ({ mark: POINTS[index] ?? '', text: point })) })),
)
const outline = fc.array(fc.record({ title: fc.constantFrom('MỤC ĐÍCH, YÊU CẦU', 'NHIỆM VỤ, GIẢI PHÁP', 'TỔ CHỨC THỰC HIỆN', 'Kinh phí thực hiện'), items }), { minLength: 1, maxLength: ROMAN.length }).map((all) =>
  all.map((section, at) => ({ mark: ROMAN[at] ?? '', ...section })),
)

test('any outline that is printed is read again', () => {
  fc.assert(
    fc.property(outline, fc.constantFrom('.', ')'), fc.constantFrom('\n', '\n\n'), (sections, stop, between) => {
      const printed = sections.flatMap((section) => [
        `${section.mark}. ${section.title}`,
        ...section.items.flatMap((item) => [`${item.mark}${stop} ${item.text}`, ...item.items.map((point) => `${point.mark}) ${point.text}`)]),
      ])
      const document = ['KẾ HOẠCH', 'Công tác dân vận năm 2024', 'Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:', ...printed, 'Nơi nhận:', '- Lưu: VT.'].join('\n').replaceAll('\n', between)
      expect(read(document).sections).toEqual(sections)
    }),
  )
})

test('a plan of another province, its head in two columns', () => {
  const reading = read(planFixture('son-binh-ke-hoach.txt'))
  expect(reading).toMatchObject({
    title: 'Thực hiện công tác dân vận chính quyền năm 2024 trên địa bàn tỉnh', kind: 'Kế hoạch', number: '45/KH-UBND', issuedOn: '2024-03-05',
    issuer: 'Ủy ban nhân dân tỉnh Sơn Bình', signer: { name: 'Trần Văn Hiệp', position: 'Phó Chủ tịch' },
    recipients: ['Bộ Nội vụ (b/c)', 'TT. Tỉnh ủy, TT. HĐND tỉnh', 'Các sở, ban, ngành tỉnh', 'UBND các huyện, thị xã, thành phố', 'Lưu: VT, NC'],
  })
  expect(reading.sections.map((section) => section.items.length)).toEqual([2, 2, 1, 4])
  expect(reading.sections[1]?.items[0]?.items.map((point) => point.mark)).toEqual(['a', 'b', 'c', 'd', 'đ'])
  expect(reading.sections[1]?.items[0]?.items[1]?.text).toBe('Phát động phong trào thi đua “Dân vận khéo”.\n- Mỗi xã đăng ký ít nhất một mô hình.')
  expect(reading.sections[2]?.items).toEqual([{ mark: null, text: 'Từ dự toán ngân sách nhà nước giao hằng năm.', items: [] }])
  expect(reading.citations.map((citation) => citation.number)).toEqual(['10/2022/QH15', '30/2020/NĐ-CP', '06-KH/TU', '217-QĐ/TW', '218-QĐ/TW', '88-TB/TU', '27/NQ-HĐND'])
  expect(reading.addressees.map(({ mark, units }) => [mark, units.length])).toEqual([['IV.1', 2], ['IV.2', 1], ['IV.3', 3], ['IV.4', 2]])
})

test('a directive without parts, its right column first, signed before Nơi nhận', () => {
  const reading = read(planFixture('hai-thuong-chi-thi.txt'))
  expect(reading).toMatchObject({
    kind: 'Chỉ thị', title: 'Về việc tăng cường công tác dân vận của cơ quan hành chính nhà nước', number: '09/CT-UBND', issuedOn: '2023-08-16',
    issuer: 'Chủ tịch Ủy ban nhân dân tỉnh Hải Thượng', signer: { name: null, position: 'Chủ tịch' }, recipients: ['Văn phòng Chính phủ', 'Như trên', 'Lưu: VT'],
  })
  expect(reading.sections.map(({ mark, title, items: all }) => [mark, title, all.map((item) => item.mark)])).toEqual([[null, null, ['1', '2', '3', '4']]])
  expect(reading.addressees[0]).toEqual({ mark: null, units: ['các sở, ban, ngành', 'Ủy ban nhân dân các huyện, thành phố'] })
  expect(reading.citations.map(({ number, subject, at }) => [number, subject?.slice(0, 20) ?? null, at])).toEqual([
    ['33/CT-TTg', 'tiếp tục tăng cường ', null], ['61/2018/NĐ-CP', null, '1.a'], [null, 'Tiếp công dân năm 20', '2'], [null, 'Tố cáo', '2'],
  ])
})

test('a decision by articles and the plan issued with it', () => {
  const reading = read(planFixture('tan-ha-quyet-dinh.md'))
  expect(reading).toMatchObject({ kind: 'Quyết định', number: '1234/QĐ-UBND', issuedOn: '2025-01-20', issuer: 'Ủy ban nhân dân tỉnh Tân Hà', signer: { name: null, position: 'Chánh Văn phòng' } })
  expect(reading.sections.map(({ mark, title, items: all }) => [mark, title, all.map((item) => item.mark)])).toEqual([
    [null, null, ['Điều 1', 'Điều 2', 'Điều 3']],
    ['Phần thứ nhất', 'YÊU CẦU CHUNG', ['1', '2']],
    ['Phần thứ hai', 'TỔ CHỨC THỰC HIỆN', ['1', '2']],
  ])
  expect(reading.addressees[0]).toEqual({
    mark: 'Điều 3',
    units: ['Văn phòng Ủy ban nhân dân tỉnh', 'Sở Nội vụ', 'Sở Tài chính', 'Sở Văn hóa, Thể thao và Du lịch', 'Ủy ban nhân dân các huyện, thành phố', 'các cơ quan, tổ chức, cá nhân có liên quan'],
  })
  expect(reading.citations.map(({ number, at }) => [number, at])).toEqual([
    ['77/2015/QH13', null], [null, null], ['59/2023/NĐ-CP', null], ['55/TTr-SNV', null], ['98/QĐ-UBND', 'Điều 2'], ['01/2021/TT-BNV', 'Phần thứ hai.1.2'], ['07/2021/TT-BNV', null],
  ])
})

test('an official letter: its "V/v", "Kính gửi" and a name beside Nơi nhận', () => {
  expect(read(planFixture('vinh-loc-cong-van.txt'))).toMatchObject({
    kind: 'Công văn', title: 'V/v báo cáo kết quả công tác dân vận chính quyền quý III năm 2025', number: '321/SNV-XDCQ', issuedOn: '2025-09-02', issuer: 'Sở Nội vụ tỉnh Vĩnh Lộc',
    signer: { name: 'Trần Văn Hiệp', position: 'Giám đốc' }, addressees: [{ mark: null, units: ['Các sở, ban, ngành tỉnh', 'Ủy ban nhân dân các xã, phường'] }],
    recipients: ['Như trên', 'UBND tỉnh (b/c)', 'Lưu: VT, XDCQ'],
  })
})

test('a programme of a Party committee: A. over I., dashes behind numbers, a comma before the date', () => {
  const reading = read(planFixture('dong-giang-chuong-trinh.txt'))
  expect(reading).toMatchObject({ kind: 'Chương trình hành động', number: '15-CTr/TU', issuer: 'Tỉnh ủy Đông Giang', signer: { name: 'Trần Văn Hiệp', position: 'Phó Bí thư Thường trực' } })
  expect(reading.sections.map(({ mark, items: all }) => [mark, all.map((item) => item.mark)])).toEqual([['A', []], ['I', [null]], ['II', ['1', '2']], ['B', ['1', '2']], ['C', ['1', '2', '3']]])
  expect(reading.citations.map(({ number, issuedOn, at }) => [number, issuedOn, at])).toEqual([
    ['23-NQ/TW', '2022-11-21', null], ['43-KL/TW', '2019-01-07', 'B.2'], ['25-NQ/TW', null, 'B.2'], ['124-QĐ/TW', '2018-02-02', 'B.2'],
  ])
})

test('a plan of a commune with chapters and articles, its number still blank, both columns on one line', () => {
  const reading = read(planFixture('binh-sa-ke-hoach-xa.txt'))
  expect(reading).toMatchObject({ title: 'Thực hiện công tác dân vận năm 2026', number: null, issuedOn: null, issuer: 'Ủy ban nhân dân xã Bình Sa', signer: { name: 'Trần Văn Hiệp', position: 'Chủ tịch' }, recipients: ['UBND tỉnh (b/c)', 'Các thôn, tổ dân phố', 'Lưu: VT'] })
  expect(reading.sections.map(({ mark, items: all }) => [mark, all.map((item) => item.mark)])).toEqual([['Chương I', ['Điều 1', 'Điều 2']], ['Chương II', []], ['Mục 1', ['Điều 3']], ['Mục 2', ['Điều 4']]])
  expect(reading.sections[0]?.items[0]?.items[1]?.text).toBe('Thời gian thực hiện: năm 2026, gồm:\na) đợt một trong quý II;\nb) đợt hai trong quý IV.')
  expect(reading.addressees.map(({ mark }) => mark)).toEqual(['Chương II.Mục 1.Điều 3', 'Chương II.Mục 2.Điều 4'])
})

test('a title in capitals ends where the first sentence begins, though that is broken by its lines', () => {
  const document = 'KẾ HOẠCH\nVỀ CÔNG TÁC DÂN VẬN\nGIAI ĐOẠN 2021-2025\nThực hiện Nghị định số 61/2018/NĐ-CP ngày 23 tháng\n4 năm 2018 của Chính phủ, Ủy ban nhân dân tỉnh\nban hành Kế hoạch như sau:\n1. Sở, ban, ngành, Ủy ban nhân dân các xã báo cáo.\nNơi nhận:\n- Lưu: VT.'
  expect(read(document)).toMatchObject({
    title: 'VỀ CÔNG TÁC DÂN VẬN GIAI ĐOẠN 2021-2025',
    citations: [{ number: '61/2018/NĐ-CP', issuedOn: '2018-04-23', issuer: 'Chính phủ' }],
    addressees: [{ mark: '1', units: ['Sở, ban, ngành', 'Ủy ban nhân dân các xã'] }],
  })
})

test('a letter without any mark keeps its paragraphs', () => {
  const letter = 'UBND TỈNH VĨNH LỘC\nSỞ NỘI VỤ\nSố: 12/SNV-TH\nV/v họp giao ban\nKính gửi: Các sở, ban, ngành.\nSở Nội vụ mời họp.\nĐề nghị dự họp đúng giờ./.\nNơi nhận:\n- Như trên;\n- Lưu: VT.\nGIÁM ĐỐC'
  expect(read(letter).sections).toEqual([{ mark: null, title: null, items: [{ mark: null, text: 'Sở Nội vụ mời họp.', items: [] }] }])
})

test.each(['', 'Xin chào', '1. Một\n2. Hai\n3. Ba', '# Ghi chú\n\n- một việc\n- hai việc', 'lorem ipsum '.repeat(500), '1. Cách viết\n2. Ví dụ về Nơi nhận: dòng gạch đầu dòng\n- Lưu: VT.'])('no plan: %j', (other) => {
  expect(readPlanText(other)).toBeNull()
})

test('no text, however strange, makes reading fail', () => {
  const word = fc.constantFrom('KẾ HOẠCH', 'I.', '1.', 'a)', 'Nơi nhận:', '- ', 'TM. ỦY BAN', 'Luật', 'số 5/QĐ-UBND', 'ngày 1/1/2020', 'của', 'Sở', ' ', '\n', '"', '\t', '(')
  fc.assert(
    fc.property(fc.array(fc.oneof(word, fc.string()), { maxLength: 60 }), (words) => {
      expect(() => readPlanText(words.join(' '))).not.toThrow()
    }),
  )
})
