import type { Page } from '@playwright/test'
import { expect } from './province.ts'

/** A letter registered by an officer on the desk; where it is filed, the receipt's code and the address of its record. */
export interface RegisteredLetter { readonly code: string; readonly path: string }
export interface Letter {
  readonly kind: 'Khiếu nại' | 'Kiến nghị' | 'Phản ánh'
  /** Day by day as typed: 05/01/2026; today where left out. */
  readonly receivedOn?: string
  readonly title: string
  readonly content: string
  readonly sender: string
  readonly decision?: string
}

export async function register(page: Page, { kind, receivedOn, title, content, sender, decision }: Letter): Promise<RegisteredLetter> {
  await page.goto('/don-thu/moi')
  await page.getByRole('radio', { name: kind }).first().check()
  if (receivedOn !== undefined) {
    await page.getByLabel('Ngày nhận').first().fill(receivedOn)
    await page.keyboard.press('Tab')
  }
  await page.getByRole('textbox', { name: 'Họ và tên' }).first().fill(sender)
  await page.getByRole('textbox', { name: 'Địa chỉ' }).first().fill('Tổ 5')
  await page.getByRole('textbox', { name: 'Tóm tắt' }).fill(title)
  await page.getByRole('textbox', { name: 'Nội dung đơn' }).fill(content)
  if (decision !== undefined) await page.getByRole('textbox', { name: 'Quyết định hoặc hành vi bị khiếu nại', exact: true }).fill(decision)
  await page.getByRole('button', { name: 'Lưu và lấy biên nhận' }).click()
  const code = page.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/).first()
  await expect(code).toBeVisible()
  const text = await code.textContent() ?? ''
  await page.getByRole('link', { name: 'Mở đơn' }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  return { code: text, path: new URL(page.url()).pathname }
}

/** The one next act of the record, or one from the menu beside it. */
export async function act(page: Page, name: string): Promise<void> {
  const next = page.getByRole('button', { name, exact: true }).first()
  // What the next act is follows from what was just done: the page takes a moment to know.
  const isNext = await next.waitFor({ timeout: 4000 }).then(() => true, () => false)
  if (isNext) return next.click()
  await page.getByRole('button', { name: 'Việc khác' }).click()
  await page.getByRole('menuitem', { name, exact: true }).click()
}

/** Sorted as the unit's own and in order. */
export async function sort(page: Page, topic: string): Promise<void> {
  await act(page, 'Phân loại')
  await expect(page.getByRole('heading', { level: 1, name: 'Phân loại đơn' })).toBeVisible()
  await page.getByRole('combobox', { name: 'Lĩnh vực' }).selectOption({ label: topic })
  await page.getByRole('radio', { name: 'Đủ điều kiện', exact: true }).check()
  await page.getByRole('radio', { name: 'Thuộc thẩm quyền đơn vị mình' }).check()
  await page.getByRole('button', { name: 'Lưu phân loại' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Phân loại đơn' })).toBeHidden()
}

/** A decision from its form to the head's signature. */
export async function decide(page: Page, head: Page, name: string, fill: (sheet: ReturnType<Page['getByRole']>) => Promise<void>, number: string): Promise<void> {
  await act(page, name)
  const sheet = page.getByRole('dialog')
  await fill(sheet)
  await sheet.getByRole('button', { name: 'Trình ký' }).click()
  await expect(sheet).toBeHidden()
  await expect(page.getByText('Văn bản chờ ký').first()).toBeVisible()
  await head.goto(new URL(page.url()).pathname)
  await act(head, 'Ký')
  const signing = head.getByRole('dialog')
  await signing.getByRole('textbox', { name: 'Số' }).first().fill(number)
  await signing.getByRole('button', { name: 'Ký', exact: true }).click()
  await expect(signing).toBeHidden()
  await expect(head.getByText('Văn bản chờ ký')).toHaveCount(0)
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
}

/** A citizen's telephone: no JavaScript, 360 px. */
export async function citizen(page: Page, address: string): Promise<Page> {
  const browser = page.context().browser()
  if (browser === null) throw new Error('no browser')
  const context = await browser.newContext({ baseURL: address, locale: 'vi-VN', javaScriptEnabled: false, viewport: { width: 360, height: 740 } })
  return context.newPage()
}

/** The one filled button of a portal page; a form pressed at once is taken for a machine's. */
export async function onward(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click()
}
