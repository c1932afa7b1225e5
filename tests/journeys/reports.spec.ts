import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { readText } from '#platform/server/text/read-text.ts'
import { expect, expectAccessible, test } from './province.ts'

// Two days after the half-year closed: communes owe their reports today.
test.use({ options: ['--today', '2026-12-16'] })
test.describe.configure({ mode: 'serial' })

const REPORT = 'Báo cáo kết quả công tác dân vận, 6 tháng cuối năm 2026'
let wardReport = ''
let periodId = ''

test('A commune reports what it did without typing a figure twice', async ({ visit }) => {
  test.setTimeout(240_000)
  const page = await visit('dau-moi.xh')
  await page.getByRole('link', { name: /^Báo cáo kết quả công tác dân vận — 6 tháng cuối năm 2026/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: REPORT })).toBeVisible()
  wardReport = new URL(page.url()).pathname
  periodId = wardReport.split('/')[2] ?? ''
  await page.getByRole('button', { name: /^Vì sao là ngày này/ }).first().click()
  await expect(page.getByText('Kỳ báo cáo chốt số liệu hết ngày 14/12/2026', { exact: false })).toBeVisible()
  await page.keyboard.press('Escape')

  await page.getByRole('textbox', { name: 'Công tác lãnh đạo, chỉ đạo, quán triệt' }).fill('Ủy ban nhân dân phường đã ban hành 02 kế hoạch, quán triệt đến 15 khu phố.')
  await declareNothing(page)
  await page.getByRole('link', { name: /^Số liệu/ }).click()
  await page.getByRole('button', { name: /hệ thống đếm [1-9].*xem các bản ghi/ }).first().click()
  const records = page.getByRole('dialog', { name: /^Bản ghi/ })
  await expect(records.getByRole('link').first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(records).toBeHidden()
  await declareNothing(page, /^Không phát sinh: (?!Đối thoại|Văn bản|Thực hiện)/)
  await page.getByRole('textbox', { name: /^Đối thoại cấp xã/ }).fill('ba')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/phải là số/).first()).toBeVisible()
  const dialogues = (name: RegExp) => page.getByRole('textbox', { name })
  await dialogues(/^Đối thoại cấp xã/).fill('3')
  await dialogues(/^Tổng số cuộc đối thoại/).first().fill('3')
  await expect(page.getByText(/Đã lưu lúc/)).toBeVisible()
  await expectAccessible(page)
  await page.reload()
  await expect(dialogues(/^Đối thoại cấp xã/)).toHaveValue('3')

  await page.getByRole('link', { name: /^Kiểm tra/ }).click()
  await expect(page.getByText('Phải sửa trước khi trình')).toHaveCount(0)
  await takeStep(page, 'Trình duyệt')
  await expect(page.getByText('Chờ duyệt', { exact: true }).first()).toBeVisible()
  const head = await visit('thu-truong.xh')
  await head.getByRole('link', { name: /^Báo cáo kết quả công tác dân vận — 6 tháng cuối năm 2026/ }).click()
  await takeStep(head, 'Duyệt')
  await expect(head.getByText('Đã duyệt, chờ gửi', { exact: true }).first()).toBeVisible()
  await page.reload()
  await takeStep(page, 'Gửi lên')
  await expect(page.getByText('Đã gửi', { exact: true }).first()).toBeVisible()
})

