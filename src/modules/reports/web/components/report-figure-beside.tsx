import { useFormat } from '#platform/web/format.ts'
import { usePhrase } from '#platform/web/phrases.tsx'
import { useOpenReport } from './report-desk-context.tsx'
import { FigureField, useFigureWords, type ShownFigure } from './report-figure-field.tsx'
import { ReasonField } from './report-reason-field.tsx'

interface BesideProps {
  readonly figure: ShownFigure
  readonly onFact: (code: string) => void
}

/** What the platform counts, as a button that opens the very records; or what the shorter periods make together. */
export function CountedButton({ figure, onFact }: BesideProps) {
  const t = usePhrase()
  const format = useFormat()
  const { record } = useOpenReport()
  const counted = record.frozenFacts?.[figure.code] ?? record.facts[figure.code]
  if (counted !== undefined) {
    return <button type="button" className="gd-number-link" aria-label={t('reports.open_records', { name: figure.name, value: format.number(counted) })} onClick={() => { onFact(figure.code) }}>{format.number(counted)}</button>
  }
  const summed = record.cumulated?.values[figure.code]
  return summed === undefined ? <span className="gd-muted">–</span> : <span title={record.cumulated?.periods.join(', ')}>{format.number(summed)}</span>
}

interface PhoneFieldProps extends BesideProps {
  readonly heading: string
  readonly isNothing: boolean
}

/** On a phone a cell is a field of its own, with what stands beside it in the table written under it. */
export function PhoneField({ figure, heading, isNothing, onFact }: PhoneFieldProps) {
  const t = usePhrase()
  const { record, totals } = useOpenReport()
  const words = useFigureWords()
  const before = record.previous?.values[figure.code]
  const isCounted = record.facts[figure.code] !== undefined || record.cumulated?.values[figure.code] !== undefined
  return (
    <div className="gd-report-phone">
      <div className="gd-report-phone-name">{heading} {figure.measure !== '' && <span className="gd-muted">({figure.measure})</span>}</div>
      <FigureField figure={figure} label={`${heading} (${figure.measure})`} isNothing={isNothing} />
      <div className="gd-muted gd-report-beside">
        {isCounted && <span>{t('reports.counted')}: <CountedButton figure={figure} onFact={onFact} /></span>}
        {before !== undefined && <span>{t('reports.period_before')}: {words(figure, before)}</span>}
        {record.below !== null && <span>{t('reports.with_below')}: {words(figure, totals[figure.code])}</span>}
      </div>
      <ReasonField figure={figure} />
    </div>
  )
}
