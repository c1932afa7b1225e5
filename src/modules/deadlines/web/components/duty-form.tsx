import { Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { z } from 'zod'
import type { PlainDate } from '#kernel/plain-date.ts'
import { api } from '#platform/web/api-client.ts'
import { useCommand } from '#platform/web/command.ts'
import { DateField } from '#platform/web/date-field.tsx'
import { NumberField } from '#platform/web/number-field.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { SmallForm } from '#platform/web/small-form.tsx'
import type { DutyList } from '../../contract.ts'
import { RECEPTION_CLASSES, type ReceptionClass } from '../../domain/reception-duty.ts'
import { deadlineQueries } from '../queries.ts'

interface DutyDraft { unitClass: ReceptionClass; times: number | null; per: 'week' | 'month'; article: string; isVerified: boolean; note: string; validFrom: PlainDate | null }

/** A new row from a day on, or one said anew. */
export function DutyForm({ corrects, onDone }: { readonly corrects: DutyList['duties'][number] | null; readonly onDone: () => void }) {
  const t = usePhrase()
  const form = useForm<DutyDraft>({
    initialValues: {
      unitClass: corrects?.unitClass ?? 'commune', times: corrects?.times ?? null, per: corrects?.per ?? 'month', article: corrects?.article ?? '', isVerified: corrects?.certainty === 'verified', note: corrects?.note ?? '', validFrom: corrects?.validFrom ?? null,
    },
    validate: {
      times: (times) => (times === null || !Number.isInteger(times) || times < 1 || times > 31 ? t('deadlines.duty_times_wrong') : null),
      article: (article) => (article.trim().length < 3 ? t('deadlines.fault.no-article') : null), validFrom: (day) => (day === null ? t('web.field_required') : null),
    },
  })
  const save = useCommand({
    run({ isVerified, note, ...words }: DutyDraft) {
      const body = { ...words, note, certainty: isVerified ? 'verified' : 'unverified' }
      return corrects === null ? api.post('/api/deadlines/reception-duties', body, z.unknown()) : api.put(`/api/deadlines/reception-duties/${corrects.id}`, body)
    },
    form, refresh: [deadlineQueries.duties.queryKey, ['reception']], doneMessage: t('deadlines.duty_applied'), onDone,
  })
  return (
    <SmallForm form={form} onSubmit={save.run} submitLabel={t('web.save')} command={save}>
      <NativeSelect label={t('deadlines.duty_class')} disabled={corrects !== null} data={RECEPTION_CLASSES.map((value) => ({ value, label: t(`deadlines.duty_class.${value}`) }))} {...form.getInputProps('unitClass')} />
      <NumberField label={t('deadlines.duty_times')} unit={t('deadlines.duty_days')} required {...form.getInputProps('times')} />
      <NativeSelect label={t('deadlines.duty_period')} data={(['week', 'month'] as const).map((value) => ({ value, label: t(`deadlines.duty_period.${value}`) }))} {...form.getInputProps('per')} />
      <DateField label={t('deadlines.duty_from')} required {...form.getInputProps('validFrom')} />
      <TextInput label={t('deadlines.article')} withAsterisk {...form.getInputProps('article')} />
      <Checkbox label={t('deadlines.duty_verified')} {...form.getInputProps('isVerified', { type: 'checkbox' })} />
      <TextInput label={t('deadlines.note')} {...form.getInputProps('note')} />
    </SmallForm>
  )
}
