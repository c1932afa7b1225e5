import { TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { screen, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { renderWithProviders, SESSION } from '#tests/support/render.tsx'
import { ApiError, ConnectionLost } from './api-client.ts'
import { useCommand } from './command.ts'
import { useDraft } from './draft.ts'
import { FormPage } from './form-page.tsx'
import { PageLink } from './page-link.tsx'

interface SendPlan {
  readonly send: (values: { title: string; number: string }) => Promise<void>
  readonly wouldLose?: boolean
}

function PlanForm({ send, wouldLose = false }: SendPlan) {
  const form = useForm({
    initialValues: { title: '', number: '' },
    validate: { title: (title: string) => (title === '' ? 'Chưa nhập.' : null) },
  })
  const draft = useDraft('test-plan', form)
  const command = useCommand({ run: send, form, onDone: () => draft.forget() })
  return (
    <FormPage title="Lập kế hoạch" form={form} onSubmit={command.run} submitLabel="Trình duyệt" command={command} draft={draft} wouldLose={wouldLose}>
      <TextInput label="Tên kế hoạch" {...form.getInputProps('title')} />
      <TextInput label="Số" {...form.getInputProps('number')} />
      <PageLink to="/van-ban">Văn bản</PageLink>
    </FormPage>
  )
}

test('a fault stands at its field and on top, and the top leads to the field', async () => {
  const send = vi.fn()
  const { user } = await renderWithProviders(<PlanForm send={send} />)
  await user.click(screen.getByRole('button', { name: 'Trình duyệt' }))
  const summary = await screen.findByRole('alert')
  expect(document.activeElement).toBe(summary)
  expect(screen.getByLabelText('Tên kế hoạch').getAttribute('aria-invalid')).toBe('true')
  await user.click(within(summary).getByRole('button', { name: 'Tên kế hoạch: Chưa nhập.' }))
  expect(document.activeElement).toBe(screen.getByLabelText('Tên kế hoạch'))
  expect(send).not.toHaveBeenCalled()
})

test('a fault that only the server sees stands at its field too', async () => {
  const refused = new ApiError(422, { code: 'plans.number_taken', message: 'Số này đã dùng.', details: { field: 'number' }, fields: [], requestId: 'r1' })
  const { user } = await renderWithProviders(<PlanForm send={() => Promise.reject(refused)} />)
  await user.type(screen.getByLabelText('Tên kế hoạch'), 'Kế hoạch năm')
  await user.click(screen.getByRole('button', { name: 'Trình duyệt' }))
  expect((await screen.findByRole('alert')).textContent).toContain('Số: Số này đã dùng.')
})

test('a lost connection says that what was entered is kept, and it is', async () => {
  const { user } = await renderWithProviders(<PlanForm send={() => Promise.reject(new ConnectionLost('x'))} />)
  await user.type(screen.getByLabelText('Tên kế hoạch'), 'Kế hoạch năm')
  await user.click(screen.getByRole('button', { name: 'Trình duyệt' }))
  expect((await screen.findByRole('alert')).textContent).toContain('điều đã nhập vẫn còn')
  expect(screen.getByLabelText<HTMLInputElement>('Tên kế hoạch').value).toBe('Kế hoạch năm')
})

test('what is typed is kept under the person’s name and reopened, until it is discarded', async () => {
  const { user, unmount } = await renderWithProviders(<PlanForm send={vi.fn()} />)
  await user.type(screen.getByLabelText('Tên kế hoạch'), 'Kế hoạch năm')
  await screen.findByText(/Đã tự lưu bản nháp lúc/)
  unmount()

  const other = await renderWithProviders(<PlanForm send={vi.fn()} />, { session: { actor: { ...SESSION.actor, id: 'a2' } } })
  expect(screen.getByLabelText<HTMLInputElement>('Tên kế hoạch').value).toBe('')
  other.unmount()

  const again = await renderWithProviders(<PlanForm send={vi.fn()} />)
  expect(screen.getByLabelText<HTMLInputElement>('Tên kế hoạch').value).toBe('Kế hoạch năm')
  expect(screen.getByRole('status').textContent).toContain('Đã mở lại bản nháp')
  await again.user.click(screen.getByRole('button', { name: 'Bỏ bản nháp' }))
  expect(screen.getByLabelText<HTMLInputElement>('Tên kế hoạch').value).toBe('')
  expect(window.localStorage.length).toBe(0)
})

test('what was sent leaves no draft behind', async () => {
  const { user } = await renderWithProviders(<PlanForm send={() => Promise.resolve()} />)
  await user.type(screen.getByLabelText('Tên kế hoạch'), 'Kế hoạch năm')
  await screen.findByText(/Đã tự lưu bản nháp lúc/)
  await user.click(screen.getByRole('button', { name: 'Trình duyệt' }))
  await expect.poll(() => window.localStorage.length).toBe(0)
})

test('leaving asks only when something would be lost', async () => {
  const { user, unmount } = await renderWithProviders(<PlanForm send={vi.fn()} />, { path: '/ke-hoach/moi' })
  await user.click(screen.getByRole('link', { name: 'Văn bản' }))
  expect(await screen.findByText('elsewhere')).toBeDefined()
  unmount()

  const guarded = await renderWithProviders(<PlanForm send={vi.fn()} wouldLose />, { path: '/ke-hoach/moi' })
  await guarded.user.click(screen.getByRole('link', { name: 'Văn bản' }))
  const question = await screen.findByRole('dialog', { name: 'Rời trang này?' })
  await guarded.user.click(within(question).getByRole('button', { name: 'Rời trang' }))
  expect(await screen.findByText('elsewhere')).toBeDefined()
})
