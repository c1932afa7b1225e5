import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, expectAccessible, test } from './province.ts'

// Before the demonstration's own directive: officers begin with nothing issued.
test.use({ options: ['--today', '2021-11-05'] })
test.describe.configure({ mode: 'serial' })

const PLAN = join(import.meta.dirname, '../../database/seed/ke-hoach-quy-che-456.md')
let directive = ''

test('An officer of Sở Nội vụ uploads the plan, corrects its reading and turns clauses into duties', async ({ visit }) => {
  const page = await visit('tong-hop.snv', '/ke-hoach/tai-len')
  await page.locator('input[type=file]').setInputFiles({ name: 'rong.md', mimeType: 'text/markdown', buffer: Buffer.from('   ') })
  await page.getByRole('button', { name: 'Đọc văn bản' }).click()
  await expect(page.getByText('Tệp không có nội dung.').first()).toBeVisible()
  await page.goto('/ke-hoach/tai-len')
  await page.locator('input[type=file]').setInputFiles({ name: 'ke-hoach.md', mimeType: 'text/markdown', buffer: readFileSync(PLAN) })
  await page.getByRole('button', { name: 'Đọc văn bản' }).click()
  await expect(page.getByRole('heading', { name: 'Sửa bản đọc', level: 1 })).toBeVisible()
  await expect(page.getByLabel('Người ký', { exact: true })).toHaveValue('Trần Văn Hiệp')
  await expectAccessible(page)
  await page.getByLabel('Mục III.4', { exact: true }).fill('Ủy ban nhân dân các huyện, thành phố chỉ đạo, hướng dẫn, kiểm tra Ủy ban nhân dân các xã, phường, thị trấn.')
  for (const path of ['II.1', 'II.5', 'III.2']) await page.getByLabel(`Chọn mục ${path} thành nhiệm vụ`, { exact: true }).check()
  await page.getByRole('button', { name: 'Đưa 3 mục đã chọn thành nhiệm vụ' }).click()
  await expect(page.getByRole('heading', { name: /Kế hoạch triển khai thực hiện Quy chế/, level: 1 })).toBeVisible()
  directive = new URL(page.url()).pathname
  await expect(page.getByRole('row', { name: /III\.2.*Sở Nội vụ/ })).toBeVisible()
})

test('She addresses duties by class and by name, with a due date or a rhythm, sees who will get them, and issues', async ({ visit }) => {
  const page = await visit('tong-hop.snv', directive)
  await page.getByRole('button', { name: /^Sửa nhiệm vụ: Tổ chức tuyên truyền/ }).click()
  const sheet = page.getByRole('dialog', { name: 'Sửa nhiệm vụ' })
  for (const name of ['Các sở, ban, ngành', 'UBND các huyện, thành phố', 'UBND các xã, phường, thị trấn, đặc khu']) {
    await sheet.getByLabel(name, { exact: true }).check()
  }
  await sheet.getByLabel('Xã, phường nhận qua huyện, thành phố của mình').check()
  await sheet.getByLabel('Số liệu phải báo (nếu có)').fill('Số lượt người được tuyên truyền')
  await sheet.getByLabel('Đơn vị tính').fill('lượt người')
  await sheet.getByRole('button', { name: 'Lưu nhiệm vụ' }).click()
  await expect(sheet).toBeHidden()

  await page.getByRole('button', { name: /^Sửa nhiệm vụ: Xây dựng và triển khai kế hoạch/ }).click()
  await sheet.getByLabel('Các sở, ban, ngành', { exact: true }).check()
  await sheet.getByLabel('Định kỳ').check()
  await sheet.getByRole('button', { name: 'Lưu nhiệm vụ' }).click()
  await expect(page.getByText('Mỗi quý một lần, trước ngày 15 tháng cuối mỗi quý')).toBeVisible()
  await expect(page.getByText(/\d+ đơn vị nhận, \d+ đơn vị chủ trì, 142 đơn vị nhận qua huyện/)).toBeVisible()
  await page.getByLabel('Số, ký hiệu').fill('8000/KH-UBND')
  await page.getByRole('button', { name: 'Ban hành', exact: true }).click()
  await expect(page.getByText('Đã ban hành', { exact: true }).first()).toBeVisible()
  await expect(page.getByRole('button', { name: /^Sửa nhiệm vụ/ })).toHaveCount(0)
})

test('An addressed unit opens the document, acknowledges it and records how it was briefed onward', async ({ visit }) => {
  const page = await visit('dau-moi.stp')
  await page.getByRole('link', { name: 'Kế hoạch 8000/KH-UBND' }).click()
  await page.getByRole('button', { name: 'Xác nhận tiếp thu' }).click()
  await page.getByRole('button', { name: 'Ghi buổi quán triệt' }).first().click()
  const sheet = page.getByRole('dialog', { name: 'Ghi buổi quán triệt' })
  await sheet.getByLabel('Số lượt người').fill('45')
  await sheet.getByLabel('Thành phần').fill('Công chức và người lao động của Sở')
  await sheet.getByRole('button', { name: 'Ghi buổi quán triệt' }).click()
  await expect(page.getByText('Sở Tư pháp: Đã quán triệt')).toBeVisible()
  await expectAccessible(page)
})

