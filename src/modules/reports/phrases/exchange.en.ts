import type { exchangeVi } from './exchange.vi.ts'

export const exchangeEn = {
  'reports.no_figures_yet': 'There are no figures to hand out yet: the unit has entered none, or has sent nothing.',
} satisfies Record<keyof typeof exchangeVi, string>
