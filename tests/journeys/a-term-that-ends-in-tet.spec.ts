import { register } from './petition-steps.ts'
import { expect, expectAccessible, test } from './province.ts'

test.use({ options: ['--today', '2026-02-06'] })

test('A term that ends in Tết', async ({ visit }) => {
  test.setTimeout(240_000)
  const head = await visit('thu-truong.xh')
  await register(head, { kind: 'Khiếu nại', title: 'Khiếu nại gần Tết', content: 'Nhận ngày 06/02/2026.', sender: 'Người khiếu nại gần Tết', decision: 'Quyết định 2/QĐ-UBND' })
  // Ten days end on 16/02, the eve of Tết: the term ends with the first working day after it (Bộ luật Dân sự Điều 148 khoản 5).
  const terms = head.getByRole('list', { name: 'Thời hạn' })
  await expect(terms.getByText('23/02/2026').first()).toBeVisible()
  await terms.getByRole('button', { name: /^Vì sao/ }).first().click()
  const why = head.getByRole('dialog')
  await expect(why.getByText(/Tết Nguyên đán/).first()).toBeVisible()
  await expect(why.getByText(/Điều 148/).first()).toBeVisible()
  await expectAccessible(head)
})
