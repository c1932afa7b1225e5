import { coreVi } from './core.vi.ts'
import { decisionsVi } from './decisions.vi.ts'
import { webVi } from './web.vi.ts'

export const vi = {
  ...coreVi,
  ...decisionsVi,
  ...webVi,
  'petitions.title': 'Đơn thư',
} as const
