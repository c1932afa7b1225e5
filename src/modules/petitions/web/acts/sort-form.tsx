import { Checkbox, NativeSelect, Radio, Stack, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { PlainDate } from '#kernel/plain-date.ts'
import { DateField } from '#platform/web/date-field.tsx'
import { NumberField } from '#platform/web/number-field.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import type { SearchOption } from '#platform/web/search-select.tsx'
import { holds, useSession } from '#platform/web/session.ts'
import { UnitSelect } from '#modules/organisations/web/index.ts'
import { LIMITS } from '../../contract.ts'
import { CASE_KINDS, PRIORS, type CaseKind, type Prior } from '../../domain/case.ts'
import { TimeToComplain } from '../components/time-to-complain.tsx'
import { caseQueries } from '../queries.ts'
import { ActForm } from './act-form.tsx'
import { orNull, saidBriefly } from './checks.ts'
import { useAct, type ActFormProps } from './use-act.ts'

interface Sorting {
  kind: CaseKind
  topicCode: string
  title: string
  eligible: 'yes' | 'no'
  competent: 'yes' | 'no'
  skipsLevel: boolean
  place: SearchOption | null
  placeNote: string
  isRemote: boolean
  peopleCount: number | null
  prior: Prior
  priorBody: string
  decisionKnownOn: PlainDate | null
  sameMatterAs: string
}

/** What it is, whether its conditions are met, whose it is; filled in with what was noted at the door. */
export function SortForm(props: ActFormProps) {
  const t = usePhrase()
  const session = useSession()
  const { record } = props
  const topics = useQuery(caseQueries.topics).data?.topics ?? []
  const similar = useQuery(caseQueries.similar(record.id)).data?.cases ?? []
  const kinds = CASE_KINDS.filter((kind) => kind !== 'denunciation' || holds(session, 'petitions.handle-denunciations', record.unitId))
  const act = useAct<Sorting>({
    ...props, action: 'sort', doneMessage: t('petitions.sort_done'),
    initialValues: {
      kind: record.kind, topicCode: record.topicCode ?? '', title: record.title, eligible: record.eligible === false ? 'no' : 'yes', competent: record.competent === false ? 'no' : 'yes', skipsLevel: record.skipsLevel,
      place: record.place === null ? null : { value: record.place.unitId, label: record.place.name }, placeNote: record.placeNote ?? '', isRemote: record.isRemote, peopleCount: record.peopleCount, prior: record.prior,
      priorBody: record.priorBody ?? '', decisionKnownOn: record.decisionKnownOn, sameMatterAs: '',
    },
    checks: {
      topicCode: ({ topicCode }, say) => (topicCode === '' ? say('petitions.sort_topic_required') : null), title: saidBriefly('title', LIMITS.title),
      peopleCount: ({ peopleCount }, say) => (peopleCount === null || !Number.isInteger(peopleCount) || peopleCount < 1 ? say('web.field_wrong') : null),
      decisionKnownOn: ({ kind, decisionKnownOn }, say) => (kind === 'complaint' && decisionKnownOn !== null && decisionKnownOn > record.receivedOn ? say('petitions.known_after_received') : null),
    },
    bodyOf: ({ eligible, competent, place, placeNote, priorBody, prior, kind, decisionKnownOn, sameMatterAs, ...values }) => ({
      ...values, kind, prior, eligible: eligible === 'yes', competent: competent === 'yes', placeUnitId: place?.value ?? null, placeNote: orNull(placeNote), priorBody: prior === 'none' ? null : orNull(priorBody),
      decisionKnownOn: kind === 'complaint' ? decisionKnownOn : null, sameMatterAs: orNull(sameMatterAs),
    }),
  })
  const { form } = act
  const { values } = form
  return (
    <ActForm act={act} submitLabel={t('petitions.sort_save')}>
      <Radio.Group label={t('petitions.kind')} {...form.getInputProps('kind')}>
        <Stack gap="xs" mt={4}>{kinds.map((kind) => <Radio key={kind} value={kind} label={t(`petitions.kind.${kind}`)} description={t(`petitions.kind_help.${kind}`)} />)}</Stack>
      </Radio.Group>
      <NativeSelect label={t('petitions.topic')} withAsterisk data={[{ value: '', label: '—' }, ...topics.map(({ code, name }) => ({ value: code, label: name }))]} {...form.getInputProps('topicCode')} />
      <Textarea label={t('petitions.title_field')} withAsterisk autosize minRows={2} {...form.getInputProps('title')} />
      <Radio.Group label={t('petitions.sort_eligible')} {...form.getInputProps('eligible')}>
        <Stack gap="xs" mt={4}><Radio value="yes" label={t('petitions.sort_eligible_yes')} /><Radio value="no" label={t('petitions.sort_eligible_no')} /></Stack>
      </Radio.Group>
      <Radio.Group label={t('petitions.sort_competent')} {...form.getInputProps('competent')}>
        <Stack gap="xs" mt={4}><Radio value="yes" label={t('petitions.sort_competent_yes')} /><Radio value="no" label={t('petitions.sort_competent_no')} /></Stack>
      </Radio.Group>
      <Checkbox label={t('petitions.sort_skips_level')} description={t('petitions.sort_skips_level_help')} {...form.getInputProps('skipsLevel', { type: 'checkbox' })} />
      {values.kind === 'complaint' ? (
        <>
          <DateField label={t('petitions.decision_known_on')} max={record.receivedOn} {...form.getInputProps('decisionKnownOn')} />
          <TimeToComplain knownOn={values.decisionKnownOn} receivedOn={record.receivedOn} />
        </>
      ) : null}
      <NativeSelect label={t('petitions.prior_field')} data={PRIORS.map((value) => ({ value, label: t(`petitions.prior.${value}`) }))} {...form.getInputProps('prior')} />
      {values.prior === 'none' ? null : <TextInput label={t('petitions.prior_body_field')} {...form.getInputProps('priorBody')} />}
      <NumberField label={t('petitions.people_count_field')} unit={t('petitions.people_unit')} {...form.getInputProps('peopleCount')} />
      <UnitSelect label={t('petitions.place_field')} on={record.receivedOn} value={values.place} onChange={(place) => { form.setFieldValue('place', place) }} error={form.errors['placeUnitId']} data-path="placeUnitId" />
      <TextInput label={t('petitions.place_note_field')} {...form.getInputProps('placeNote')} />
      <Checkbox label={t('petitions.remote')} {...form.getInputProps('isRemote', { type: 'checkbox' })} />
      {similar.length === 0 ? null : (
        <NativeSelect
          label={t('petitions.sort_same_as')} {...form.getInputProps('sameMatterAs')}
          data={[{ value: '', label: t('petitions.sort_not_same') }, ...similar.map(({ id, number, year, title }) => ({ value: id, label: `${t('petitions.register_number_of', { number, year })}: ${title}` }))]}
        />
      )}
    </ActForm>
  )
}
