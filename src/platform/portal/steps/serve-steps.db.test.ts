import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { Refusal } from '#kernel/refusal.ts'
import type { Http } from '#platform/server/http.ts'
import { PortalBrowser } from '#tests/support/portal-browser.ts'
import { portalHouse } from '#tests/support/portal-house.ts'
import { samplePortal, type SamplePortal } from '#tests/support/sample-portal.ts'
import { createTestDatabase, type TestDatabase } from '#tests/support/test-database.ts'
import { forgetDrafts } from './draft-store.ts'

let database: TestDatabase
let sample: SamplePortal
let http: Http
let browser: PortalBrowser
const OPENED = new Date('2026-11-24T02:00:00Z')
const PHOTO = { name: 'nhà.txt', content: 'ảnh của tôi' }

beforeAll(async () => {
  database = await createTestDatabase()
  sample = samplePortal()
  http = await portalHouse(database, [sample])
})
afterAll(async () => {
  await http.close()
  await database.close()
})
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: OPENED })
  sample.sent.length = 0
  await database.owner.pool.query('truncate platform.portal_try, platform.portal_submission, platform.portal_draft')
  rmSync(join(database.context.fileFolder, 'drafts'), { recursive: true, force: true })
  browser = new PortalBrowser(http)
  await browser.open('/cong-dan/gui')
})
afterEach(() => void vi.useRealTimers())

function later(seconds: number): void {
  vi.setSystemTime(new Date(OPENED.getTime() + seconds * 1000))
}

/** Files of drafts on the disk. */
function draftFiles(): string[] {
  const root = join(database.context.fileFolder, 'drafts')
  if (!existsSync(root)) return []
  return readdirSync(root, { recursive: true, withFileTypes: true }).filter((each) => each.isFile()).map(({ parentPath, name }) => join(parentPath, name))
}

async function fillTo(last: 'content' | 'name', from = browser): Promise<void> {
  await from.press('Tiếp tục', { kind: 'feedback' })
  if (last === 'content') return
  await from.press('Tiếp tục', { text: 'Đường hỏng', photos: [PHOTO] })
}

test('a form goes step by step, says where one is, and leaves out what is not needed', async () => {
  expect([browser.url, browser.title]).toEqual(['/cong-dan/gui/viec', 'Bạn muốn gửi gì?'])
  await browser.press('Tiếp tục', { kind: 'feedback' })
  expect(browser.url).toBe('/cong-dan/gui/noi-dung')
  expect(browser.document.querySelector('.step')?.textContent).toContain('Bước 2/3')
  await browser.press('Quay lại')
  await browser.press('Tiếp tục', { kind: 'complaint' })
  expect(browser.document.querySelector('.step')?.textContent).toContain('Bước 2/4')
})

test('what was said in a step that is not needed after all is not sent', async () => {
  await browser.press('Tiếp tục', { kind: 'complaint' })
  await browser.press('Tiếp tục', { text: 'Đường hỏng' })
  await browser.press('Tiếp tục', { level: 'commune' })
  await browser.open('/cong-dan/gui/viec')
  await browser.press('Tiếp tục', { kind: 'feedback' })
  await browser.press('Tiếp tục')
  later(60)
  await browser.press('Gửi', { name: 'Người gửi' })
  expect(sample.sent.map(({ values }) => Object.keys(values).toSorted())).toEqual([['kind', 'name', 'phone', 'text']])
})

test('a form not shown by us is not begun, and what was typed is still there; an address does not begin hundreds', async () => {
  await browser.press('Tiếp tục', { kind: 'feedback', token: 'made.by.somebody' })
  expect([browser.status, browser.value('kind')]).toEqual([422, 'feedback'])
  expect(browser.alerts.join()).toContain('chưa xác nhận được biểu mẫu')
  expect((await database.owner.pool.query('select from platform.portal_draft')).rowCount).toBe(0)
  await browser.press('Tiếp tục')
  expect(browser.url).toBe('/cong-dan/gui/noi-dung')
  await database.owner.pool.query('update platform.portal_try set tries = 60')
  const next = new PortalBrowser(http)
  await next.open('/cong-dan/gui/viec')
  await next.press('Tiếp tục', { kind: 'complaint' })
  expect([next.status, next.value('kind')]).toEqual([429, 'complaint'])
})

test('going back keeps what was typed, unfinished as it is, and the files', async () => {
  await fillTo('content')
  await browser.press('Quay lại', { text: 'Chưa xong', photos: [PHOTO] })
  expect([browser.url, browser.value('kind')]).toEqual(['/cong-dan/gui/viec', 'feedback'])
  await browser.press('Tiếp tục')
  expect(browser.value('text')).toBe('Chưa xong')
  expect(browser.document.querySelector('.files')?.textContent).toContain('nhà.txt')
})

