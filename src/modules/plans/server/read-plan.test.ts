import { deflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { PLAN_OF_LAM_DONG, planFixture } from '#tests/support/plan-fixtures.ts'
import { docxOf, pdfOf, printablePlan } from '#tests/support/print-plan.ts'
import { readPlan } from './read-plan.ts'
import { readPlanHere } from './read-plan-text.ts'

const PLAN = planFixture(PLAN_OF_LAM_DONG)
const PRINTABLE = printablePlan(PLAN)
const HEAD = { left: ['ỦY BAN NHÂN DÂN', 'TỈNH LÂM ĐỒNG', 'Số: 123/KH-UBND'], right: ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc', 'Lâm Đồng, ngày 05 tháng 11 năm 2021'] }

async function readingOf(bytes: Uint8Array) {
  const read = await readPlanHere(bytes)
  return read.ok ? read.reading : read.because
}

test.each([
  ['Word, marks typed', () => docxOf(PRINTABLE, 'typed')],
  ['Word, marks counted by its lists', () => docxOf(PRINTABLE, 'automatic')],
  ['PDF', () => Promise.resolve(pdfOf(PRINTABLE))],
  ['UTF-16', () => Promise.resolve(Buffer.from(`\ufeff${PLAN}`, 'utf16le'))],
  ['UTF-16 without a mark', () => Promise.resolve(Buffer.from(PLAN, 'utf16le'))],
  ['UTF-16, the other end first', () => Promise.resolve(Buffer.from(`\ufeff${PLAN}`, 'utf16le').swap16())],
])('the plan of Lâm Đồng as %s is the same reading', async (_name, print) => {
  expect(await readingOf(await print())).toEqual(await readingOf(Buffer.from(PLAN)))
})

test.each([
  ['Word', () => docxOf({ ...PRINTABLE, head: HEAD }, 'typed')],
  ['PDF', () => Promise.resolve(pdfOf({ ...PRINTABLE, head: HEAD }))],
])('the two-column head of a %s', async (_name, print) => {
  expect(await readingOf(await print())).toMatchObject({ number: '123/KH-UBND', issuedOn: '2021-11-05', issuer: 'Ủy ban nhân dân tỉnh Lâm Đồng', kind: 'Kế hoạch' })
})

test('a thread of its own gives the same answer, and the source text', async () => {
  const read = await readPlan(Buffer.from(PLAN))
  expect(read).toEqual(await readPlanHere(Buffer.from(PLAN)))
  expect(read.ok && read.text).toContain('KẾ HOẠCH')
})

const legacy = Buffer.from('Céng hoµ x· héi chñ nghÜa ViÖt Nam §éc lËp - Tù do - H¹nh phóc. ñy ban nh©n d©n tØnh ban hµnh KÕ ho¹ch thùc hiÖn c«ng t¸c d©n vËn', 'latin1')

test.each([
  ['nothing', Buffer.alloc(0), 'text.empty'],
  ['blank lines', Buffer.from(' \n\n '), 'text.empty'],
  ['a letter to a friend', Buffer.from('Chào bạn, hôm nay trời đẹp.'), 'plans.reading_not_a_plan'],
  ['20 MB and a byte', Buffer.alloc(20 * 1024 * 1024 + 1, 'a'), 'text.too_large'],
  ['TCVN3 in one byte a letter', legacy, 'text.legacy_encoding'],
  ['TCVN3 saved as Unicode', Buffer.from(legacy.toString('latin1')), 'text.legacy_encoding'],
  ['Word before 2007', oldOffice('WordDocument'), 'text.old_word'],
  ['Word with a password', oldOffice('EncryptedPackage'), 'text.encrypted'],
  ['a zip entry with a password', docxWith('<w:document/>', { flags: 1 }), 'text.encrypted'],
  ['a workbook', zip([['xl/workbook.xml', '<workbook/>']]), 'text.unsupported'],
  ['half a zip', zip([['word/document.xml', 'x'.repeat(500)]]).subarray(0, 80), 'text.corrupt'],
  ['a zip whose packed bytes are noise', Buffer.from(zip([['word/document.xml', 'kế hoạch '.repeat(500)]]).map((byte, at) => (at > 50 && at < 70 ? byte ^ 0xff : byte))), 'text.corrupt'],
  ['a bomb of a zip', docxWith('a'.repeat(60 * 1024 * 1024)), 'text.too_long'],
  ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), 'text.unsupported'],
  ['a web page', Buffer.from('<!DOCTYPE html><p>Kế hoạch'), 'text.unsupported'],
  ['RTF', Buffer.from('{\\rtf1 K}'), 'text.unsupported'],
  ['a scan', pdfWith(''), 'text.scanned'],
  ['a PDF with a password', pdfWith('', `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> >> /ID [<00><00>]`), 'text.encrypted'],
  ['a PDF cut off', Buffer.from('%PDF-1.4\n1 0 obj'), 'text.corrupt'],
])('%s is refused', async (_name, bytes, reason) => {
  expect(await readPlan(bytes)).toEqual({ ok: false, because: reason })
})

