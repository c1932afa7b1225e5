import { screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { renderWithProviders } from '#tests/support/render.tsx'
import type { FormRecord } from '../../contract-forms.ts'
import type { FormDefinition } from '../../domain/form.ts'
import { FormEditorPage } from './form-editor-page.tsx'

afterEach(() => vi.unstubAllGlobals())

const FIGURE = { meaning: '', kind: 'count', measure: 'lượt', fact: null, combination: { rule: 'sum' }, min: 0, max: null, changeShare: null, source: '', certainty: 'illustrative', forms: [] } as const
const FIGURES = [{ ...FIGURE, code: 'x.all', name: 'Tổng số lượt tiếp' }, { ...FIGURE, code: 'x.first', name: 'Tiếp lần đầu' }, { ...FIGURE, code: 'x.again', name: 'Tiếp nhiều lần' }]
const DEFINITION: FormDefinition = {
  title: 'Tiếp công dân', subject: 'Kết quả tiếp công dân {period}', spans: ['quarter'], closingDay: 14, source: 'Mẫu minh họa', certainty: 'illustrative', sections: [],
  tables: [{ layout: 'columns', code: '01', title: 'Tiếp công dân', columns: [{ title: 'Tổng số', number: '1', figure: 'x.all' }], equations: [] }],
}
const RECORD: FormRecord = {
  code: 'tcd', number: 1, isDraft: true, edits: 4, validFrom: null, definition: DEFINITION, figures: [], faults: [], versions: [{ number: 1, validFrom: null, publishedByName: null, isDraft: true }], periods: [],
}

/** A server with one draft; what is put to it is kept. */
function serve({ record = RECORD, answer = { status: 200, body: { edits: 5 } } }: { record?: FormRecord; answer?: { status: number; body: object } } = {}) {
  const put: { edits: number; definition: FormDefinition }[] = []
  const server = { record, put }
  vi.stubGlobal('fetch', async (path: string, { method = 'GET', body }: { method?: string; body?: string } = {}) => {
    if (method === 'PUT') {
      put.push(JSON.parse(body ?? '') as (typeof put)[number])
      return new Response(JSON.stringify(answer.body), { status: answer.status })
    }
    return new Response(JSON.stringify(path.endsWith('/figures') ? { figures: FIGURES, facts: [] } : server.record))
  })
  return server
}
const field = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name })
/** What stands under a field: its help and its fault. */
const saidOf = (input: HTMLElement) => (input.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent ?? '').join(' ')
const publishing = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Ban hành' })
const open = () => renderWithProviders(<FormEditorPage />, { path: '/bao-cao/mau/tcd/sua', route: '/bao-cao/mau/$formCode/sua' })

test('a section and a group of two columns are made with the keyboard at hand; saving sends the form as it stands', async () => {
  const { put } = serve()
  const { user } = await open()
  await user.click(await screen.findByRole('button', { name: 'Thêm phần' }))
  await user.type(field('Đề mục'), 'Kết quả')
  await user.type(field('Hướng dẫn viết'), 'Viết ngắn.')

  await user.click(screen.getByRole('button', { name: 'Sửa ô và đẳng thức' }))
  await user.click(screen.getByRole('button', { name: 'Thêm nhóm' }))
  await waitFor(() => { expect(document.activeElement).toBe(field('Tiêu đề nhóm 2')) })
  await user.keyboard('Số vụ việc')
  await user.type(field('Tiêu đề cột 2.1'), 'Tiếp lần đầu')
  await user.click(screen.getByRole('button', { name: 'Thêm cột' }))
  await waitFor(() => { expect(document.activeElement).toBe(field('Tiêu đề cột 3')) })
  await user.keyboard('Tiếp nhiều lần')
  await user.keyboard('{Alt>}{ArrowRight}{/Alt}')
  await waitFor(() => { expect(document.activeElement).toBe(field('Tiêu đề cột 2.2')) })
  for (const [place, figure] of [['2.1', 'đầu'], ['2.2', 'nhiều']] as const) {
    await user.type(screen.getByRole('combobox', { name: `Chỉ tiêu của cột ${place}` }), figure)
    await user.click(await screen.findByRole('option', { name: new RegExp(figure) }))
  }
  expect(screen.getByRole('columnheader', { name: 'Số vụ việc' }).getAttribute('colspan')).toBe('2')
  screen.getByText('Mẫu đã đủ để ban hành.')

  await user.click(screen.getByRole('button', { name: 'Lưu bản soạn thảo' }))
  await screen.findByText('Mọi thay đổi đã lưu lên máy chủ.')
  expect(put).toEqual([{
    edits: 4,
    definition: {
      ...DEFINITION, sections: [{ id: 'I', heading: 'Kết quả', level: 1, guidance: 'Viết ngắn.', asksText: true }],
      tables: [{
        layout: 'columns', code: '01', title: 'Tiếp công dân', equations: [],
        columns: [{ title: 'Tổng số', number: '1', figure: 'x.all' }, { title: 'Số vụ việc', columns: [{ title: 'Tiếp lần đầu', number: '2', figure: 'x.first' }, { title: 'Tiếp nhiều lần', number: '3', figure: 'x.again' }] }],
      }],
    },
  }])
})

