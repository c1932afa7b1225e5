import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { officer, petitionServer, TOPIC } from '#tests/support/petition-desk.tsx'
import { renderWithProviders } from '#tests/support/render.tsx'
import { TopicListPage } from './topic-list-page.tsx'

afterEach(() => vi.unstubAllGlobals())

const OLD = { ...TOPIC, code: 'cu', name: 'Lĩnh vực cũ', position: 5, validUntil: '2025-07-01' }

async function open() {
  const server = petitionServer({ '/topics': { topics: [TOPIC, OLD] }, '/retention': { classes: [{ class: 'answered', name: 'Đơn đã trả lời', years: 5, source: 'Mẫu', certainty: 'illustrative' }] } })
  const view = await renderWithProviders(<TopicListPage />, { path: '/quan-tri/linh-vuc-don-thu', session: officer('petitions.manage') })
  await screen.findByRole('row', { name: /Đất đai/ })
  return { ...view, server }
}

test('a topic that ended is shown only when asked for, and can no longer be changed', async () => {
  const { user } = await open()
  expect(screen.queryByRole('row', { name: /Lĩnh vực cũ/ })).toBeNull()
  await user.click(screen.getByRole('checkbox', { name: 'Hiện cả 1 lĩnh vực đã kết thúc' }))
  const row = screen.getByRole('row', { name: /Lĩnh vực cũ/ })
  expect(row.textContent).toContain('từ 01/01/2021 đến trước 01/07/2025, đã kết thúc')
  expect(within(row).queryAllByRole('button')).toEqual([])
})

test('a new topic needs names and a code of its own, and comes last', async () => {
  const { user, server } = await open()
  await user.click(screen.getByRole('button', { name: 'Thêm lĩnh vực' }))
  const sheet = within(await screen.findByRole('dialog'))
  await user.type(sheet.getByRole('textbox', { name: 'Tên' }), 'Tái định cư')
  await user.type(sheet.getByRole('textbox', { name: /^Tên tiếng Anh/ }), 'Resettlement')
  await user.type(sheet.getByRole('textbox', { name: 'Mã' }), 'dat-dai')
  await user.click(sheet.getByRole('button', { name: 'Lưu' }))
  expect(sheet.getByText('Mã này đã có.')).toBeDefined()
  expect(server.sent).toEqual([])
  await user.type(sheet.getByRole('textbox', { name: 'Mã' }), '-tdc')
  await user.selectOptions(sheet.getByRole('combobox', { name: /Cột trong biểu/ }), 'Đất đai, nhà cửa')
  await user.click(sheet.getByRole('button', { name: 'Lưu' }))
  await waitFor(() => {
    expect(server.sent).toEqual([{ method: 'PUT', path: '/api/petitions/topics/dat-dai-tdc', body: { name: 'Tái định cư', nameEn: 'Resettlement', field: 'land', shownToCitizens: true, validFrom: '2026-11-23', validUntil: null, position: 20 } }])
  })
})

test('a topic ends from a day on and keeps its place', async () => {
  const { user, server } = await open()
  await user.click(screen.getByRole('button', { name: 'Kết thúc Đất đai' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Kết thúc lĩnh vực “Đất đai”?' }))
  await user.click(dialog.getByRole('button', { name: 'Kết thúc' }))
  await waitFor(() => { expect(server.sent).toMatchObject([{ path: '/api/petitions/topics/dat-dai', body: { validFrom: '2021-01-01', validUntil: '2026-11-23', position: 10 } }]) })
})

test('how long the data of senders is kept is shown with its source, and changed within reason', async () => {
  const { user, server } = await open()
  expect((await screen.findByRole('row', { name: /Đơn đã trả lời/ })).textContent).toContain('5Mẫu mẫu minh họa')
  await user.click(screen.getByRole('button', { name: 'Sửa Đơn đã trả lời' }))
  const sheet = within(await screen.findByRole('dialog'))
  const years = sheet.getByRole('textbox', { name: 'Số năm' })
  await user.clear(years)
  await user.type(years, '200')
  await user.click(sheet.getByRole('button', { name: 'Lưu' }))
  expect(sheet.getByText('Số năm từ 1 đến 100.')).toBeDefined()
  await user.clear(years)
  await user.type(years, '10')
  await user.click(sheet.getByRole('button', { name: 'Lưu' }))
  await waitFor(() => { expect(server.sent).toEqual([{ method: 'PUT', path: '/api/petitions/retention/answered', body: { name: 'Đơn đã trả lời', years: 10, source: 'Mẫu', certainty: 'unverified' } }]) })
})
