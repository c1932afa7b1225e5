import { Checkbox, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { api } from '#platform/web/api-client.ts'
import { useCommand } from '#platform/web/command.ts'
import { NumberField } from '#platform/web/number-field.tsx'
import { Loaded } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { SmallForm } from '#platform/web/small-form.tsx'
import type { HeatWeights } from '../../contract-statistics.ts'
import { caseQueries, PETITIONS_CHANGED } from '../queries.ts'
import './register.css'

interface ScaleDraft { weights: { weight: number | null; most: number | null }[]; watchFrom: number | null; hotFrom: number | null; source: string; isVerified: boolean }

/** By what the heat is counted; changed by who manages petitions, with a source. */
export function HeatScale({ onDone }: { readonly onDone: () => void }) {
  const t = usePhrase()
  const scale = useQuery(caseQueries.heatWeights)
  return (
    <Stack gap="md">
      <Text>{t('petitions.hot_scale_help')}</Text>
      <Loaded query={scale}>{(loaded) => <ScaleForm scale={loaded} onDone={onDone} />}</Loaded>
    </Stack>
  )
}

function ScaleForm({ scale, onDone }: { readonly scale: HeatWeights; readonly onDone: () => void }) {
  const t = usePhrase()
  const { factors } = scale
  const form = useForm<ScaleDraft>({
    initialValues: { weights: factors.map(({ weight, most }) => ({ weight, most })), watchFrom: scale.watchFrom, hotFrom: scale.hotFrom, source: scale.source, isVerified: scale.certainty === 'verified' },
    validate: ({ weights, watchFrom, hotFrom, source }) => ({
      ...Object.fromEntries(weights.flatMap(({ weight, most }, index) => [
        ...(weight === null || weight < 0 || weight > 100 ? [[`weights.${index}.weight`, t('web.field_wrong')] as const] : []), ...(most === null || most < 0 || most > 1000 ? [[`weights.${index}.most`, t('web.field_wrong')] as const] : []),
      ])),
      ...(watchFrom === null ? { watchFrom: t('web.field_required') } : {}), ...(hotFrom === null ? { hotFrom: t('web.field_required') } : watchFrom !== null && hotFrom <= watchFrom ? { hotFrom: t('petitions.hot_order_wrong') } : {}),
      ...(source.trim().length < 3 ? { source: t('web.field_required') } : {}),
    }),
  })
  const save = useCommand({
    run: ({ weights, isVerified, ...values }: ScaleDraft) => api.put('/api/petitions/hot-spots/weights', {
      ...values, certainty: isVerified ? 'verified' : scale.certainty === 'verified' ? 'unverified' : scale.certainty, factors: factors.map(({ factor }, index) => ({ factor, weight: weights[index]?.weight, most: weights[index]?.most })),
    }),
    form, refresh: PETITIONS_CHANGED, doneMessage: t('petitions.saved'), onDone,
  })
  const fields = (
    <>
      {factors.map(({ factor }, index) => {
        const name = t(`petitions.hot_factor.${factor}`)
        return (
          <div key={factor} className="gd-fields-beside">
            <NumberField label={t('petitions.hot_weight', { factor: name })} disabled={!scale.mayChange} {...form.getInputProps(`weights.${index}.weight`)} />
            <NumberField label={t('petitions.hot_most', { factor: name })} disabled={!scale.mayChange} {...form.getInputProps(`weights.${index}.most`)} />
          </div>
        )
      })}
      <div className="gd-fields-beside">
        <NumberField label={t('petitions.hot_watch_from')} disabled={!scale.mayChange} {...form.getInputProps('watchFrom')} />
        <NumberField label={t('petitions.hot_hot_from')} disabled={!scale.mayChange} {...form.getInputProps('hotFrom')} />
      </div>
      <TextInput label={t('petitions.hot_source')} disabled={!scale.mayChange} {...form.getInputProps('source')} />
    </>
  )
  if (!scale.mayChange) return <Stack gap="md">{fields}</Stack>
  return (
    <SmallForm form={form} onSubmit={save.run} submitLabel={t('web.save')} command={save}>
      {fields}
      <Checkbox label={t('petitions.hot_certainty')} {...form.getInputProps('isVerified', { type: 'checkbox' })} />
    </SmallForm>
  )
}