test('Sở Nội vụ returns a report and gets it right', async ({ visit }) => {
  test.setTimeout(240_000)
  const officer = await visit('tong-hop.snv', `/bao-cao?tab=to-receive&periodId=${periodId}`)
  await officer.getByRole('link', { name: 'Phường Xuân Hương - Đà Lạt' }).first().click()
  await officer.getByRole('link', { name: /^Số liệu/ }).click()
  await officer.getByRole('button', { name: /^Nhận xét về: .*đối thoại/ }).first().click()
  await officer.getByRole('textbox', { name: /Nhận xét/ }).fill('Theo lịch đã niêm yết phường có 04 cuộc: đề nghị kiểm tra.')
  await officer.getByRole('button', { name: 'Ghi nhận xét' }).click()
  await officer.getByRole('button', { name: 'Trả lại kèm nhận xét' }).click()
  const back = officer.getByRole('dialog', { name: 'Trả lại kèm nhận xét' })
  await back.getByRole('textbox', { name: 'Lý do' }).fill('Số cuộc đối thoại chưa khớp lịch đã niêm yết')
  await back.getByRole('button', { name: 'Trả lại kèm nhận xét' }).click()
  await expect(officer.getByText('Bị trả lại', { exact: true }).first()).toBeVisible()

  const ward = await visit('dau-moi.xh')
  await ward.getByRole('link', { name: /^Báo cáo kết quả công tác dân vận — 6 tháng cuối năm 2026/ }).click()
  await expect(ward.getByText('Số cuộc đối thoại chưa khớp lịch đã niêm yết').first()).toBeVisible()
  await ward.getByRole('link', { name: /^Nhận xét/ }).click()
  await ward.getByRole('textbox', { name: /^Trả lời/ }).fill('Đã bổ sung cuộc đối thoại ngày 12/12/2026.')
  await ward.getByRole('button', { name: 'Ghi trả lời' }).click()
  await ward.getByRole('link', { name: /^Số liệu/ }).click()
  for (const name of [/^Đối thoại cấp xã/, /^Tổng số cuộc đối thoại/]) await ward.getByRole('textbox', { name }).first().fill('4')
  await expect(ward.getByText(/Đã lưu lúc/)).toBeVisible()
  await takeStep(ward, 'Trình duyệt')
  const head = await visit('thu-truong.xh', wardReport)
  await head.getByRole('link', { name: /^Bản đã duyệt/ }).click()
  await expect(head.getByText('Bản số 1').first()).toBeVisible()
  await takeStep(head, 'Duyệt')
  await takeStep(head, 'Gửi lên')
  await officer.goto(wardReport)
  await takeStep(officer, 'Tiếp nhận')
  await expect(officer.getByText('Đã tiếp nhận', { exact: true }).first()).toBeVisible()
})

test("The province's half-year report comes out as an official document", async ({ visit, province }) => {
  test.setTimeout(300_000)
  const page = await visit('tong-hop.snv', `/bao-cao?tab=mine&periodId=${periodId}`)
  await page.getByRole('link', { name: 'Tỉnh Lâm Đồng' }).first().click()
  const report = new URL(page.url()).pathname
  await page.getByRole('link', { name: /^Tổng hợp/ }).click()
  await page.getByLabel('Bảng', { exact: true }).selectOption({ label: 'PL-03. Đối thoại với Nhân dân' })
  await page.getByRole('button', { name: /^Tổng số cuộc đối thoại, Tổng cộng: .*xem do đâu mà có/ }).click()
  const lineage = page.getByRole('dialog', { name: 'Tổng số cuộc đối thoại' })
  await lineage.getByRole('button', { name: /Phường Xuân Hương - Đà Lạt/ }).first().click()
  await expect(lineage.getByText(/bản số 2/i).first()).toBeVisible()
  await page.keyboard.press('Escape')

  await page.getByRole('link', { name: /^Ghép lời văn/ }).click()
  await page.getByRole('button', { name: /^Lấy vào báo cáo/ }).first().click()
  await expect(page.getByText('Đã dùng', { exact: true }).first()).toBeVisible()
  await page.getByRole('link', { name: /^Nội dung/ }).click()
  await declareNothing(page)
  await page.getByRole('link', { name: /^Số liệu/ }).click()
  await declareNothing(page, /^Không phát sinh: (?!Văn bản|Thực hiện)/)
  await expect(page.getByText(/Đã lưu lúc/)).toBeVisible()
  await takeStep(page, 'Trình duyệt')
  const leader = await visit('lanh-dao', report)
  await takeStep(leader, 'Duyệt')

  await page.goto(`${report}?phan=van-ban`)
  await page.getByRole('textbox', { name: 'Số', exact: true }).fill('215')
  await page.getByRole('textbox', { name: /^Ngày ban hành/ }).fill('16/12/2026')
  await page.getByRole('button', { name: 'Lưu thông tin văn bản' }).click()
  await expect(page.getByText('Đã lưu thông tin văn bản.')).toBeVisible()
  await expectAccessible(page)
  for (const format of ['docx', 'pdf'] as const) {
    const answer = await page.request.get(`${province.address}/api/reports/periods/${report.split('/').slice(2).join('/units/')}/document.${format}`)
    expect(answer.status()).toBe(200)
    const read = await readText(await answer.body())
    const text = read.ok ? read.text : ''
    for (const words of ['ỦY BAN NHÂN DÂN', 'Số: 215/BC-UBND', 'BÁO CÁO', 'Kết quả công tác dân vận', 'Nơi nhận']) expect(text, format).toContain(words)
  }
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Tải văn bản Word' }).first().click()])
  expect(readFileSync(await download.path()).subarray(0, 2).toString()).toBe('PK')
})

