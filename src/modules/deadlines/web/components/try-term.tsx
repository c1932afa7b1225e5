import { Button, Checkbox, Group, Select, Stack, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import type { PlainDate } from '#kernel/plain-date.ts'
import { useCommand } from '#platform/web/command.ts'
import { DateField } from '#platform/web/date-field.tsx'
import { NumberField } from '#platform/web/number-field.tsx'
import { useLanguage, usePhrase } from '#platform/web/phrases.tsx'
import { useSession } from '#platform/web/session.ts'
import { SmallForm } from '#platform/web/small-form.tsx'
import type { Computed, RuleList } from '../../contract.ts'
import { computeTerm } from '../queries.ts'
import { procedureName } from '../rule-text.ts'
import { TermAnswer } from './term-answer.tsx'

interface Question {
  of: string | null
  from: PlainDate | null
  remote: boolean
  complex: boolean
  extensions: number | null
  suspensions: { from: PlainDate | null; until: PlainDate | null }[]
}

interface TryTermProps { readonly list: RuleList; readonly of?: { readonly procedure: string; readonly step: string } }

/** Computes the last day of a term from any day, with its reasons. Nothing is kept. */
export function TryTerm({ list, of }: TryTermProps) {
  const t = usePhrase()
  const { language } = useLanguage()
  const { today } = useSession()
  const [answer, setAnswer] = useState<Computed | null>(null)
  const form = useForm<Question>({
    initialValues: { of: of === undefined ? null : `${of.procedure} ${of.step}`, from: today, remote: false, complex: false, extensions: 0, suspensions: [] },
    validate: {
      of: (step) => (step === null ? t('web.field_required') : null), from: (day) => (day === null ? t('web.field_required') : null),
      extensions: (times) => (times === null || !Number.isInteger(times) || times < 0 ? t('deadlines.extensions_needed') : null),
      suspensions: { from: (day) => (day === null ? t('web.field_required') : null) },
    },
  })
  const ask = useCommand({
    run: ({ of: asked, from, extensions, suspensions, remote, complex }: Question) => {
      const [procedure = '', step = ''] = (asked ?? '').split(' ')
      return computeTerm({ procedure, step, from: from ?? '', remote, complex, extensions: extensions ?? 0, suspend: suspensions.map((each) => `${each.from ?? ''}..${each.until ?? ''}`), language })
    },
    form, refresh: [], onDone: setAnswer,
  })
  const { values } = form
  const steps = [...new Map(list.rules.map((rule) => [`${rule.procedure} ${rule.step}`, rule])).values()]
  const options = list.procedures.map((procedure) => ({
    group: procedureName(procedure, t), items: steps.filter((rule) => rule.procedure === procedure).map((rule) => ({ value: `${procedure} ${rule.step}`, label: rule.name })),
  }))
  const chosen = steps.find((rule) => `${rule.procedure} ${rule.step}` === values.of)
  return (
    <Stack gap="lg">
      <SmallForm form={form} onSubmit={ask.run} submitLabel={t('deadlines.try_now')} command={ask}>
        {of === undefined ? <Select label={t('deadlines.step')} withAsterisk searchable data={options} {...form.getInputProps('of')} /> : null}
        <DateField label={chosen === undefined ? t('deadlines.from_day') : t('deadlines.from_event', { event: chosen.startEvent })} required {...form.getInputProps('from')} />
        <Checkbox label={t('deadlines.is_remote')} {...form.getInputProps('remote', { type: 'checkbox' })} />
        <Checkbox label={t('deadlines.is_complex')} {...form.getInputProps('complex', { type: 'checkbox' })} />
        <NumberField label={t('deadlines.extensions_signed')} {...form.getInputProps('extensions')} />
        {values.suspensions.map((_, at) => (
          <Group key={form.key(`suspensions.${String(at)}`)} align="flex-end" gap="xs">
            <DateField label={t('deadlines.suspended_on')} required {...form.getInputProps(`suspensions.${String(at)}.from`)} />
            <DateField label={t('deadlines.resumed_on')} description={t('deadlines.resumed_help')} {...form.getInputProps(`suspensions.${String(at)}.until`)} />
            <Button variant="subtle" color="gray" leftSection={<IconX size={16} aria-hidden />} onClick={() => { form.removeListItem('suspensions', at) }}>{t('web.remove')}</Button>
          </Group>
        ))}
        <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} style={{ alignSelf: 'flex-start' }} onClick={() => { form.insertListItem('suspensions', { from: null, until: null }) }}>{t('deadlines.add_suspension')}</Button>
      </SmallForm>
      {answer === null ? <Text c="dimmed">{t('deadlines.try_help')}</Text> : <TermAnswer answer={answer} />}
    </Stack>
  )
}
