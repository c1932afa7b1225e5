import { Checkbox, Text, Textarea, Title } from '@mantine/core'
import { memo, useId, useRef } from 'react'
import { Section } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import type { NarrativeSection } from '../../domain/form.ts'
import { useOpenReport, usePlace } from './report-desk-context.tsx'
import { FieldNotes } from './report-field-notes.tsx'
import { useFocusedPlace } from './report-focus.ts'
import { RemarkButton } from './report-remark-drafts.tsx'

/** The written part, under its headings; each paragraph is saved by itself. */
export function ReportNarrative() {
  const t = usePhrase()
  const { record } = useOpenReport()
  const box = useRef<HTMLDivElement>(null)
  useFocusedPlace(box)
  return (
    <Section title={t('reports.part.noi-dung')}>
      <div ref={box} className="gd-report-narrative">
        {record.form.definition.sections.map((section) => <NarrativePart key={section.id} section={section} />)}
      </div>
    </Section>
  )
}

export const NarrativePart = memo(function NarrativePart({ section }: { readonly section: NarrativeSection }) {
  const { record } = useOpenReport()
  const mayWrite = record.actions.includes('save')
  return (
    <section aria-label={`${section.id}. ${section.heading}`} data-level={section.level}>
      <Title order={section.level === 1 ? 3 : 4}>{`${section.id}. ${section.heading}`}</Title>
      {mayWrite && section.guidance !== '' && <Text c="dimmed" mb={4}>{section.guidance}</Text>}
      {section.asksText && (mayWrite ? <WriteText section={section} /> : <ReadText section={section} />)}
    </section>
  )
})

function WriteText({ section: { id, heading } }: { readonly section: NarrativeSection }) {
  const t = usePhrase()
  const { desk } = useOpenReport()
  const [text, nothing] = [usePlace(`texts.${id}`), usePlace(`nothing.${id}`)]
  const notes = useId()
  const written = typeof text.value === 'string' ? text.value : ''
  const isNothing = nothing.value === true
  return (
    <>
      {(!isNothing || written !== '' || text.clash !== undefined) && (
        <Textarea
          aria-label={heading} aria-describedby={notes} autosize minRows={3} maxRows={40} maxLength={100_000} data-path={`texts.${id}`} value={written}
          onChange={(event) => { desk.set(`texts.${id}`, event.currentTarget.value) }}
        />
      )}
      <FieldNotes id={notes} place={`texts.${id}`} view={text} />
      <Checkbox
        mt={6} label={t('reports.nothing')} aria-label={t('reports.nothing_in', { name: heading })} data-path={`nothing.${id}`} checked={isNothing}
        onChange={(event) => { desk.set(`nothing.${id}`, event.currentTarget.checked) }}
      />
      <FieldNotes id={`${notes}-nothing`} place={`nothing.${id}`} view={nothing} />
    </>
  )
}

function ReadText({ section: { id, heading } }: { readonly section: NarrativeSection }) {
  const t = usePhrase()
  const [text, nothing] = [usePlace(`texts.${id}`), usePlace(`nothing.${id}`)]
  const notes = useId()
  const written = typeof text.value === 'string' ? text.value.trim() : ''
  return (
    <div data-path={`texts.${id}`} tabIndex={-1}>
      {written.split('\n').filter((line) => line.trim() !== '').map((line, index) => <p key={index} className="gd-prose">{line}</p>)}
      {nothing.value === true && <p>{t('reports.nothing')}.</p>}
      {written === '' && nothing.value !== true && <p className="gd-muted">{t('reports.not_written')}</p>}
      <FieldNotes id={notes} place={`texts.${id}`} view={text} />
      <RemarkButton place={`texts.${id}`} name={heading} />
    </div>
  )
}
