import { documentVi } from './document.vi.ts'
import { exchangeVi } from './exchange.vi.ts'
import { listsVi } from './lists.vi.ts'
import { reportVi } from './report.vi.ts'
import { stepsVi } from './steps.vi.ts'
import { formsVi } from './forms.vi.ts'
import { remindersVi } from './reminders.vi.ts'

export const vi = {
  ...reportVi,
  ...stepsVi,
  ...listsVi,
  ...exchangeVi,
  ...documentVi,
  ...formsVi,
  ...remindersVi,
  'reports.title': 'Báo cáo',
  'reports.no_such_report': 'Không có báo cáo này, hoặc không thuộc đơn vị bạn theo dõi.',
  'reports.no_such_period': 'Không có kỳ báo cáo này.',
} as const
