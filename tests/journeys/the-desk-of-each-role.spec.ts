import type { Page } from '@playwright/test'
import { expect, expectAccessible, test } from './province.ts'

test('Everybody signs in to their own work, and sees no more than their own', async ({ visit, province }) => {
  const officer = await visit('dau-moi.stp')
  await expect(officer.getByRole('heading', { name: /Việc của tôi/, level: 1 })).toBeVisible()
  await expect(officer.getByText('Dữ liệu trình diễn').first()).toBeVisible()
  await expect(officer.getByRole('link', { name: 'Quản trị' })).toHaveCount(0)
  expect((await officer.request.get(`${province.address}/api/people/accounts`)).status()).toBe(403)
  const units = (await (await officer.request.get(`${province.address}/api/plans/board`)).json() as { units: { name: string }[] }).units
  expect(units.map(({ name }) => name)).toEqual(['Sở Tư pháp'])
})

test('A wrong password is said at the field and nothing typed is lost', async ({ browser, province }) => {
  const page = await (await browser.newContext({ baseURL: province.address, locale: 'vi-VN' })).newPage()
  await page.goto('/viec-cua-toi')
  await page.getByLabel('Tên đăng nhập').fill('dau-moi.stp')
  await page.getByRole('textbox', { name: 'Mật khẩu' }).fill('sai mật khẩu')
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await expect(page.getByText('Tên đăng nhập hoặc mật khẩu không đúng.').first()).toBeVisible()
  await expect(page.getByLabel('Tên đăng nhập')).toHaveValue('dau-moi.stp')
  await expectAccessible(page)
})

test('The map of units is shown as it was: districts in 2021, none today', async ({ visit }) => {
  const page = await visit('mat-tran', '/to-chuc')
  await expect(page.getByRole('heading', { name: /^Xã \(103\)/ })).toBeVisible()
  await expect(page.getByRole('heading', { name: /^Huyện/ })).toHaveCount(0)
  await page.goto('/to-chuc?on=2021-12-31')
  await expect(page.getByRole('heading', { name: /^Huyện \(10\)/ })).toBeVisible()
  await expect(page.getByText(/Đang xem tại ngày 31\/12\/2021/)).toBeVisible()
  await page.getByLabel('Tìm tên đơn vị, có dấu hay không dấu').fill('phuong 2')
  await page.getByRole('link', { name: /^Phường 2/ }).first().click()
  await expect(page.getByRole('heading', { name: 'Chuyển thành' })).toBeVisible()
})

test('Units merge with a preview, and the merger is undone', async ({ visit }) => {
  const page = await visit('quan-tri', '/to-chuc/sap-xep/moi')
  for (const name of ['Xã Đạ Huoai 2', 'Xã Đạ Huoai 3']) {
    await page.getByLabel('Các đơn vị nhập lại').first().fill(name)
    await page.getByRole('option', { name: new RegExp(name) }).first().click()
  }
  await page.keyboard.press('Escape')
  await page.getByLabel('Tên mới').fill('Xã Đạ Huoai Thử')
  await page.getByRole('combobox', { name: 'Trực thuộc' }).fill('Tỉnh Lâm Đồng')
  await page.getByRole('option', { name: /^Tỉnh Lâm Đồng/ }).first().click()
  await page.getByRole('button', { name: 'Xem trước' }).click()
  await expect(page.getByRole('heading', { name: 'Điều sẽ thay đổi' })).toBeVisible()
  await page.getByRole('button', { name: 'Thực hiện' }).click()
  await expect(page.getByRole('heading', { name: /Sắp xếp đơn vị/, level: 1 })).toBeVisible()
  await page.getByRole('button', { name: 'Hoàn tác' }).first().click()
  await page.getByRole('dialog', { name: 'Hoàn tác lần sắp xếp này?' }).getByRole('button', { name: 'Hoàn tác' }).click()
  await expect(page.getByText('Đã hoàn tác').first()).toBeVisible()
})

