import { ActionIcon, Button, Group, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core'
import type { useForm } from '@mantine/form'
import { IconTrash } from '@tabler/icons-react'
import type { PlainDate } from '#kernel/plain-date.ts'
import { DateField } from '#platform/web/date-field.tsx'
import { Section } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import './measure-fields.css'

export interface MeasureDraft { dutyId: string | null; clausePath: string | null; what: string; who: string; dueOn: PlainDate | null; product: string; passOn: boolean }
export interface PlanDraft { title: string; measures: MeasureDraft[] }

const OWN_MEASURE: MeasureDraft = { dutyId: null, clausePath: null, what: '', who: '', dueOn: null, product: '', passOn: false }

/** The measures of a unit's plan, one panel each: what, who, by when, what comes out of it. */
export function MeasureFields({ form, mayEdit }: { readonly form: ReturnType<typeof useForm<PlanDraft>>; readonly mayEdit: boolean }) {
  const t = usePhrase()
  return (
    <Section title={t('plans.measures')}>
      <ol className="gd-measures">
        {form.values.measures.map((measure, index) => {
          const number = String(index + 1)
          const field = (name: keyof MeasureDraft) => ({ readOnly: !mayEdit, ...form.getInputProps(`measures.${String(index)}.${name}`) })
          return (
            <li key={index}>
              <Group justify="space-between" wrap="nowrap" mih="2rem">
                <Text c="dimmed">{measure.clausePath === null ? t('plans.own_measure') : t('plans.from_clause', { clause: measure.clausePath })}</Text>
                {mayEdit && (
                  <ActionIcon variant="subtle" color="red" size="lg" aria-label={t('plans.remove_measure', { number: index + 1 })} onClick={() => { form.removeListItem('measures', index) }}><IconTrash size={18} /></ActionIcon>
                )}
              </Group>
              <Stack gap="xs">
                <Textarea label={`${t('plans.what')} ${number}`} autosize {...field('what')} />
                <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm" style={{ alignItems: 'end' }}>
                  <TextInput label={`${t('plans.who')} ${number}`} {...field('who')} />
                  <DateField label={`${t('plans.measure_due')} ${number}`} disabled={!mayEdit} {...form.getInputProps(`measures.${String(index)}.dueOn`)} />
                  <TextInput label={`${t('plans.product')} ${number}`} {...field('product')} />
                </SimpleGrid>
              </Stack>
            </li>
          )
        })}
      </ol>
      {mayEdit && <Button mt="sm" variant="default" onClick={() => { form.insertListItem('measures', { ...OWN_MEASURE }) }}>{t('plans.add_measure')}</Button>}
    </Section>
  )
}