test('A unit that merged in the middle of the year still adds up', async ({ visit }) => {
  test.setTimeout(240_000)
  const page = await visit('tong-hop.snv', '/bao-cao/ky/mo')
  await page.getByRole('combobox', { name: 'Mẫu báo cáo' }).click()
  await page.getByRole('option', { name: 'Báo cáo kết quả công tác dân vận' }).click()
  await page.getByRole('radio', { name: /^Sơ kết, tổng kết/ }).check()
  await page.getByRole('textbox', { name: 'Tên kỳ' }).fill('Tổng kết năm 2025')
  await page.getByRole('textbox', { name: 'Mã kỳ' }).fill('TK-2025')
  for (const name of ['6 tháng đầu năm 2025', '6 tháng cuối năm 2025']) await page.getByRole('checkbox', { name }).check()
  await page.getByRole('button', { name: 'Xem trước' }).click()
  await page.getByRole('button', { name: 'Mở kỳ', exact: true }).click()
  await expect(page.getByText('Tổng kết năm 2025').first()).toBeVisible()
  await page.goto('/bao-cao?tab=mine')
  await page.getByRole('row', { name: /Tổng kết năm 2025/ }).getByRole('link').first().click()
  await page.getByRole('link', { name: /^Tổng hợp/ }).click()
  await page.getByLabel('Bảng', { exact: true }).selectOption({ label: 'PL-03. Đối thoại với Nhân dân' })
  const total = page.getByRole('button', { name: /^Tổng số cuộc đối thoại, Tổng cộng: .*xem do đâu mà có/ })
  const whole = await total.textContent()
  await page.getByText('Quy về đơn vị hiện nay').click()
  await expect(page).toHaveURL(/cay=nay/)
  await expect(total).toHaveText(whole ?? '')
  await total.click()
  const lineage = page.getByRole('dialog', { name: 'Tổng số cuộc đối thoại' })
  await lineage.getByRole('button', { name: /Phường Xuân Hương - Đà Lạt/ }).first().click()
  await expect(lineage.getByText(/Phường \d+/).first()).toBeVisible() // the wards that became it
})

/** Ticks every "Không phát sinh" but those that hold something. */
async function declareNothing(page: Page, name = /^Không phát sinh: (?!Công tác lãnh đạo)/): Promise<void> {
  await expect(page.getByRole('checkbox', { name }).first()).toBeVisible()
  for (const box of await page.getByRole('checkbox', { name }).all()) {
    await expect(async () => { // what the checks say of the box before moves it while the mouse is down
      if (!(await box.isChecked())) await box.check({ timeout: 2000 })
    }).toPass()
  }
}

async function takeStep(page: Page, step: string): Promise<void> {
  await page.getByRole('button', { name: step, exact: true }).first().click()
  await page.getByRole('dialog', { name: step }).getByRole('button', { name: step, exact: true }).click()
  await expect(page.getByRole('dialog', { name: step })).toBeHidden()
}
