import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { DateField } from '#platform/web/date-field.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { UnitSelect } from '#modules/organisations/web/index.ts'
import type { Topic } from '../../contract.ts'
import { PRIORS } from '../../domain/case.ts'
import { FormPart } from './form-part.tsx'
import { TimeToComplain } from './time-to-complain.tsx'
import type { RegisterForm } from './use-register.ts'

/** What it is about, against whom, where; of a complaint since when the decision is known. */
export function MatterFields({ form, topics }: { readonly form: RegisterForm; readonly topics: readonly Topic[] }) {
  const t = usePhrase()
  const { kind, decisionKnownOn, receivedOn, place } = form.values
  const against = kind === 'complaint' || kind === 'denunciation' ? kind : 'other'
  return (
    <FormPart title={t('petitions.part_matter')}>
      <Textarea label={t('petitions.title_field')} description={t('petitions.title_help')} withAsterisk autosize minRows={2} {...form.getInputProps('title')} />
      <Textarea label={t('petitions.content_field')} description={t('petitions.content_help')} autosize minRows={5} maxRows={24} {...form.getInputProps('content')} />
      <NativeSelect label={t('petitions.topic')} data={[{ value: '', label: t('petitions.topic_none') }, ...topics.map(({ code, name }) => ({ value: code, label: name }))]} {...form.getInputProps('topicCode')} />
      <TextInput label={t(`petitions.against.${against}`)} {...form.getInputProps('against')} />
      {kind === 'complaint' ? (
        <>
          <TextInput label={t('petitions.decision_against')} description={t('petitions.decision_against_help')} {...form.getInputProps('decisionAgainst')} />
          <DateField label={t('petitions.decision_known_on')} {...(receivedOn === null ? {} : { max: receivedOn })} {...form.getInputProps('decisionKnownOn')} />
          <TimeToComplain knownOn={decisionKnownOn} receivedOn={receivedOn} />
        </>
      ) : null}
      <UnitSelect
        label={t('petitions.place_field')} on={receivedOn ?? undefined} value={place} onChange={(chosen) => { form.setFieldValue('place', chosen) }} error={form.errors['placeUnitId']} data-path="placeUnitId"
      />
      <TextInput label={t('petitions.place_note_field')} description={t('petitions.place_note_help')} {...form.getInputProps('placeNote')} />
      <Checkbox label={t('petitions.remote')} {...form.getInputProps('isRemote', { type: 'checkbox' })} />
    </FormPart>
  )
}

/** What other bodies did about it before. */
export function PriorFields({ form }: { readonly form: RegisterForm }) {
  const t = usePhrase()
  return (
    <FormPart title={t('petitions.part_prior')}>
      <NativeSelect label={t('petitions.prior_field')} data={PRIORS.map((value) => ({ value, label: t(`petitions.prior.${value}`) }))} {...form.getInputProps('prior')} />
      {form.values.prior === 'none' ? null : <TextInput label={t('petitions.prior_body_field')} {...form.getInputProps('priorBody')} />}
    </FormPart>
  )
}
