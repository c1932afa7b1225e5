import { Button, Checkbox, Group, NativeSelect, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Loaded, Section } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { SideBySide } from '#platform/web/side-by-side.tsx'
import { StateBadge } from '#platform/web/state-badge.tsx'
import { useUrlState } from '#platform/web/url-state.ts'
import type { Narratives } from '../../contract-sums.ts'
import { reportQueries } from '../report-queries.ts'
import { useOpenReport, usePlace } from './report-desk-context.tsx'
import { NarrativePart } from './report-narrative.tsx'

type WrittenSection = Narratives['sections'][number]
type Written = WrittenSection['units'][number]
interface Taken { readonly unitId: string; readonly revisionId: string }

/** The report's text put together: mine at the left, what each unit wrote at the right, taken over by choice and remembered from where. */
export function ReportMerge() {
  const t = usePhrase()
  const url = useUrlState()
  const { of, record } = useOpenReport()
  const narratives = useQuery(reportQueries.narratives(of))
  return (
    <Section title={t('reports.part.ghep-loi-van')}>
      <Loaded query={narratives}>
        {({ sections, missing }) => {
          const section = sections.find(({ id }) => id === url.get('muc')) ?? sections[0]
          const mine = record.form.definition.sections.find(({ id }) => id === section?.id)
          if (section === undefined || mine === undefined) return null
          return (
            <Stack>
              <NativeSelect className="gd-report-choice" label={t('reports.section')} data={sections.map(({ id, heading }) => ({ value: id, label: `${id}. ${heading}` }))} value={section.id} onChange={(event) => { url.set({ muc: event.currentTarget.value }, { replace: true }) }} />
              {missing.length > 0 && <details><summary>{t('reports.missing_units', { count: missing.length })}</summary><p className="gd-report-line">{missing.map(({ name }) => name).join('; ')}</p></details>}
              <SideBySide left={{ title: t('reports.my_text'), children: <NarrativePart key={section.id} section={mine} /> }} right={{ title: t('reports.units_wrote'), children: <WrittenBelow key={section.id} section={section} /> }} />
            </Stack>
          )
        }}
      </Loaded>
    </Section>
  )
}

function WrittenBelow({ section }: { readonly section: WrittenSection }) {
  const t = usePhrase()
  const [onlyUnused, setOnlyUnused] = useState(false)
  const taken = (usePlace(`taken.${section.id}`).value ?? []) as readonly Taken[]
  const isTaken = ({ revisionId }: Written) => taken.some((piece) => piece.revisionId === revisionId)
  const used = section.units.filter(isTaken).length
  const shown = section.units.filter((unit) => !onlyUnused || (!isTaken(unit) && unit.text !== ''))
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <Text>{t('reports.used_count', { used, count: section.units.length })}</Text>
        <Checkbox label={t('reports.only_unused')} checked={onlyUnused} onChange={(event) => { setOnlyUnused(event.currentTarget.checked) }} />
      </Group>
      {section.units.length === 0 && <Text c="dimmed">{t('reports.nobody_wrote')}</Text>}
      {shown.map((unit) => <WrittenByUnit key={unit.revisionId} sectionId={section.id} unit={unit} taken={taken} isTaken={isTaken(unit)} />)}
    </Stack>
  )
}

function WrittenByUnit({ sectionId, unit, taken, isTaken }: { readonly sectionId: string; readonly unit: Written; readonly taken: readonly Taken[]; readonly isTaken: boolean }) {
  const t = usePhrase()
  const { desk, record } = useOpenReport()
  const mayWrite = record.actions.includes('save')
  /** The text becomes a paragraph of mine, and from whose revision it came stays with it. */
  function take() {
    const mine = desk.at(`texts.${sectionId}`).value
    const text = typeof mine === 'string' ? mine.trimEnd() : ''
    desk.setAll([
      [`texts.${sectionId}`, text === '' ? unit.text : `${text}\n${unit.text}`], [`taken.${sectionId}`, [...taken, { unitId: unit.id, revisionId: unit.revisionId }]],
      ...(desk.at(`nothing.${sectionId}`).value === true ? [[`nothing.${sectionId}`, false] as const] : []),
    ])
  }
  function forget() {
    desk.set(`taken.${sectionId}`, taken.filter(({ revisionId }) => revisionId !== unit.revisionId))
  }
  return (
    <section className="gd-report-written" aria-label={unit.name}>
      <Group gap="xs"><strong>{unit.name}</strong><StateBadge tone={isTaken ? 'done' : 'neutral'}>{t(isTaken ? 'reports.used' : 'reports.unused')}</StateBadge></Group>
      {unit.text.split('\n').filter((line) => line.trim() !== '').map((line, index) => <p key={index} className="gd-report-line">{line}</p>)}
      {unit.text === '' && <p className="gd-muted">{t(unit.isNothing ? 'reports.nothing' : 'reports.not_written')}</p>}
      {mayWrite && unit.text !== '' && (
        <Group gap="xs">
          <Button variant="default" size="compact-md" aria-label={t('reports.take_text_of', { unit: unit.name })} onClick={take}>{t('reports.take_text')}</Button>
          {isTaken && <Button variant="subtle" size="compact-md" color="gray" aria-label={t('reports.mark_unused_of', { unit: unit.name })} onClick={forget}>{t('reports.mark_unused')}</Button>}
        </Group>
      )}
    </section>
  )
}