test('an equation that makes no sense is told at its field and among the faults, and keeps the form from being published', async () => {
  serve()
  const { user } = await open()
  await user.click(await screen.findByRole('button', { name: 'Sửa ô và đẳng thức' }))
  await user.click(screen.getByRole('button', { name: 'Thêm đẳng thức' }))
  await user.type(field('Đẳng thức 1'), '1 = 9')
  expect(field('Đẳng thức 1').getAttribute('aria-invalid')).toBe('true')
  expect(saidOf(field('Đẳng thức 1'))).toContain('Không hiểu được đẳng thức này')
  screen.getByRole('button', { name: /01: 1 = 9/ })
  expect(publishing().disabled).toBe(true)
  await user.clear(field('Đẳng thức 1'))
  await user.type(field('Đẳng thức 1'), '1 >= 1')
  expect(field('Đẳng thức 1').getAttribute('aria-invalid')).not.toBe('true')
  expect(saidOf(field('Đẳng thức 1'))).toContain('Hiểu là: 1 ≥ 1')
  expect(publishing().disabled).toBe(false)
})

test('somebody else saved first: what differs is shown, nothing typed is lost, and mine goes on when I say so', async () => {
  const server = serve({ answer: { status: 409, body: { code: 'reports.form_saved_meanwhile', message: '', details: {}, requestId: '1' } } })
  const { user } = await open()
  const title = await screen.findByRole<HTMLInputElement>('textbox', { name: /Tên báo cáo/ })
  await user.type(title, ' của tôi')
  server.record = { ...RECORD, edits: 5, definition: { ...DEFINITION, title: 'Tiếp công dân của người khác' } }
  await user.click(screen.getByRole('button', { name: 'Lưu bản soạn thảo' }))
  const comparison = await screen.findByRole('table', { name: 'Chỗ khác nhau' })
  expect(comparison.textContent).toContain('người khác')
  expect(title.value).toBe('Tiếp công dân của tôi')
  await user.click(screen.getByRole('button', { name: 'Giữ bản của tôi' }))
  await user.click(screen.getByRole('button', { name: 'Lưu bản soạn thảo' }))
  await waitFor(() => { expect(server.put.map(({ edits, definition }) => [edits, definition.title])).toEqual([[4, 'Tiếp công dân của tôi'], [5, 'Tiếp công dân của tôi']]) })
})

test('a fault leads to where it is mended', async () => {
  serve({ record: { ...RECORD, definition: { ...DEFINITION, tables: [{ layout: 'list', code: 'PL-01', title: 'Số liệu', lines: [{ kind: 'figure', figure: '' }], equations: [] }] } } })
  const { user } = await open()
  await user.click(await screen.findByRole('button', { name: /PL-01 1:\s*Ô này chưa có số hoặc chưa chọn chỉ tiêu/ }))
  await screen.findByRole('combobox', { name: 'Chỉ tiêu dòng 1' })
})
