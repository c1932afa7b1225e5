import { NativeSelect, Textarea } from '@mantine/core'
import { usePhrase } from '#platform/web/phrases.tsx'
import { owesNotice, REFUSAL_GROUNDS } from '../../domain/refusal.ts'
import type { VisitForm } from './use-visit.ts'

/** Why nobody is received: one of the grounds of the decree, and what happened. */
export function RefusalFields({ form }: { readonly form: VisitForm }) {
  const t = usePhrase()
  return (
    <fieldset className="gd-rx-part">
      <legend>{t('reception.part_refusal')}</legend>
      <NativeSelect label={t('reception.ground')} description={t('reception.ground_help')} data={REFUSAL_GROUNDS.map((value) => ({ value, label: t(`reception.ground.${value}`) }))} {...form.getInputProps('ground')} />
      <Textarea label={t('reception.because')} withAsterisk autosize minRows={2} {...form.getInputProps('because')} />
      {owesNotice(form.values.ground) ? <div className="gd-rx-note" role="status">{t('reception.notice_owed')}</div> : null}
    </fieldset>
  )
}
