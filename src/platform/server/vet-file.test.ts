import { expect, test } from 'vitest'
import { deflateRawSync } from 'node:zlib'
import { makeCompoundFile } from '#tests/support/compound-file.ts'
import { makeZip } from '#tests/support/zip.ts'
import { vetFile } from './vet-file.ts'

const PADDED = 4096
const bytesOf = (...parts: (string | Buffer)[]) => Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)))
const padded = (start: Buffer) => Buffer.concat([start, Buffer.alloc(PADDED)])

function windowsProgram(): Buffer {
  const file = Buffer.alloc(400)
  file.write('MZ')
  file.writeUInt32LE(128, 60)
  file.write('PE\0\0', 128)
  return file
}

function pdf(trailer = ''): Buffer {
  const objects = ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R] /Count 1 >>', '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>']
  let file = '%PDF-1.4\n'
  const offsets = objects.map((object, at) => {
    const offset = file.length
    file += `${at + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  return Buffer.from(`${file}xref\n0 4\n0000000000 65535 f \n${table}trailer\n<< /Size 4 /Root 1 0 R ${trailer} >>\nstartxref\n${file.length}\n%%EOF`, 'latin1')
}
const LOCK = `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> >> /ID [<00><00>]`

const types = (main: string) => `<?xml version="1.0"?><Types><Override PartName="/x" ContentType="application/vnd.openxmlformats-officedocument.${main}"/></Types>`
const docx = (...more: [string, string | Buffer][]) => makeZip([['[Content_Types].xml', types('wordprocessingml.document.main+xml')], ['word/document.xml', '<w:document/>'], ...more])
const xlsx = (...more: [string, string | Buffer][]) => makeZip([['[Content_Types].xml', types('spreadsheetml.sheet.main+xml')], ['xl/workbook.xml', '<workbook/>'], ...more])
const pptx = () => makeZip([['[Content_Types].xml', types('presentationml.presentation.main+xml')], ['ppt/presentation.xml', '<p/>']])

function record(id: number, content: Buffer): Buffer {
  const head = Buffer.alloc(4)
  head.writeUInt16LE(id)
  head.writeUInt16LE(content.length, 2)
  return Buffer.concat([head, content])
}
const workbook = (...records: Buffer[]) => padded(Buffer.concat([record(0x809, Buffer.alloc(16)), ...records, record(0x0a, Buffer.alloc(0))]))
const sheet = (type: number) => record(0x85, Buffer.from([0, 0, 0, 0, 0, type, 1, 0, 65]))
const word = (flags = 0) => padded(Buffer.from([0xec, 0xa5, 0, 0, 0, 0, 0, 0, 0, 0, flags & 0xff, flags >> 8]))
const user = (token: number) => {
  const bytes = Buffer.alloc(20)
  bytes.writeUInt32LE(token, 12)
  return bytes
}
const vbaAtom = (has: number) => Buffer.concat([Buffer.alloc(PADDED), Buffer.from('020000040c00000001000000', 'hex'), Buffer.from([has, 0, 0, 0]), Buffer.alloc(20)])

const png = () => {
  const chunk = (type: string, content: Buffer) => bytesOf(Buffer.from([0, 0, 0, content.length]), type, content, Buffer.alloc(4))
  return bytesOf(Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', Buffer.alloc(13)), chunk('IDAT', Buffer.alloc(9)), chunk('IEND', Buffer.alloc(0)))
}
const heic = () => bytesOf(Buffer.from([0, 0, 0, 24]), 'ftypheic', Buffer.alloc(4), 'mif1heic', Buffer.alloc(40))
const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-', 'STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('')

test.each([
  ['a PDF', pdf(), 'don.pdf', 'application/pdf'],
  ['a PDF that is encrypted only against changes', pdf(`/Encrypt 9 0 R`), 'don.pdf', 'application/pdf'],
  ['a picture', png(), 'anh.PNG', 'image/png'],
  ['text that begins with MZ', bytesOf('MZ la viet tat'), 'ghi-chu.txt', 'text/plain'],
  ['text that begins like a picture', Buffer.from('BM 01 - Biểu mẫu'), 'bieu-mau.txt', 'text/plain'],
  ['text', Buffer.from('Kính gửi Ủy ban nhân dân xã'), 'don', 'text/plain'],
  ['Word', docx(), 'don.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['Word with a chart\'s workbook', docx(['word/embeddings/Microsoft_Excel_Sheet1.xlsx', xlsx()], ['word/embeddings/oleObject1.bin', makeCompoundFile({ 'Equation Native': Buffer.alloc(90) })]), 'don.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['Excel', xlsx(), 'bang.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['PowerPoint', pptx(), 'trinh-chieu.pptx', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
  ['old Word', makeCompoundFile({ WordDocument: word() }), 'don.doc', 'application/msword'],
  ['old Excel', makeCompoundFile({ Workbook: workbook(sheet(0)) }), 'bang.xls', 'application/vnd.ms-excel'],
  ['old PowerPoint', makeCompoundFile({ 'PowerPoint Document': vbaAtom(0), 'Current User': user(0xe391c05f) }), 'a.ppt', 'application/vnd.ms-powerpoint'],
  ['an archive of papers, as a Mac packs it', makeZip([['hồ sơ/', ''], ['hồ sơ/đơn.pdf', pdf()], ['hồ sơ/ảnh.png', png()], ['__MACOSX/hồ sơ/._ảnh.png', Buffer.from('0005160700020000', 'hex')], ['hồ sơ/.DS_Store', Buffer.from('000000014275643100', 'hex')]]), 'ho-so.zip', 'application/zip'],
])('%s is taken', async (_what, bytes, name, mediaType) => {
  expect(await vetFile(bytes, name)).toMatchObject({ mediaType, name })
})

const script = (text: string) => Buffer.from(text)
const wide = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
test.each([
  ['nothing', Buffer.alloc(0), 'don.pdf', 'files.empty'],
  ['21 MB', Buffer.alloc(21 * 1024 * 1024, 'a'), 'don.txt', 'files.too_large'],
  ['a Windows program', windowsProgram(), 'don.pdf', 'files.program_refused'],
  ['a DOS program', bytesOf('MZ', Buffer.alloc(100)), 'don', 'files.program_refused'],
  ['a Linux program', bytesOf(Buffer.from('7f454c46', 'hex'), Buffer.alloc(60)), 'anh.jpg', 'files.program_refused'],
  ['a Mac program', bytesOf(Buffer.from('cffaedfe', 'hex'), Buffer.alloc(60)), 'anh.jpg', 'files.program_refused'],
  ['a Mac program of 32 bits', bytesOf(Buffer.from('feedface', 'hex'), Buffer.alloc(60)), 'anh.jpg', 'files.program_refused'],
  ['Java', bytesOf(Buffer.from('cafebabe', 'hex'), Buffer.alloc(60)), 'anh.jpg', 'files.program_refused'],
  ['a Windows link', bytesOf(Buffer.from('4c0000000114020000000000c000000000000046', 'hex'), Buffer.alloc(60)), 'don.docx', 'files.program_refused'],
  ['a shell script', script('#!/bin/sh\nrm -rf ~'), 'don.txt', 'files.program_refused'],
  ['a shell script behind a mark and a line', script('\ufeff\n#!/bin/sh'), 'don.txt', 'files.program_refused'],
  ['a batch file', script('@echo off\r\ndel *.*'), 'don.txt', 'files.program_refused'],
  ['a batch file in UTF-16', wide('@echo off\r\ndel *.*'), 'don.txt', 'files.program_refused'],
  ['JavaScript', script('WScript.Echo(1)'), 'don.js', 'files.program_refused'],
  ['Visual Basic', script('MsgBox 1'), 'don.vbs', 'files.program_refused'],
  ['PowerShell', script('Get-Item .'), 'don.PS1', 'files.program_refused'],
  ['a command file with a dot and a space behind', script('dir'), 'don.pdf.bat. ', 'files.program_refused'],
  ['a name that turns round', script('dir'), 'don\u202efdp.bat', 'files.program_refused'],
  ['a web page', script('<p>chào</p>'), 'don.html', 'files.program_refused'],
  ['a Java archive', makeZip([['META-INF/MANIFEST.MF', 'Main-Class: A'], ['A.class', 'x']]), 'don.zip', 'files.program_refused'],
  ['an Android program', makeZip([['AndroidManifest.xml', 'x'], ['classes.dex', 'x']]), 'don.zip', 'files.program_refused'],
  ['a web page that says to be text', script('<!DOCTYPE html><script>1</script>'), 'don.txt', 'files.type_refused'],
  ['a drawing that says to be text', script('<svg onload="1"/>'), 'don.txt', 'files.type_refused'],
  ['RTF', script('{\\rtf1 don}'), 'don.rtf', 'files.type_refused'],
  ['noise', Buffer.from([1, 2, 3, 250, 251, 0, 0, 9]), 'don.pdf', 'files.type_refused'],
  ['a RAR archive', bytesOf(Buffer.from('526172211a0701', 'hex'), Buffer.alloc(40)), 'don.rar', 'files.type_refused'],
  ['a photo of an iPhone', heic(), 'IMG_0001.HEIC', 'files.phone_photo_refused'],
  ['an installer', makeCompoundFile({ '\u4840\u3f3f': Buffer.alloc(5000) }), 'don.doc', 'files.type_refused'],
  ['half of an old file', makeCompoundFile({ WordDocument: word() }).subarray(0, 700), 'don.doc', 'files.damaged'],
  ['Word with macros', docx(['word/vbaProject.bin', 'x']), 'don.docx', 'files.macros_refused'],
  ['Word with macros under another name', makeZip([['[Content_Types].xml', `${types('wordprocessingml.document.main+xml')}<Override ContentType="application/vnd.ms-office.vbaProject"/>`], ['word/x.bin', 'x']]), 'don.docx', 'files.macros_refused'],
  ['Word for macros by its list', makeZip([['[Content_Types].xml', '<Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/>'], ['word/document.xml', 'x']]), 'don.docx', 'files.macros_refused'],
  ['Excel with macros of 1992', xlsx(['xl/macrosheets/sheet1.xml', 'x']), 'bang.xlsx', 'files.macros_refused'],
  ['Word within which lies Excel with macros', docx(['word/embeddings/x.xlsx', xlsx(['xl/vbaProject.bin', 'x'])]), 'don.docx', 'files.macros_refused'],
  ['Word with a file dragged into it', docx(['word/embeddings/oleObject1.bin', makeCompoundFile({ '\u0001Ole10Native': Buffer.alloc(90) })]), 'don.docx', 'files.embedded_refused'],
  ['a Word template', makeZip([['[Content_Types].xml', types('wordprocessingml.template.main+xml')], ['word/document.xml', 'x']]), 'don.dotx', 'files.type_refused'],
  ['OpenDocument', makeZip([['mimetype', 'application/vnd.oasis.opendocument.text'], ['content.xml', '<a/>']]), 'don.odt', 'files.type_refused'],
  ['old Word with macros', makeCompoundFile({ WordDocument: word(), Macros: null, VBA: null, _VBA_PROJECT: Buffer.alloc(70) }), 'don.doc', 'files.macros_refused'],
  ['old Excel with macros', makeCompoundFile({ Workbook: workbook(sheet(0)), _VBA_PROJECT_CUR: null }), 'bang.xls', 'files.macros_refused'],
  ['old Excel with a macro sheet', makeCompoundFile({ Workbook: workbook(sheet(0), sheet(1)) }), 'bang.xls', 'files.macros_refused'],
  ['old PowerPoint with macros', makeCompoundFile({ 'PowerPoint Document': vbaAtom(1) }), 'a.ppt', 'files.macros_refused'],
  ['a PDF with a password', pdf(LOCK), 'don.pdf', 'files.locked'],
  ['Word with a password', makeCompoundFile({ EncryptedPackage: Buffer.alloc(5000), EncryptionInfo: Buffer.alloc(100) }), 'don.docx', 'files.locked'],
  ['old Word with a password', makeCompoundFile({ WordDocument: word(0x0100) }), 'don.doc', 'files.locked'],
  ['old Excel with a password', makeCompoundFile({ Workbook: workbook(record(0x2f, Buffer.alloc(54))) }), 'bang.xls', 'files.locked'],
  ['old PowerPoint with a password', makeCompoundFile({ 'PowerPoint Document': vbaAtom(0), 'Current User': user(0xf3d1c4df) }), 'a.ppt', 'files.locked'],
  ['an archive with a password', makeZip([['đơn.pdf', pdf()]], { flags: 1 }), 'ho-so.zip', 'files.locked'],
  ['half an archive', makeZip([['đơn.pdf', pdf()]]).subarray(0, 80), 'ho-so.zip', 'files.damaged'],
  ['an archive of noise', makeZip([['đơn.txt', 'đơn '.repeat(300)]]).fill(0xff, 40, 60), 'ho-so.zip', 'files.damaged'],
  ['an archive with two files of one name', makeZip([['đơn.txt', 'a'], ['đơn.txt', 'b']]), 'ho-so.zip', 'files.damaged'],
  ['an empty archive', makeZip([]), 'ho-so.zip', 'files.empty'],
  ['an archive of empty folders', makeZip([['a/', '']]), 'ho-so.zip', 'files.empty'],
  ['the string to try scanners with', Buffer.from(eicar), 'don.txt', 'files.virus_found'],
])('%s is refused', async (_what, bytes, name, code) => {
  await expect(vetFile(bytes, name, { field: 'files' })).rejects.toMatchObject({ kind: 'invalid', code, details: { field: 'files' } })
})

test.each([
  ['a program', windowsProgram(), 'đơn.exe', 'files.program_refused'],
  ['a program under another name', windowsProgram(), 'đơn.pdf', 'files.program_refused'],
  ['a program that a Mac did not leave', windowsProgram(), '__MACOSX/._đơn', 'files.program_refused'],
  ['a link', Buffer.from('[InternetShortcut]'), 'mở.url', 'files.program_refused'],
  ['an archive', makeZip([['đơn.txt', 'a']]), 'trong.zip', 'files.nested_archive'],
  ['Word with macros', docx(['word/vbaProject.bin', 'x']), 'đơn.docx', 'files.macros_refused'],
  ['a PDF with a password', pdf(LOCK), 'đơn.pdf', 'files.locked'],
  ['the string to try scanners with', Buffer.from(eicar), 'đơn.txt', 'files.virus_found'],
  ['noise', Buffer.from([1, 2, 3, 250, 251, 0]), 'đơn.dat', 'files.type_refused'],
])('%s within an archive is refused, and named by both names', async (_what, bytes, name, code) => {
  await expect(vetFile(makeZip([['ảnh.png', png()], [name, bytes]]), 'ho-so.zip')).rejects.toMatchObject({ code, details: { name: `ho-so.zip › ${name}` } })
})

test('a bomb costs no more than its limit: many files, one huge one, or one that is told many times', async () => {
  const many = makeZip(Array.from({ length: 301 }, (_, at) => [`${at}.txt`, 'a'] as const))
  await expect(vetFile(many, 'a.zip')).rejects.toMatchObject({ code: 'files.unpacks_too_large' })
  const huge = makeZip([['a.txt', Buffer.alloc(101 * 1024 * 1024, 'a')]])
  expect(huge.length).toBeLessThan(200_000)
  await expect(vetFile(huge, 'a.zip')).rejects.toMatchObject({ code: 'files.unpacks_too_large' })
  const together = makeZip(Array.from({ length: 6 }, (_, at) => [`${at}.txt`, Buffer.alloc(18 * 1024 * 1024, 'a')] as const))
  await expect(vetFile(together, 'a.zip')).rejects.toMatchObject({ code: 'files.unpacks_too_large' })
})

test('packed sizes that lie are not believed', async () => {
  const zip = makeZip([['a.txt', 'đơn '.repeat(100)]])
  const packed = deflateRawSync('đơn '.repeat(100)).length
  for (const at of [...zip.keys()].slice(0, -4)) if (zip.readUInt32LE(at) === packed) zip.writeUInt32LE(0xfffffff0, at)
  expect((await vetFile(zip, 'a.zip')).mediaType).toBe('application/zip')
})

test('what the scanner says is said: a virus is refused, and so is a file that could not be checked', async () => {
  await expect(vetFile(pdf(), 'a.pdf', { scan: () => Promise.resolve({ verdict: 'infected', virus: 'Thu.Nghiem' }) })).rejects.toMatchObject({ code: 'files.virus_found', details: { virus: 'Thu.Nghiem' } })
  await expect(vetFile(pdf(), 'a.pdf', { scan: () => Promise.resolve({ verdict: 'unknown' }) })).rejects.toMatchObject({ code: 'files.scan_unavailable' })
  expect(await vetFile(pdf(), 'a.pdf', { scan: () => Promise.resolve({ verdict: 'clean' }) })).toMatchObject({ mediaType: 'application/pdf' })
})

test('what was vetted is not scanned a second time, unless its name is another', async () => {
  let asked = 0
  const scan = () => {
    asked += 1
    return Promise.resolve({ verdict: 'clean' } as const)
  }
  const file = await vetFile(pdf(), 'a.pdf', { scan })
  expect(await vetFile(file.bytes, file.name, { scan })).toBe(file)
  expect(asked).toBe(1)
  await expect(vetFile(file.bytes, 'a.exe', { scan })).rejects.toMatchObject({ code: 'files.program_refused' })
})