test('A district makes its own plan, its head approves, and by issuing it the communes get their part', async ({ visit }) => {
  const ward = await visit('dau-moi.p2')
  await expect(ward.getByText('Không còn việc nào đang chờ')).toBeVisible()
  const officer = await visit('dau-moi.dalat', directive)
  await officer.getByRole('link', { name: 'Kế hoạch của Thành phố Đà Lạt' }).click()
  await officer.getByRole('button', { name: 'Trình duyệt' }).click()
  await expect(officer.getByText(/Hãy ghi ai làm|Chưa ghi ai làm/).first()).toBeVisible()
  await officer.getByLabel('Ai làm 1').fill('Phòng Nội vụ thành phố')
  await officer.getByRole('button', { name: 'Thêm việc của đơn vị' }).click()
  await officer.getByLabel('Việc 2', { exact: true }).fill('Tổ chức đối thoại với Nhân dân tại hai phường')
  await officer.getByLabel('Ai làm 2').fill('Văn phòng UBND thành phố')
  await officer.getByRole('button', { name: 'Trình duyệt' }).click()
  await expect(officer.getByText('Chờ duyệt')).toBeVisible()

  const head = await visit('thu-truong.dalat')
  await head.getByRole('link', { name: /Thực hiện Kế hoạch triển khai/ }).first().click()
  await head.getByRole('button', { name: 'Duyệt', exact: true }).click()
  await expect(head.getByText('Đã duyệt', { exact: true }).first()).toBeVisible()

  await officer.reload()
  await officer.getByLabel('Số, ký hiệu').fill('120/KH-UBND')
  await officer.getByRole('button', { name: 'Ban hành kế hoạch' }).click()
  await expect(officer.getByText('Đã ban hành', { exact: true }).first()).toBeVisible()
  await expect(async () => {
    await ward.reload()
    await expect(ward.getByRole('link', { name: 'Kế hoạch 8000/KH-UBND' })).toBeVisible({ timeout: 1500 })
  }).toPass({ timeout: 20_000 })
})

test('Progress is reported with a note, a figure and evidence; the state follows from the dates', async ({ visit }) => {
  const page = await visit('dau-moi.stp')
  await page.getByRole('link', { name: /^Tổ chức tuyên truyền, phổ biến Quy chế 456/ }).click()
  await page.getByRole('button', { name: 'Vì sao là ngày này?' }).first().click()
  await expect(page.getByText(/Quy định của nhiệm vụ/)).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Báo tiến độ' }).click()
  const note = page.getByRole('dialog', { name: 'Báo tiến độ' })
  await note.getByLabel('Việc đã làm').fill('Đã tổ chức hội nghị quán triệt toàn cơ quan')
  await note.locator('input[type=file]').setInputFiles({ name: 'bien-ban.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4 biên bản hội nghị') })
  await note.getByRole('button', { name: 'Báo tiến độ' }).click()
  await expect(page.getByText('Đang thực hiện').first()).toBeVisible()
  await expect(page.getByRole('link', { name: 'bien-ban.pdf' })).toBeVisible()
  await page.getByRole('button', { name: 'Việc khác' }).click()
  await page.getByRole('menuitem', { name: 'Báo hoàn thành' }).click()
  const finish = page.getByRole('dialog', { name: 'Báo hoàn thành' })
  await finish.getByLabel('Việc đã làm').fill('Đã tuyên truyền xong trong toàn ngành')
  await finish.getByRole('button', { name: 'Báo hoàn thành' }).click()
  await expect(finish.getByText(/Hãy nhập số liệu/).first()).toBeVisible()
  await finish.getByLabel('Số lượt người được tuyên truyền').fill('145')
  await finish.getByRole('button', { name: 'Báo hoàn thành' }).click()
  await expect(page.getByText('Hoàn thành', { exact: true }).first()).toBeVisible()
})

test('Sở Nội vụ sees the board, opens a number into its records, and takes the report as DOCX and PDF', async ({ visit }) => {
  const page = await visit('tong-hop.snv', `${directive}/bang-theo-doi`)
  await page.getByRole('link', { name: /^Hoàn thành:/ }).click()
  await expect(page.getByRole('heading', { name: /Danh sách việc/, level: 1 })).toBeVisible()
  await expect(page.getByText('Sở Tư pháp').first()).toBeVisible()
  await page.goto(`${directive}/bao-cao`)
  await expect(page.getByText(/1 buổi, 45 lượt người/)).toBeVisible()
  await page.getByRole('textbox', { name: 'Đề xuất, kiến nghị' }).fill('Đề nghị bổ sung tài liệu tuyên truyền bằng tiếng dân tộc thiểu số.')
  await page.getByRole('button', { name: 'Lưu đoạn văn' }).click()
  await expect(page.getByText('Đề nghị bổ sung tài liệu tuyên truyền bằng tiếng dân tộc thiểu số.').last()).toBeVisible()
  for (const [label, head] of [['Tải DOCX', 'PK'], ['Tải PDF', '%PDF']] as const) {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: label }).click()])
    expect(readFileSync(await download.path()).subarray(0, head.length).toString()).toBe(head)
  }
})
