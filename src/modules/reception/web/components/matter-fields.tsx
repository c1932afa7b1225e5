import { Button, Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { usePhrase } from '#platform/web/phrases.tsx'
import { HANDLINGS, type MatterKind } from '../../domain/visit.ts'
import { newMatter, type LinkedCase } from '../visit-draft.ts'
import { LinkedCaseField } from './linked-case-field.tsx'
import type { VisitForm } from './use-visit.ts'

interface MatterFieldsProps {
  readonly form: VisitForm
  readonly unitId: string
  /** Those the officer may write down. */
  readonly kinds: readonly MatterKind[]
  /** Cases of the people at the desk. */
  readonly known: readonly LinkedCase[]
}

const MOST = 12

/** What was said, matter by matter: what kind it is and what becomes of it. */
export function MatterFields({ form, unitId, kinds, known }: MatterFieldsProps) {
  const t = usePhrase()
  const { matters } = form.values
  const isMany = matters.length > 1
  return (
    <fieldset className="gd-rx-part">
      <legend>{t('reception.part_matters')}</legend>
      {matters.map(({ handling, kind, once }, index) => {
        const path = `matters.${index}`
        return (
          <fieldset key={once} className={isMany ? 'gd-rx-box' : 'gd-rx-plain'}>
            {isMany ? <legend>{t('reception.matter_number', { number: index + 1 })}</legend> : null}
            <Textarea label={t('reception.content')} withAsterisk autosize minRows={3} maxRows={14} {...form.getInputProps(`${path}.content`)} />
            <div className="gd-fields-side">
              <NativeSelect label={t('reception.kind')} data={kinds.map((value) => ({ value, label: t(`reception.kind.${value}`) }))} {...form.getInputProps(`${path}.kind`)} />
              <NativeSelect label={t('reception.handling')} data={HANDLINGS.map((value) => ({ value, label: t(`reception.handling.${value}`) }))} {...form.getInputProps(`${path}.handling`)} />
            </div>
            {kind === 'denunciation' ? <div className="gd-rx-note" role="status">{t('reception.denunciation_note')}</div> : null}
            {handling === 'guided' ? <Textarea label={t('reception.guidance')} description={t('reception.guidance_help')} withAsterisk autosize minRows={2} {...form.getInputProps(`${path}.guidance`)} /> : null}
            {handling === 'linked' ? <LinkedCaseField unitId={unitId} known={known} value={form.values.matters[index]?.linked ?? null} error={form.errors[`${path}.linked`]} path={`${path}.linked`} onChange={(linked) => form.setFieldValue(`${path}.linked`, linked)} /> : null}
            <Checkbox label={t('reception.is_repeat')} {...form.getInputProps(`${path}.isRepeat`, { type: 'checkbox' })} />
            <div className="gd-fields-side">
              <TextInput label={t('reception.prior_body')} autoComplete="off" {...form.getInputProps(`${path}.priorBody`)} />
              <NativeSelect label={t('reception.is_competent')} data={(['', 'yes', 'no'] as const).map((value) => ({ value, label: t(`reception.competent.${value === '' ? 'unknown' : value}`) }))} {...form.getInputProps(`${path}.isCompetent`)} />
              <TextInput label={t('reception.handled_by')} autoComplete="off" {...form.getInputProps(`${path}.handledBy`)} />
            </div>
            {isMany ? <div><Button variant="subtle" color="gray" size="compact-md" leftSection={<IconTrash size={18} aria-hidden />} onClick={() => form.removeListItem('matters', index)}>{t('reception.remove_matter', { number: index + 1 })}</Button></div> : null}
          </fieldset>
        )
      })}
      {matters.length < MOST ? <div><Button variant="default" leftSection={<IconPlus size={18} aria-hidden />} onClick={() => form.insertListItem('matters', newMatter())}>{t('reception.add_matter')}</Button></div> : null}
    </fieldset>
  )
}
