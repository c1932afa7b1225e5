import { expect, test } from 'vitest'
import { ApiError, ConnectionLost } from './api-client.ts'
import { translator } from './phrases.tsx'
import { vi } from './phrases/vi.ts'
import { problemOf } from './problem.ts'

const t = translator({ ...vi, 'plans.cannot_issue': 'Chưa thể ban hành: {reason}.', 'plans.title_missing': 'Chưa có tên kế hoạch.' })

function apiError(status: number, body: Partial<{ code: string; message: string; details: Record<string, string>; fields: { path: string; code: string; message?: string }[]; requestId: string }>) {
  return new ApiError(status, { code: 'x.y', message: undefined, details: {}, fields: [], requestId: 'r-7', ...body })
}

test('a refusal is its phrase, with its details', () => {
  expect(problemOf(apiError(409, { code: 'plans.cannot_issue', details: { reason: 'thiếu số' } }), t)).toMatchObject({ kind: 'refusal', message: 'Chưa thể ban hành: thiếu số.' })
})

test('a detail that did not come leaves no braces', () => {
  expect(problemOf(apiError(409, { code: 'plans.cannot_issue' }), t).message).toBe('Chưa thể ban hành: ….')
})

test('a code without a phrase falls back to the server’s sentence, then to the code', () => {
  expect(problemOf(apiError(422, { code: 'new.rule', message: 'Chưa được.' }), t).message).toBe('Chưa được.')
  expect(problemOf(apiError(422, { code: 'new.rule' }), t).message).toContain('new.rule')
})

test('faults of the contract stand at their fields, in words', () => {
  const problem = problemOf(apiError(400, { fields: [{ path: 'title', code: 'custom', message: 'plans.title_missing' }, { path: 'items.0.text', code: 'too_small', message: 'Too small' }, { path: 'x', code: 'unheard_of' }] }), t)
  expect(problem.kind).toBe('fields')
  expect(problem.fields.map((field) => field.message)).toEqual(['Chưa có tên kế hoạch.', 'Giá trị quá ngắn hoặc quá nhỏ.', 'Giá trị này chưa hợp lệ.'])
})

test('a refusal that names a field stands there', () => {
  expect(problemOf(apiError(422, { code: 'plans.title_missing', details: { field: 'title' } }), t).fields).toEqual([{ path: 'title', message: 'Chưa có tên kế hoạch.' }])
})

test('a bug gives its number, lost connection says what was kept', () => {
  expect(problemOf(apiError(500, {}), t)).toMatchObject({ kind: 'bug', message: expect.stringContaining('r-7') as string })
  expect(problemOf(new TypeError('x'), t).kind).toBe('bug')
  expect(problemOf(new ConnectionLost('x'), t).message).toContain('điều đã nhập vẫn còn')
})
