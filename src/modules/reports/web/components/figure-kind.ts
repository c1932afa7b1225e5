import type { Translate } from '#platform/web/phrases.tsx'
import type { FigureList } from '../../contract-forms.ts'
import type { Combination } from '../../domain/combine.ts'

export type ListedFigure = FigureList['figures'][number]

/** How a figure adds up, in words: over units, and over periods. */
export function combinationText(combination: Combination, nameOf: (code: string) => string, t: Translate): string {
  if (combination.rule === 'ratio') return t('reports.combination.ratio_of', { of: nameOf(combination.of), to: nameOf(combination.to) })
  if (combination.rule === 'sum' && combination.carried !== undefined) return t('reports.combination.sum_without', { carried: nameOf(combination.carried) })
  return t(`reports.combination.${combination.rule}`)
}

/** Where a figure comes from: typed, or counted by the platform. */
export function originText({ kind, fact }: Pick<ListedFigure, 'kind' | 'fact'>, facts: FigureList['facts'], t: Translate): string {
  if (kind === 'ratio') return t('reports.origin.computed')
  return fact === null ? t('reports.origin.typed') : t('reports.origin.fact', { fact: facts.find(({ code }) => code === fact)?.name ?? fact })
}
