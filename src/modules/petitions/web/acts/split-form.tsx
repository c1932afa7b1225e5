import { Button, Group, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { usePhrase } from '#platform/web/phrases.tsx'
import { holds, useSession } from '#platform/web/session.ts'
import { LIMITS } from '../../contract.ts'
import { CASE_KINDS, type CaseKind } from '../../domain/case.ts'
import { caseQueries } from '../queries.ts'
import { ActForm } from './act-form.tsx'
import { orNull } from './checks.ts'
import { useAct, type ActFormProps } from './use-act.ts'
import '../components/register.css'

interface Part { title: string; kind: CaseKind; topicCode: string; content: string }
const MOST_PARTS = 12

/** One letter on several matters: a case for each. */
export function SplitForm(props: ActFormProps) {
  const t = usePhrase()
  const session = useSession()
  const { kind, unitId, title, content } = props.record
  const topics = useQuery(caseQueries.topics).data?.topics ?? []
  const kinds = CASE_KINDS.filter((each) => each !== 'denunciation' || holds(session, 'petitions.handle-denunciations', unitId))
  const empty: Part = { title: '', kind, topicCode: '', content: '' }
  const act = useAct<{ parts: Part[] }>({
    ...props, action: 'split', initialValues: { parts: [{ ...empty, title, content }, empty] }, doneMessage: t('petitions.split_done'),
    bodyOf: ({ parts }) => ({ parts: parts.map(({ topicCode, ...part }) => ({ ...part, topicCode: orNull(topicCode) })) }),
    checks: { parts: ({ parts }, say) => (parts.every((part) => part.title.trim() !== '' && part.title.length <= LIMITS.title) ? null : say('petitions.split_titles')) },
  })
  const { form } = act
  const { parts } = form.values
  return (
    <ActForm act={act} submitLabel={t('petitions.split_submit', { count: parts.length })}>
      {parts.map((_, index) => (
        <fieldset key={form.key(`parts.${index}`)} className="gd-party">
          <legend>{t('petitions.split_part', { number: index + 1 })}</legend>
          <Stack gap="md">
            <TextInput label={t('petitions.title_field')} withAsterisk {...form.getInputProps(`parts.${index}.title`)} error={index === 0 ? form.errors['parts'] : undefined} />
            <NativeSelect label={t('petitions.kind')} data={kinds.map((value) => ({ value, label: t(`petitions.kind.${value}`) }))} {...form.getInputProps(`parts.${index}.kind`)} />
            <NativeSelect label={t('petitions.topic')} data={[{ value: '', label: t('petitions.topic_none') }, ...topics.map((topic) => ({ value: topic.code, label: topic.name }))]} {...form.getInputProps(`parts.${index}.topicCode`)} />
            <Textarea label={t('petitions.content_field')} autosize minRows={3} {...form.getInputProps(`parts.${index}.content`)} />
          </Stack>
          {parts.length > 2 ? <Group mt="sm"><Button variant="subtle" color="gray" leftSection={<IconTrash size={18} aria-hidden />} onClick={() => { form.removeListItem('parts', index) }}>{t('petitions.split_remove', { number: index + 1 })}</Button></Group> : null}
        </fieldset>
      ))}
      {parts.length < MOST_PARTS ? <div><Button variant="default" leftSection={<IconPlus size={18} aria-hidden />} onClick={() => { form.insertListItem('parts', empty) }}>{t('petitions.split_add')}</Button></div> : null}
    </ActForm>
  )
}