test.each([
  ['one word', 'a'],
  ['citations', 'Quyết định số 1/QĐ-UBND ngày 1/1/2020 của Ủy ban nhân dân tỉnh về việc '],
  ['the start of a law', 'Luật sửa đổi '],
  ['opening quotes', '“ '],
  ['stars', '*a '],
  ['dates without a year', 'ngày 1 tháng 1 '],
  ['tags', '<b <b '],
  ['dashes', '- '],
  ['bodies', 'Sở Nội vụ, và các sở, '],
])('a line of a million characters of %s ends in a few seconds', async (_name, piece) => {
  const line = `KẾ HOẠCH\n1. ${piece.repeat(1_000_000 / piece.length)}`
  const started = performance.now()
  await readPlanHere(Buffer.from(line))
  expect(performance.now() - started).toBeLessThan(5_000)
}, 20_000)

test('20 MB on one line is refused in a few seconds', async () => {
  expect(await readPlan(Buffer.from('Ke hoach. '.repeat(2_000_000)))).toEqual({ ok: false, because: 'text.too_long' })
})

test('deleted text, fields and old copies of a text box are not read; capitals and breaks are as the page shows them', async () => {
  const run = (inner: string) => `<w:r>${inner}</w:r>`
  const paragraph = (inner: string) => `<w:p>${inner}</w:p>`
  const body = [
    paragraph(run('<w:rPr><w:caps/></w:rPr><w:t>Kế hoạch</w:t>')),
    paragraph(run('<w:t>Công tác dân vận</w:t><w:br/><w:t>năm 2024</w:t>')),
    paragraph(`${run('<w:t xml:space="preserve">1.</w:t><w:tab/><w:t>Phối &amp; hợp</w:t>')}<w:del>${run('<w:delText>bỏ</w:delText>')}</w:del>`),
    paragraph(`${run('<w:instrText>PAGE</w:instrText>')}<mc:AlternateContent><mc:Choice>${run('<w:t>2. Theo dõi</w:t>')}</mc:Choice><mc:Fallback>${run('<w:t>2. Theo dõi</w:t>')}</mc:Fallback></mc:AlternateContent>`),
  ]
  expect(await readingOf(docxWith(`<?xml version="1.0"?><w:document><!-- > --><w:body>${body.join('')}</w:body></w:document>`))).toMatchObject({
    kind: 'Kế hoạch',
    title: 'Công tác dân vận năm 2024',
    sections: [{ mark: null, items: [{ mark: '1', text: 'Phối & hợp' }, { mark: '2', text: 'Theo dõi' }] }],
  })
})

/** An OLE container as far as its signature and the name of one stream. */
function oldOffice(stream: string): Buffer {
  return Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(stream, 'utf16le')])
}

function docxWith(document: string, { flags = 0 } = {}): Buffer {
  return zip([['word/document.xml', document]], flags)
}

function zip(files: readonly (readonly [string, string])[], flags = 0): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  for (const [name, content] of files) {
    const packed = deflateRawSync(content)
    const offset = Buffer.concat(locals).length
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50)
    local.writeUInt16LE(8, 8)
    local.writeUInt16LE(name.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50)
    entry.writeUInt16LE(flags, 8)
    entry.writeUInt16LE(8, 10)
    entry.writeUInt32LE(packed.length, 20)
    entry.writeUInt16LE(name.length, 28)
    entry.writeUInt32LE(offset, 42)
    locals.push(local, Buffer.from(name), packed)
    directory.push(entry, Buffer.from(name))
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(Buffer.concat(locals).length, 16)
  return Buffer.concat([...locals, ...directory, end])
}

/** A PDF of one page with this content. */
function pdfWith(content: string, trailer = ''): Buffer {
  const objects = ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R] /Count 1 >>', '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>', `<< /Length ${content.length} >>\nstream\n${content}\nendstream`]
  let file = '%PDF-1.4\n'
  const offsets = objects.map((object, at) => {
    const offset = file.length
    file += `${at + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  return Buffer.from(`${file}xref\n0 5\n0000000000 65535 f \n${table}trailer\n<< /Size 5 /Root 1 0 R ${trailer} >>\nstartxref\n${file.length}\n%%EOF`, 'latin1')
}