test("A unit's page says who leads its dân vận by which decision, and a new appointment is recorded", async ({ visit }) => {
  const head = await visit('thu-truong.stp', '/to-chuc')
  await head.getByRole('link', { name: 'Sở Tư pháp', exact: true }).click()
  await expect(head.getByRole('list', { name: 'Người phụ trách' }).getByRole('listitem').filter({ hasText: 'Lãnh đạo phụ trách dân vận' })).toContainText('Chưa ghi')
  await head.getByRole('button', { name: 'Ghi: Lãnh đạo phụ trách dân vận' }).click()
  const form = head.getByRole('dialog', { name: 'Ghi người được phân công' })
  await form.getByRole('textbox', { name: 'Họ và tên' }).fill('Phó Giám đốc phụ trách khối')
  await form.getByRole('textbox', { name: 'Chức vụ' }).fill('Phó Giám đốc')
  await form.getByRole('button', { name: 'Ghi', exact: true }).click()
  await expect(form.getByRole('textbox', { name: 'Số quyết định' })).toBeFocused()
  await form.getByRole('textbox', { name: 'Số quyết định' }).fill('15/QĐ-STP')
  await expect(form.getByRole('status')).toContainText('lưu')
  await head.reload()
  await head.getByRole('button', { name: 'Ghi: Lãnh đạo phụ trách dân vận' }).click()
  await expect(form.getByRole('textbox', { name: 'Số quyết định' })).toHaveValue('15/QĐ-STP')
  await form.getByRole('textbox', { name: 'Ngày quyết định' }).fill('05/01/2026')
  await form.getByRole('textbox', { name: 'Từ ngày' }).fill('10/01/2026')
  await form.getByRole('button', { name: 'Ghi', exact: true }).click()
  await expect(form).toBeHidden()

  const outsider = await visit('dau-moi.xh', new URL(head.url()).pathname)
  const people = outsider.getByRole('list', { name: 'Người phụ trách' })
  await expect(people.getByText('theo 15/QĐ-STP ngày 05/01/2026, từ 10/01/2026')).toBeVisible()
  await expect(outsider.getByRole('button', { name: 'Ghi người được phân công' })).toHaveCount(0)
  await expect(outsider.getByRole('heading', { name: 'Công việc của đơn vị' })).toHaveCount(0)

  await head.getByRole('button', { name: 'Thôi phân công Phó Giám đốc phụ trách khối' }).click()
  await head.getByRole('dialog', { name: /^Thôi phân công/ }).getByRole('button', { name: 'Thôi phân công' }).click()
  await head.getByText('Trước đây (1)').click()
  await expect(head.getByRole('list', { name: 'Trước đây (1)' })).toContainText('Phó Giám đốc phụ trách khối')
  await expectAccessible(head)
  await head.setViewportSize({ width: 360, height: 740 })
  expect(await head.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  await head.setViewportSize({ width: 1280, height: 900 })

  await head.getByRole('link', { name: /^Hoàn thành: / }).click()
  await expect(head).toHaveURL(/\/ke-hoach\/viec\?.*state=done/)
  await expect(head.getByRole('row', { name: /Sở Tư pháp/ }).first()).toBeVisible()
  await head.getByRole('main').getByRole('link', { name: 'Sở Tư pháp', exact: true }).first().click()
  await expect(head.getByRole('heading', { name: 'Sở Tư pháp', level: 1 })).toBeVisible()
})

const PAGES: readonly [login: string, path: string][] = [
  ['tong-hop.snv', '/viec-cua-toi'], ['tong-hop.snv', '/ke-hoach'], ['tong-hop.snv', '/ke-hoach/bang-theo-doi'], ['tong-hop.snv', '/ke-hoach/viec?state=overdue'],
  ['tong-hop.snv', '/ke-hoach/tai-len'], ['tong-hop.snv', '/van-ban?q=dan+van+kheo'], ['tong-hop.snv', '/van-ban/moi'], ['tong-hop.snv', '/to-chuc'],
  ['quan-tri', '/to-chuc/sap-xep'], ['quan-tri', '/to-chuc/sap-xep/moi'], ['quan-tri', '/quan-tri/tai-khoan'], ['quan-tri', '/quan-tri/nhat-ky'], ['quan-tri', '/quan-tri/lich-lam-viec'], ['quan-tri', '/quan-tri/nhac-viec'],
  ['tong-hop.snv', '/bao-cao?tab=to-receive'], ['tong-hop.snv', '/bao-cao/theo-doi'], ['tong-hop.snv', '/bao-cao/ky'], ['tong-hop.snv', '/bao-cao/ky/mo'], ['tong-hop.snv', '/bao-cao/mau'],
  ['tong-hop.snv', '/bao-cao/mau/chi-tieu'], ['tong-hop.snv', '/bao-cao/mau/01-TCD'], ['tong-hop.snv', '/bao-cao/mau/dan-van/sua'],
  ['xu-ly-don.xh', '/don-thu?tab=all'], ['xu-ly-don.xh', '/don-thu/moi'], ['thu-truong.xh', '/don-thu/den-han'], ['thu-truong.xh', '/don-thu/diem-nong?by=matter'], ['quan-tri', '/quan-tri/linh-vuc-don-thu'],
  ['lanh-dao', '/viec-cua-toi'], ['dau-moi.xh', '/van-ban/den'], ['dau-moi.xh', '/tai-khoan'],
]

test('A document that replaces another says so on both, and what was written down wrongly is put right', async ({ visit }) => {
  const page = await visit('tong-hop.snv', '/van-ban/moi')
  await page.getByLabel('Số, ký hiệu').fill('77-QĐ/TU')
  await page.getByLabel('Cơ quan ban hành').fill('Ban Thường vụ Tỉnh uỷ')
  await page.getByLabel('Trích yếu').fill('Quy chế công tác dân vận mới của tỉnh')
  await page.getByRole('button', { name: 'Lưu văn bản' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Quyết định 77-QĐ/TU' })).toBeVisible()

  await page.getByRole('button', { name: 'Ghi liên quan' }).click()
  const sheet = page.getByRole('dialog', { name: 'Ghi liên quan' })
  await sheet.getByRole('combobox', { name: 'Văn bản kia' }).fill('456-QĐ/TU')
  await page.getByRole('option', { name: /^Quyết định 456-QĐ\/TU/ }).click()
  await expectAccessible(page)
  await sheet.getByRole('button', { name: 'Ghi liên quan' }).click()
  await expect(page.getByText(/Thay thế 456-QĐ\/TU \(từ /)).toBeVisible()
  await page.getByRole('link', { name: '456-QĐ/TU' }).click()
  await expect(page.getByText('Đã được thay thế', { exact: true })).toBeVisible()
  await expect(page.getByText(/Được thay thế bởi 77-QĐ\/TU/)).toBeVisible()

  await page.goBack()
  await page.getByRole('button', { name: 'Bỏ liên quan với 456-QĐ/TU' }).click()
  await page.getByRole('dialog', { name: 'Bỏ liên quan này?' }).getByRole('button', { name: 'Bỏ' }).click()
  await expect(page.getByText('Chưa ghi văn bản nào.')).toBeVisible()
  await page.getByRole('button', { name: 'Việc khác' }).click()
  await page.getByRole('menuitem', { name: 'Sửa thông tin văn bản' }).click()
  await expect(page.getByLabel('Số, ký hiệu')).toHaveValue('77-QĐ/TU')
  await page.getByLabel('Người ký').fill('Bí thư Tỉnh ủy')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Lưu thay đổi' }).click()
  await expect(page.getByRole('definition').filter({ hasText: 'Bí thư Tỉnh ủy' })).toBeVisible()
})

/** Who follows everything, and who works for one unit: between them they see every kind of record page. */
const READERS = new Set(['tong-hop.snv', 'dau-moi.xh'])

test('No page keeps anybody out: axe finds nothing, wide or narrow, and nothing sticks out of a phone', async ({ visit, province }) => {
  test.setTimeout(600_000)
  for (const login of new Set(PAGES.map(([name]) => name))) {
    const page = await visit(login)
    for (const path of [...PAGES.filter(([name]) => name === login).map(([, path]) => path), ...(READERS.has(login) ? await recordsOf(page, province.address) : [])]) {
      await page.setViewportSize({ width: 1280, height: 900 })
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expectAccessible(page)
      await page.setViewportSize({ width: 360, height: 740 })
      await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth - innerWidth), `${path} is no wider than a phone`).toBeLessThanOrEqual(0)
    }
  }
})

/** The pages of the first directive, the first duty and the first reports the person may read. */
async function recordsOf(page: Page, address: string): Promise<string[]> {
  const read = async (path: string) => await (await page.request.get(`${address}/api/plans/${path}`)).json() as { directives?: { id: string }[]; obligations?: { id: string; unitId: string }[] }
  const [directive] = (await read('directives')).directives ?? []
  const [obligation] = (await read('obligations?size=5')).obligations ?? []
  const { reports } = await (await page.request.get(`${address}/api/reports?tab=mine&size=5`)).json() as { reports: { periodId: string; unitId: string }[] }
  return [
    ...reports.slice(0, 1).flatMap(({ periodId, unitId }) => ['noi-dung', 'so-lieu', 'kiem-tra', 'tong-hop', 'ghep-loi-van', 'van-ban'].map((part) => `/bao-cao/${periodId}/${unitId}?phan=${part}`)),
    ...(directive === undefined ? [] : ['', '/bang-theo-doi', '/bang-theo-doi?view=table', '/cong-don?deep=1'].map((part) => `/ke-hoach/${directive.id}${part}`)),
    ...(obligation === undefined ? [] : [`/ke-hoach/nhiem-vu/${obligation.id}`, `/to-chuc/${obligation.unitId}`]),
    ...(directive === undefined || obligation === undefined ? [] : [`/ke-hoach/${directive.id}/ke-hoach-don-vi/${obligation.unitId}`]),
  ]
}
