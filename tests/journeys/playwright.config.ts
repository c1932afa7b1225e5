import { defineConfig } from '@playwright/test'
import { browserLaunch } from '#tests/support/browser.ts'

/** Each journey file starts its own system on its own port and data (see `province.ts`): none sees another's work. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  workers: 1, // the first start builds the desk: two at once would build it twice
  fullyParallel: false,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['./count-reporter.ts']],
  use: { actionTimeout: 20_000, launchOptions: await browserLaunch(), locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', trace: 'off', screenshot: 'only-on-failure' },
})
