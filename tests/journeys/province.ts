import { mkdtempSync, rmSync, chmodSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { spawn, type ChildProcess } from 'node:child_process'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test as base, type Page } from '@playwright/test'

export const PASSWORD = 'dan-van-kheo-2026'

/** A system of one's own: a fresh data folder, started by the very command a province uses. */
export interface Province {
  readonly address: string
  readonly folder: string
  stop(signal?: NodeJS.Signals): Promise<void>
}

export async function startProvince(...options: string[]): Promise<Province> {
  const folder = mkdtempSync(join(tmpdir(), 'gandan-journey-'))
  chmodSync(folder, 0o755)
  const port = await freePort()
  const child = spawn(process.execPath, ['bin/gandan.js', 'serve', '--data', join(folder, 'data'), '--port', String(port), ...options], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  await ready(child)
  return {
    address: `http://127.0.0.1:${port}`,
    folder,
    async stop(signal = 'SIGTERM') {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill(signal)
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** `test` with a demonstration province for the whole file; `use({ options: ['--today', '2021-12-01'] })` starts it on another day. */
export const test = base.extend<{ visit: (login: string, path?: string) => Promise<Page> }, { options: string[]; province: Province }>({
  options: [[], { scope: 'worker', option: true }],
  province: [
    async ({ options }, use) => {
      const province = await startProvince(...options)
      await use(province)
      await province.stop()
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  /** Signs somebody in, in a browser context of their own, and opens the page. */
  visit: async ({ browser, province }, use) => {
    const opened: Page[] = []
    await use(async (login, path = '/') => {
      const context = await browser.newContext({ baseURL: province.address, locale: 'vi-VN', acceptDownloads: true })
      const page = await context.newPage()
      opened.push(page)
      await page.goto('/dang-nhap')
      await page.getByLabel('Tên đăng nhập').fill(login)
      await page.getByRole('textbox', { name: 'Mật khẩu' }).fill(PASSWORD)
      await page.getByRole('button', { name: 'Đăng nhập' }).click()
      await page.waitForURL((url) => !url.pathname.startsWith('/dang-nhap'))
      if (path !== '/') await page.goto(path)
      return page
    })
    for (const page of opened) await page.context().close()
  },
})

/** Nothing that axe finds on the page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(' | ')}`), page.url()).toEqual([])
}

export { expect }

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      if (said.includes('Nhấn Ctrl-C')) resolve()
    })
    child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()))
    child.once('exit', (code) => reject(new Error(`The system ended with ${code}:\n${said}`)))
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
