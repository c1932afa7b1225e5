import { Button, Group, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { NumberField } from '#platform/web/number-field.tsx'
import { useFormat } from '#platform/web/format.ts'
import { usePhrase } from '#platform/web/phrases.tsx'
import type { Lineage } from '../../contract-sums.ts'
import { useOpenReport, usePlace } from './report-desk-context.tsx'
import { FieldNotes } from './report-field-notes.tsx'

const SHORTEST_REASON = 5

/** Sets the unit's sum by hand; what was computed stays beside it, with the reason, wherever it goes. */
export function OverrideForm({ figure, computed }: { readonly figure: Lineage['figure']; readonly computed: number | null }) {
  const t = usePhrase()
  const format = useFormat()
  const { desk, record } = useOpenReport()
  const place = `overrides.${figure.code}`
  const view = usePlace(place)
  const set = view.value as { value: number; because: string } | null
  const [value, setValue] = useState<number | null>(set?.value ?? computed)
  const [because, setBecause] = useState(set?.because ?? '')
  const [isTried, setIsTried] = useState(false)
  if (!record.actions.includes('save') || figure.combination.rule === 'ratio' || figure.combination.rule === 'none') return null
  const isShort = because.trim().length < SHORTEST_REASON
  return (
    <details open={set !== null}>
      <summary>{t('reports.override')}</summary>
      <Stack gap="xs">
        <Text c="dimmed">{t('reports.override_help')}</Text>
        {set !== null && <Text>{t('reports.override_now', { value: format.number(set.value), because: set.because })}</Text>}
        <NumberField label={t('reports.override_value')} unit={figure.measure} value={value} onChange={setValue} error={isTried && value === null ? t('web.field_required') : null} />
        <Textarea label={t('reports.reason')} withAsterisk autosize minRows={2} value={because} error={isTried && isShort ? t('reports.override_reason_missing') : null} onChange={(event) => { setBecause(event.currentTarget.value) }} />
        <FieldNotes id={`notes-${place}`} place={place} view={view} />
        <Group gap="xs">
          <Button
            variant="default"
            onClick={() => {
              setIsTried(true)
              if (value !== null && !isShort) desk.set(place, { value, because: because.trim() })
            }}
          >
            {t('reports.override_set')}
          </Button>
          {set !== null && <Button variant="subtle" color="gray" onClick={() => { desk.set(place, null) }}>{t('reports.override_remove')}</Button>}
        </Group>
      </Stack>
    </details>
  )
}
