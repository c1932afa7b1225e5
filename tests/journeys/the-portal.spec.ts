import { expect, expectAccessible, test } from './province.ts'

const NARROW = { viewport: { width: 360, height: 740 }, locale: 'vi-VN' }
/** An old telephone: narrow, without JavaScript. */
const TELEPHONE = { ...NARROW, javaScriptEnabled: false }

test('A citizen without JavaScript finds the doors, and each leads to a page that fits her telephone, in two languages', async ({ browser, province }) => {
  const page = await (await browser.newContext({ ...TELEPHONE, baseURL: province.address })).newPage()
  await page.goto('/cong-dan')
  await expect(page.getByRole('heading', { level: 1, name: 'Bạn cần việc gì?' })).toBeVisible()
  await expect(page.getByRole('banner')).toContainText('Ủy ban nhân dân tỉnh Lâm Đồng')
  const doors = await page.getByRole('main').getByRole('list').getByRole('link').count()
  expect(doors).toBeGreaterThan(0)
  for (let door = 0; door < doors; door += 1) {
    await page.goto('/cong-dan')
    await page.getByRole('main').getByRole('list').getByRole('link').nth(door).click()
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Không có trang này' })).toHaveCount(0)
    await page.getByRole('link', { name: 'English' }).click()
    await expect(page).toHaveURL(/\/en\/citizens\//)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  }
  await page.goto('/en/citizens/khong-co')
  await expect(page.getByRole('heading', { level: 1, name: 'There is no such page' })).toBeVisible()
  await page.getByRole('link', { name: 'First page' }).click()
  await expect(page).toHaveURL('/en/citizens')
})

test('Nothing on the pages behind the doors stands in the way of a screen reader or weak eyes, by day and by night', async ({ browser, province }) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await (await browser.newContext({ ...NARROW, colorScheme, baseURL: province.address })).newPage()
    await page.goto('/cong-dan')
    const doors = await page.getByRole('main').getByRole('list').getByRole('link').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
    for (const address of ['/cong-dan', '/en/citizens/khong-co', ...doors]) {
      await page.goto(address)
      await expectAccessible(page)
      expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBeLessThanOrEqual(360)
    }
    await page.context().close()
  }
})

test('From the sign-in page of the desk a citizen is led to the portal', async ({ browser, province }) => {
  const page = await (await browser.newContext({ baseURL: province.address, locale: 'vi-VN' })).newPage()
  await page.goto('/dang-nhap')
  await page.getByRole('link', { name: /Cổng tiếp nhận ý kiến công dân/ }).click()
  await expect(page).toHaveURL('/cong-dan')
  await expect(page.getByRole('heading', { level: 1, name: 'Bạn cần việc gì?' })).toBeVisible()
})
