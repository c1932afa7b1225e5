import { documentEn } from './document.en.ts'
import { exchangeEn } from './exchange.en.ts'
import { listsEn } from './lists.en.ts'
import { reportEn } from './report.en.ts'
import { stepsEn } from './steps.en.ts'
import { formsEn } from './forms.en.ts'
import { remindersEn } from './reminders.en.ts'
import type { vi } from './vi.ts'

export const en = {
  ...reportEn,
  ...stepsEn,
  ...listsEn,
  ...exchangeEn,
  ...documentEn,
  ...formsEn,
  ...remindersEn,
  'reports.title': 'Reports',
  'reports.no_such_report': 'There is no such report, or it is not of a unit you follow.',
  'reports.no_such_period': 'There is no such reporting period.',
} satisfies Record<keyof typeof vi, string>