test('sent at the end, once, with the files of an earlier step; the draft keeps nothing after it', async () => {
  await fillTo('name')
  later(60)
  await browser.press('Gửi', { name: 'Người gửi', news: 'yes' })
  expect([browser.url, browser.title]).toEqual(['/cong-dan/gui/xong', 'Đã nhận'])
  expect(sample.sent).toEqual([{
    values: { kind: ['feedback'], text: ['Đường hỏng'], name: ['Người gửi'], phone: [''], news: ['yes'] }, files: [{ name: 'nhà.txt', text: 'ảnh của tôi' }],
  }])
  expect(draftFiles()).toEqual([])
  await browser.open('/cong-dan/gui/noi-dung')
  expect(browser.url).toBe('/cong-dan/gui/xong')
  await browser.open('/en/citizens/gui/xong')
  expect(browser.body).toContain('LD-2026-1')
  await browser.open('/cong-dan/gui')
  expect([browser.url, browser.value('kind')]).toEqual(['/cong-dan/gui/viec', ''])
})

test('the last step sent three times at once gives one case and the same receipt', async () => {
  await fillTo('name')
  later(60)
  const sent = browser.fill('Gửi', { name: 'Người gửi' })
  const copies = [new PortalBrowser(http, { keepsCookies: false }), new PortalBrowser(http, { keepsCookies: false }), new PortalBrowser(http, { keepsCookies: false })]
  await Promise.all(copies.map((each) => each.send(sent)))
  expect(copies.map(({ title, body }) => [title, body.includes('LD-2026-1')])).toEqual(copies.map(() => ['Đã nhận', true]))
  expect(sample.sent).toHaveLength(1)
})

test('without cookies the form travels in itself', async () => {
  const forgetful = new PortalBrowser(http, { keepsCookies: false })
  await forgetful.open('/cong-dan/gui')
  await fillTo('name', forgetful)
  expect(forgetful.title).toBe('Bạn là ai?')
  later(60)
  await forgetful.press('Gửi', { name: 'Người gửi' })
  expect([forgetful.title, sample.sent[0]?.files.length]).toEqual(['Đã nhận', 1])
})

test('what is wrong stays on its step; nothing typed or added is lost by it', async () => {
  await fillTo('content')
  await browser.press('Tiếp tục', { text: ' ', photos: [PHOTO] })
  expect([browser.status, browser.alerts]).toEqual([422, ['Hãy ghi nội dung.']])
  expect(browser.document.querySelector('.files')?.textContent).toContain('nhà.txt')
  const novel = 'Ngày xưa. '.repeat(60_000)
  await browser.press('Tiếp tục', { text: novel })
  expect(browser.alerts).toEqual(['Nội dung quá dài: tối đa 5.000 chữ cái.'])
  expect(browser.value('text')).toBe(novel)
  await browser.press('Tiếp tục', { text: 'x'.repeat(3 * 2 ** 20) })
  expect(browser.alerts[0]).toContain('chỉ giữ được phần đầu')
})

test('files that are not taken are said, one by one or all alike in one line; the others are there', async () => {
  await fillTo('content')
  await browser.press('Thêm các tệp đã chọn', { text: 'Đường hỏng', photos: [{ name: 'chạy.sh', content: '#!/bin/sh\nls' }, PHOTO] })
  expect(browser.alerts).toEqual(['Tệp "chạy.sh" là chương trình hoặc tập lệnh, hệ thống không nhận: hãy gửi PDF, ảnh, Word hoặc Excel.'])
  expect(browser.value('text')).toBe('Đường hỏng')
  await browser.press('Thêm các tệp đã chọn', { photos: Array.from({ length: 200 }, (_, at) => ({ name: `${at}.txt`, content: `tệp ${at}` })) })
  expect(browser.alerts).toHaveLength(1)
  expect(browser.alerts[0]).toMatch(/tối đa 3 tệp.*198 tệp như vậy/)
  expect([...browser.document.querySelectorAll('.files li > span')].map((line) => line.textContent.split(' (')[0])).toEqual(['nhà.txt', '0.txt', '1.txt'])
  await browser.press('Bỏ tệp 0.txt')
  await browser.press('Thêm các tệp đã chọn', { photos: [{ name: 'lớn.txt', content: 'a'.repeat(7 * 2 ** 20) }] })
  expect(browser.status).toBe(200)
  await browser.press('Bỏ tệp lớn.txt')
  expect(draftFiles()).toHaveLength(2)
})

