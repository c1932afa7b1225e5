import type { Translate } from '#platform/web/phrases.tsx'
import type { ComparedRow } from '#platform/web/side-by-side.tsx'
import type { ReportRecord } from '../../contract.ts'
import type { ReportContent } from '../../domain/content.ts'
import { figureCodesOf } from '../../domain/form.ts'
import type { FigureValue } from '../../domain/figure.ts'

/** One side of a comparison: a revision, or the text being written. */
export interface Compared {
  readonly content: Pick<ReportContent, 'texts' | 'nothing' | 'reasons'>
  readonly values: Readonly<Record<string, FigureValue>>
  readonly totals: Readonly<Record<string, number | null>>
}
type Words = (figure: ReportRecord['form']['figures'][number], value: FigureValue | undefined) => string

/** Two texts of one report, paragraph by paragraph and figure by figure; sums where they differ from the unit's own figures. */
export function comparedRows({ definition, figures }: ReportRecord['form'], { left, right }: { left: Compared; right: Compared }, words: Words, t: Translate): ComparedRow[] {
  const known = new Map(figures.map((figure) => [figure.code, figure]))
  const textOf = ({ content }: Compared, id: string) => (content.nothing.includes(id) ? t('reports.nothing') : content.texts[id] ?? '')
  return [
    ...definition.sections.filter(({ asksText }) => asksText).map(({ id, heading }) => ({ id: `texts.${id}`, label: `${id}. ${heading}`, before: textOf(left, id), after: textOf(right, id) })),
    ...figureCodesOf(definition).flatMap((code) => {
      const figure = known.get(code)
      if (figure === undefined) return []
      const sums = [left, right].some(({ values, totals }) => (totals[code] ?? null) !== (values[code] ?? null) && figure.kind !== 'text')
      const why = [left, right].some(({ content }) => content.reasons[code] !== undefined)
      return [
        { id: `values.${code}`, label: figure.name, before: words(figure, left.values[code]), after: words(figure, right.values[code]) },
        ...(sums ? [{ id: `totals.${code}`, label: `${figure.name} (${t('reports.with_below')})`, before: words(figure, left.totals[code]), after: words(figure, right.totals[code]) }] : []),
        ...(why ? [{ id: `reasons.${code}`, label: t('reports.because_of', { name: figure.name }), before: left.content.reasons[code] ?? '', after: right.content.reasons[code] ?? '' }] : []),
      ]
    }),
  ]
}
