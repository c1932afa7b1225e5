import { useMemo } from 'react'
import { usePhrase } from '#platform/web/phrases.tsx'
import { useOpenReport } from './report-desk-context.tsx'

/** A place of the report in words: the figure's name, the section's heading. */
export function usePlaceName(): (place: string) => string {
  const t = usePhrase()
  const { record: { form } } = useOpenReport()
  return useMemo(() => {
    const names = new Map([
      ...form.figures.map(({ code, name }) => [code, name] as const), ...form.definition.sections.map(({ id, heading }) => [id, heading] as const),
      ...form.definition.tables.map(({ code, title }) => [code, title] as const),
    ])
    return (place) => (place === '' ? t('reports.whole_report') : names.get(place.slice(place.indexOf('.') + 1)) ?? place)
  }, [form, t])
}