test('in the database and on the disk nobody reads what was written, not even with the secret alone', async () => {
  await fillTo('name')
  const { rows } = await database.owner.pool.query<{ id: string; sealed: Buffer }>('select id, sealed from platform.portal_draft')
  expect(rows).toHaveLength(1)
  expect(rows[0]?.sealed.includes('Đường hỏng')).toBe(false)
  expect(rows[0]?.id).not.toBe(browser.value('draft'))
  expect(draftFiles().map((path) => readFileSync(path).includes('ảnh'))).toEqual([false])
})

test('a step far down without a draft begins at the beginning; a link to somebody’s draft is none', async () => {
  const stranger = new PortalBrowser(http)
  await stranger.open('/cong-dan/gui/nguoi-gui')
  expect(stranger.url).toBe('/cong-dan/gui/viec')
  await stranger.open('/cong-dan/gui/xong')
  expect(stranger.url).toBe('/cong-dan/gui/viec')
})

test('a step made empty after all is shown with what is wrong before anything is sent', async () => {
  await fillTo('name')
  await browser.open('/cong-dan/gui/viec')
  await browser.press('Tiếp tục', { kind: 'complaint' })
  await browser.open('/cong-dan/gui/nguoi-gui')
  later(60)
  await browser.press('Gửi', { name: 'Người gửi' })
  expect([browser.title, browser.alerts, sample.sent]).toEqual(['Quyết định bị khiếu nại', ['Hãy chọn nơi ra quyết định.'], []])
})

test('a refusal of the use case stands at its field on its step, another above the last; an unexpected error keeps the draft', async () => {
  await fillTo('name')
  later(60)
  sample.failure = new Refusal('invalid', 'files.empty', { field: 'text' })
  await browser.press('Gửi', { name: 'Người gửi' })
  expect([browser.title, browser.alerts, browser.value('text')]).toEqual(['Nội dung', ['Tệp rỗng, không có nội dung.'], 'Đường hỏng'])
  await browser.press('Tiếp tục')
  sample.failure = new Refusal('conflict', 'files.empty')
  await browser.press('Gửi', { name: 'Người gửi' })
  expect([browser.title, browser.alerts, browser.value('name')]).toEqual(['Bạn là ai?', ['Tệp rỗng, không có nội dung.'], 'Người gửi'])
  sample.failure = new Error('the disk is full')
  await browser.press('Gửi', { name: 'Người gửi' })
  expect([browser.status, browser.body.includes('disk')]).toEqual([500, false])
  await browser.open('/cong-dan/gui/nguoi-gui')
  await browser.press('Gửi')
  expect([browser.title, sample.sent[0]?.files.length]).toEqual(['Đã nhận', 1])
})

test('the whole filled in within a second is not taken; pressing again a little later is', async () => {
  await fillTo('name')
  later(1)
  await browser.press('Gửi', { name: 'Người gửi' })
  expect(browser.alerts.join()).toContain('quá nhanh')
  later(6)
  await browser.press('Gửi')
  expect(browser.title).toBe('Đã nhận')
})

test('what was begun can be thrown away', async () => {
  await fillTo('name')
  await browser.press('Xóa hết')
  expect([browser.url, browser.value('kind'), draftFiles()]).toEqual(['/cong-dan/gui/viec', '', []])
  expect((await database.owner.pool.query('select from platform.portal_draft')).rowCount).toBe(0)
})

test('the sixth from one address without JavaScript waits, with everything kept', async () => {
  later(0)
  for (let count = 1; count <= 6; count += 1) {
    vi.setSystemTime(OPENED)
    browser = new PortalBrowser(http)
    await browser.open('/cong-dan/gui')
    await fillTo('name')
    later(60)
    await browser.press('Gửi', { name: `Người gửi ${count}` })
  }
  expect([browser.status, browser.value('name'), sample.sent.length]).toEqual([429, 'Người gửi 6', 5])
  expect(browser.alerts.join()).toMatch(/thử lại sau \d+ phút/)
})

test('a draft is forgotten a day after its last touch, with its files', async () => {
  await fillTo('name')
  await forgetDrafts(database.app.db, database.context.fileFolder, Date.now() + 3_600_000)
  expect(draftFiles()).toHaveLength(1)
  await database.owner.pool.query(`update platform.portal_draft set touched_at = now() - interval '25 hours'`)
  await browser.open('/cong-dan/gui/nguoi-gui')
  expect(browser.url).toBe('/cong-dan/gui/viec')
  vi.useRealTimers()
  await forgetDrafts(database.app.db, database.context.fileFolder, Date.now() + 25 * 3_600_000)
  expect(draftFiles()).toEqual([])
})
