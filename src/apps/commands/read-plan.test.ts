import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PLAN_OF_LAM_DONG } from '#tests/support/plan-fixtures.ts'
import { readPlanCommand } from './read-plan.ts'

const PLAN = fileURLToPath(new URL(`../../../tests/fixtures/plans/${PLAN_OF_LAM_DONG}`, import.meta.url))
let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'read-plan-'))
  await writeFile(join(folder, 'empty.txt'), '')
  await writeFile(join(folder, 'letter.txt'), 'Chào bạn')
  await writeFile(join(folder, 'large.txt'), Buffer.alloc(20 * 1024 * 1024 + 1, 'a'))
})
afterAll(() => rm(folder, { recursive: true }))

async function run(...args: string[]) {
  const written = { out: '', err: '' }
  const code = await readPlanCommand(args, { write: (text) => void (written.out += text) }, { write: (text) => void (written.err += text) })
  return { code, ...written }
}

test('--json prints one object with exactly the fields that were promised', async () => {
  const { code, out, err } = await run(PLAN, '--json')
  const reading = JSON.parse(out) as Record<string, unknown>
  expect([code, err]).toEqual([0, ''])
  expect(Object.keys(reading)).toEqual(['title', 'kind', 'number', 'issuedOn', 'issuer', 'signer', 'sections', 'citations', 'recipients', 'addressees'])
  expect(Object.keys((reading['citations'] as object[])[0] ?? {})).toEqual(['kind', 'number', 'issuedOn', 'issuer', 'subject', 'at'])
})

test('without --json it prints an outline in Vietnamese', async () => {
  const { code, out } = await run(PLAN)
  expect(code).toBe(0)
  expect(out).toContain('Người ký:         Chủ tịch Trần Văn Hiệp')
  expect(out).toContain('  II. NHIỆM VỤ TRỌNG TÂM VÀ GIẢI PHÁP\n    1. Tổ chức tuyên truyền')
  expect(out).toContain('       a) Chỉ thị số 24-CT/TU')
  expect(out).toContain('Văn bản được viện dẫn (9)')
  expect(out).toContain('Số, ký hiệu:      (văn bản không ghi)')
})

test.each([
  ['an empty file', ['empty.txt'], 'Tệp không có nội dung.'],
  ['no plan', ['letter.txt', '--json'], 'Không thấy bố cục của kế hoạch'],
  ['too large a file', ['large.txt'], 'Tệp lớn hơn 20 MB'],
  ['a folder', ['.'], 'là thư mục'],
  ['a missing file', ['nothing.docx'], 'Không có tệp'],
  ['two files', ['empty.txt', 'letter.txt'], 'Cách dùng'],
  ['an unknown option', ['empty.txt', '--xml'], 'Cách dùng'],
  ['no file', [], 'Cách dùng'],
])('%s: one sentence in each language, exit code 2, nothing on the output', async (_name, args, sentence) => {
  const { code, out, err } = await run(...args.map((arg) => (arg.startsWith('--') ? arg : join(folder, arg))))
  expect([code, out]).toEqual([2, ''])
  expect(err).toContain(sentence)
  expect(err.trimEnd().split('\n')).toHaveLength(2)
})
