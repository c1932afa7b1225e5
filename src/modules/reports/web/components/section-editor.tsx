import { Button, Checkbox, Group, NativeSelect, Text, Textarea, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { Section } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import type { NarrativeSection } from '../../domain/form.ts'
import { moved, nextSectionId } from '../../domain/section-edits.ts'
import { PlaceButtons } from './place-buttons.tsx'
import type { FormEditor } from './use-form-editor.ts'
import './form-editor.css'

/** The written part: headings of two levels, what to write under each, in their order. */
export function SectionEditor({ editor: { definition: { sections }, change } }: { readonly editor: FormEditor }) {
  const t = usePhrase()
  const put = (next: readonly NarrativeSection[]) => { change({ sections: next }) }
  const add = (level: 1 | 2) => { put([...sections, { id: nextSectionId(sections, level), heading: '', level, guidance: '', asksText: true }]) }
  return (
    <Section title={t('reports.narrative')}>
      {sections.length === 0 && <Text c="dimmed">{t('reports.narrative_none')}</Text>}
      <ol className="gd-form-rows">
        {sections.map((section, at) => {
          const name = t('reports.section_at', { id: section.id || String(at + 1) })
          const set = (changed: Partial<NarrativeSection>) => { put(sections.map((each, index) => (index === at ? { ...each, ...changed } : each))) }
          return (
            <li key={at} className="gd-form-row" data-level={section.level} aria-label={name} id={`reports-section-${String(at)}`}>
              <div className="gd-form-row-head">
                <TextInput label={t('reports.section_code')} className="gd-form-code" value={section.id} error={/^[A-Za-z0-9.-]{0,20}$/.test(section.id) ? undefined : t('reports.code_wrong')} onChange={(event) => { set({ id: event.currentTarget.value }) }} />
                <TextInput label={t('reports.heading')} className="gd-form-wide" value={section.heading} onChange={(event) => { set({ heading: event.currentTarget.value }) }} />
                <NativeSelect
                  label={t('reports.level')} value={section.level} data={[{ value: '1', label: t('reports.level.1') }, { value: '2', label: t('reports.level.2') }]}
                  onChange={(event) => { set({ level: event.currentTarget.value === '1' ? 1 : 2 }) }}
                />
                <PlaceButtons name={name} at={at} count={sections.length} onMove={(to) => { put(moved(sections, at, to)) }} onRemove={() => { put(sections.toSpliced(at, 1)) }} />
              </div>
              <Checkbox label={t('reports.asks_text')} checked={section.asksText} onChange={(event) => { set({ asksText: event.currentTarget.checked }) }} />
              {section.asksText && <Textarea label={t('reports.guidance')} autosize minRows={1} maxRows={8} value={section.guidance} onChange={(event) => { set({ guidance: event.currentTarget.value }) }} />}
            </li>
          )
        })}
      </ol>
      <Group gap="xs" mt="sm">
        <Button variant="default" leftSection={<IconPlus size={18} aria-hidden />} onClick={() => { add(1) }}>{t('reports.add_part')}</Button>
        <Button variant="default" leftSection={<IconPlus size={18} aria-hidden />} onClick={() => { add(2) }}>{t('reports.add_section')}</Button>
      </Group>
    </Section>
  )
}
