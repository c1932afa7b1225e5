import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { main } from '../cli.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'deadline-command-'))
  vi.stubEnv('DATABASE_URL', undefined)
  vi.stubEnv('GANDAN_DATA', folder) // an empty one: a clean clone without a database
})
afterAll(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

async function run(...args: string[]) {
  const written = { out: '', err: '' }
  const code = await main(args, { write: (text) => void (written.out += text) }, { write: (text) => void (written.err += text) })
  return { code, ...written }
}

const ask = (step: string, from: string, ...more: string[]) => {
  const [procedure = '', name = ''] = step.split('/')
  return run('deadline', '--procedure', procedure, '--step', name, '--from', from, ...more)
}

test('--json prints exactly what was promised', async () => {
  const { code, out, err } = await ask('complaint/first-resolution', '2025-01-20', '--suspend', '2025-02-10..2025-02-12', '--json')
  expect([code, err]).toEqual([0, ''])
  expect(JSON.parse(out)).toEqual({
    due: '2025-02-21', start: '2025-01-20', counted: 30, unit: 'calendar', rolledFrom: null,
    skipped: [{ date: '2025-02-10', why: 'tạm đình chỉ' }, { date: '2025-02-11', why: 'tạm đình chỉ' }],
    rule: { article: 'Luật Khiếu nại 02/2011/QH13, Điều 28', validFrom: '2012-07-01', validTo: null },
    steps: expect.arrayContaining(['Không tính 2 ngày tạm đình chỉ (10–11/02/2025).', 'Hạn: hết ngày thứ Sáu, 21/02/2025.']) as string[],
  })
  expect(Object.keys(JSON.parse(out) as object)).toEqual(['due', 'start', 'counted', 'unit', 'rolledFrom', 'skipped', 'rule', 'steps'])
})

test('a rule that ended says its last day', async () => {
  const { out } = await ask('complaint/acceptance', '2026-06-30', '--json')
  expect(JSON.parse(out)).toMatchObject({ due: '2026-07-10', rule: { validTo: '2026-06-30' } })
})

test.each([
  ['complaint/first-resolution', '2025-01-20', ['--remote', '--complex'], '2025-03-21'],
  ['complaint/first-resolution', '2025-01-20', ['--suspend', '2025-02-10..2025-02-12', '--suspend=2025-02-14..2025-02-15'], '2025-02-24'],
  ['complaint/acceptance', '2026-07-01', [], '2026-07-10'],
  ['complaint/dialogue-notice', '2026-07-20', [], '2026-07-15'],
  ['complaint/file', '2026-01-05', ['--suspend', '2026-02-01..2026-02-11'], '2026-04-15'],
  ['denunciation/resolution', '2026-03-02', ['--extend', '2'], '2026-06-01'],
  ['denunciation/intake', '2026-02-10', ['--complex'], '2026-03-03'],
  ['reception/schedule-posted', '2026-02-24', [], '2026-02-10'],
  ['supervision/reply', '2026-02-02', [], '2026-02-23'],
  ['complaint/first-resolution', '2025-01-20', ['--suspend', '2025-02-10..'], null],
])('%s from %s %j: %s', async (step, from, more, due) => {
  const { out } = await ask(step, from, '--json', '--shipped', ...more)
  expect((JSON.parse(out) as { due: string | null }).due).toBe(due)
})

test('without --json it is told in Vietnamese, what the law has no number for as well', async () => {
  const { code, out } = await ask('complaint/acceptance', '2026-02-04', '--remote')
  expect(code).toBe(0)
  expect(out).toMatch(/^Thụ lý khiếu nại: 23\/02\/2026\n\n 1\. Ngày nhận được khiếu nại: thứ Tư, 04\/02\/2026\./)
  expect(out).toContain(' 3. Quy định của bước này không có thời hạn dài hơn cho vùng sâu, vùng xa.\n')
  expect(out).toContain('5 ngày Tết Nguyên đán 16–20/02/2026 (Công văn 12729/VPCP-KGVX)')
  expect((await ask('denunciation/resolution', '2026-03-02', '--suspend', '2026-03-10..')).out).toMatch(/^Giải quyết tố cáo: đang tạm đình chỉ, chưa có hạn\n/)
  expect((await ask('feedback/reply', '2026-12-28')).out).toContain('Lịch nghỉ năm 2027 là dự kiến')
})

test.each([
  ['an unknown procedure', ['deadline', '--procedure', 'khong-co', '--step', 'reply', '--from', '2026-07-01'], 'Không có thủ tục "khong-co"', 'There is no procedure'],
  ['an unknown step', ['deadline', '--procedure', 'complaint', '--step', 'khong-co', '--from', '2026-07-01'], 'không có bước "khong-co"', 'has no step'],
  ['a day there is not', ['deadline', '--procedure', 'complaint', '--step', 'file', '--from', '2026-02-30'], '"2026-02-30" không phải là ngày có thật', 'is no day of the calendar'],
  ['a day before any rule', ['deadline', '--procedure', 'reception', '--step', 'refusal-notice', '--from', '2026-06-30'], 'ngày 30/06/2026 ở trước mọi quy định', 'before any rule'],
  ['a day no calendar reaches', ['deadline', '--procedure', 'complaint', '--step', 'file', '--from', '9999-12-31'], 'Chỉ tính đến năm 2200', 'up to the year 2200'],
  ['an extension the law does not know', ['deadline', '--procedure', 'complaint', '--step', 'first-resolution', '--from', '2026-07-01', '--extend', '1'], 'cho gia hạn 0 lần', 'allows 0 extensions'],
  ['no number of extensions', ['deadline', '--procedure', 'complaint', '--step', 'file', '--from', '2026-07-01', '--extend', 'hai'], '"hai" không phải là một số', 'is no number'],
  ['a suspension of a step that does not stop', ['deadline', '--procedure', 'complaint', '--step', 'acceptance', '--from', '2026-07-01', '--suspend', '2026-07-02..2026-07-03'], 'không dừng khi tạm đình chỉ', 'does not stop'],
  ['a suspension backwards', ['deadline', '--procedure', 'complaint', '--step', 'file', '--from', '2026-07-01', '--suspend', '2026-07-03..2026-07-02'], 'phải sau ngày tạm đình chỉ', 'must come after'],
  ['half a suspension', ['deadline', '--procedure', 'complaint', '--step', 'file', '--from', '2026-07-01', '--suspend', '2026-07-03'], 'Không hiểu thời gian tạm đình chỉ', 'is not understood'],
  ['a missing option', ['deadline', '--procedure', 'complaint', '--json'], 'Cách dùng', 'Usage'],
  ['an unknown option', ['deadline', '--khong-co'], 'Cách dùng', 'Usage'],
  ['rules without what to do', ['rules'], 'Cách dùng', 'Usage'],
  ['rules with an unknown option', ['rules', 'list', '--khong-co'], 'Cách dùng', 'Usage'],
  ['a file that is not there', ['rules', 'check', '/khong/co.csv'], 'Không đọc được tệp', 'cannot be read'],
])('%s: one sentence in each language, exit code 2, nothing on the output', async (_name, args, vietnamese, english) => {
  const { code, out, err } = await run(...args)
  expect([code, out]).toEqual([2, ''])
  const [first = '', second = '', ...others] = err.trimEnd().split('\n')
  expect(first).toContain(vietnamese)
  expect(second).toContain(english)
  expect(others).toEqual([])
})

test('the shipped rules are sound, and listed by procedure', async () => {
  const { code, out } = await run('rules', 'check', '--shipped')
  expect(code).toBe(0)
  expect(out).toMatch(/^\d+ quy định: 0 lỗi, 0 cảnh báo; chưa xác minh \d+, mẫu minh họa \d+\.\n$/)
  const { out: list } = await run('rules', 'list')
  expect(list).toMatch(/^acceptance +Thụ lý khiếu nại +10 +ngày +01\/07\/2012 +30\/06\/2026 +Luật Khiếu nại/m)
  expect(list).toMatch(/^resolution +Giải quyết tố cáo +30 \+2×30 +ngày/m)
  expect(list).toMatch(/^dialogue-notice +Báo trước về đối thoại +lùi 5 +ngày +10\/12\/2020 +30\/06\/2026 +Chưa xác minh/m)
})

test('of a faulty file every fault is printed, exit code 1', async () => {
  const header = 'procedure,step,name,start_event,direction,counted,days,remote_days,complex_days,remote_complex_days,extensions,extension_days,extension_ground,extension_signer,suspension,article,certainty,valid_from,valid_until,note'
  const file = join(folder, 'rules.csv')
  writeFileSync(file, [
    header,
    'complaint,file,Thời hiệu,ngày biết,forward,calendar,90,,,,0,,,,none,Điều 9,verified,2012-07-01,2020-01-01,',
    'complaint,file,Thời hiệu,ngày biết,forward,calendar,90,,,,0,,,,none,,verified,2020-02-01,2026-07-01,',
    'complaint,file,Thời hiệu,ngày biết,forward,calendar,90,30,,,1,30,,,none,Điều 9,verified,2026-06-01,,',
    'complaint,file,Thời hiệu,ngày biết,sideways,calendar,90,,,,0,,,,none,Điều 9,verified,2012-07-01,,',
  ].join('\n'))
  const { code, out } = await run('rules', 'check', file)
  expect(code).toBe(1)
  expect(out.trimEnd().split('\n')).toEqual([
    'LỖI  dòng 5: ô "direction" không thể là "sideways".',
    'LỖI  complaint/file từ 01/02/2020: không có quy định nào từ 01/01/2020 đến 31/01/2020.',
    'LỖI  complaint/file từ 01/06/2026: hai quy định cùng áp dụng từ 01/06/2026 đến 30/06/2026.',
    'LỖI  complaint/file từ 01/02/2020: không nêu điều luật.',
    'LỖI  complaint/file từ 01/06/2026: thời hạn dài hơn (30 ngày) lại ngắn hơn thời hạn thường (90 ngày).',
    'CẢNH BÁO  complaint/file từ 01/06/2026: cho gia hạn nhưng không nêu căn cứ hoặc người ký.',
    '3 quy định: 5 lỗi, 1 cảnh báo; chưa xác minh 0, mẫu minh họa 0.',
  ])
})
