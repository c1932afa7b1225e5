import { Button, Group, Text } from '@mantine/core'
import { useFormat } from '#platform/web/format.ts'
import { PageLink } from '#platform/web/page-link.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { Comparison } from '#platform/web/side-by-side.tsx'
import { useOpenReport, usePlaceFindings } from './report-desk-context.tsx'
import type { PlaceClash, PlaceView } from './report-desk.ts'
import { findingWords } from './report-finding-words.ts'

interface FieldNotesProps {
  readonly id: string
  readonly place: string
  readonly view: PlaceView
  /** What is wrong with what stands in the field now. */
  readonly fault?: string | null
}

/** Under a field: who else changed it, what is wrong with it, what the level above remarks, what the checks say of this field alone. */
export function FieldNotes({ id, place, view, fault = null }: FieldNotesProps) {
  const t = usePhrase()
  const { record } = useOpenReport()
  const findings = usePlaceFindings(place).filter(({ at, code }) => at.length === 1 && code !== 'reports.check_text_missing')
  const remarks = record.remarks.filter((remark) => remark.place === place && remark.resolvedAt === null)
  const said = view.said === undefined ? null : t.find(view.said.code, view.said.details) ?? t.find(`web.field_${view.said.code}`) ?? t('web.field_wrong')
  return (
    <div id={id} className="gd-report-notes">
      {(fault ?? said) !== null && <Text className="gd-report-fault" role="alert">{fault ?? said}</Text>}
      {view.clash !== undefined && <Clash place={place} clash={view.clash} mine={view.value} />}
      {fault === null && findings.map((finding, index) => <Text key={index} className={finding.code === 'reports.check_table_empty' ? 'gd-muted' : finding.severity === 'refuse' ? 'gd-report-fault' : 'gd-report-warning'}>{findingWords(finding, t)}</Text>)}
      {remarks.map((remark) => (
        <Text key={remark.id} className="gd-report-warning">
          <strong>{t('reports.remark_of', { name: remark.byName ?? t('reports.level_above') })}</strong> {remark.body} <PageLink to=".?phan=nhan-xet">{t('reports.answer_it')}</PageLink>
        </Text>
      ))}
    </div>
  )
}

/** Two people changed the same place: nothing of either is lost, and who saw it second chooses. */
function Clash({ place, clash, mine }: { readonly place: string; readonly clash: PlaceClash; readonly mine: unknown }) {
  const t = usePhrase()
  const { desk } = useOpenReport()
  const words = useValueWords()
  const name = clash.byName ?? t('reports.somebody')
  const isLong = place.startsWith('texts.') || place.startsWith('reasons.')
  return (
    <div role="alert" className="gd-report-clash">
      {isLong ? (
        <>
          <Text>{t('reports.clash_text', { name })}</Text>
          <Comparison caption={t('reports.clash_text', { name })} beforeTitle={name} afterTitle={t('reports.clash_mine')} rows={[{ id: place, label: t('reports.clash_both'), before: words(clash.theirs), after: words(mine) }]} />
        </>
      ) : <Text>{t('reports.clash', { name, theirs: words(clash.theirs), mine: words(mine) })}</Text>}
      <Group gap="xs">
        <Button variant="default" size="compact-md" onClick={() => { desk.choose(place, 'theirs') }}>{t('reports.clash_take_theirs')}</Button>
        <Button variant="default" size="compact-md" onClick={() => { desk.choose(place, 'mine') }}>{t('reports.clash_keep_mine')}</Button>
      </Group>
    </div>
  )
}

/** What stands at a place, in words. */
function useValueWords(): (value: unknown) => string {
  const t = usePhrase()
  const format = useFormat()
  return (value) => {
    if (value === null || value === undefined || value === '') return t('reports.left_empty')
    if (typeof value === 'number') return format.number(value)
    if (typeof value === 'boolean') return t(value ? 'web.yes' : 'web.no')
    if (typeof value === 'object' && 'value' in value && typeof value.value === 'number') return format.number(value.value)
    return typeof value === 'string' ? value : t('reports.changed_there')
  }
}
