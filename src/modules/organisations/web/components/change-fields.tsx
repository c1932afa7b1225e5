import { Button, Fieldset, Group, Radio, Select, Stack, TextInput } from '@mantine/core'
import type { useForm } from '@mantine/form'
import { usePhrase } from '#platform/web/phrases.tsx'
import { UNIT_KIND_NAMES } from '../../domain/unit-kind.ts'
import { makesUnit, namesUnit, type ChangeDraft } from '../change-draft.ts'
import { UnitSelect, UnitSelectMany } from './unit-select.tsx'

interface FieldsProps {
  readonly form: Pick<ReturnType<typeof useForm<ChangeDraft>>, 'values' | 'getInputProps' | 'setFieldValue' | 'insertListItem' | 'removeListItem'>
}

/** The fields that the chosen operation needs, and no others. */
export function ChangeFields({ form }: FieldsProps) {
  const t = usePhrase()
  const { values } = form
  const on = values.on ?? undefined
  const { operation } = values
  return (
    <>
      {operation === 'merge' && <UnitSelectMany label={t('organisations.units_to_merge')} on={on} required {...form.getInputProps('units')} value={values.units} />}
      {operation === 'merge' && (
        <Radio.Group label={t('organisations.merge_into')} {...form.getInputProps('into')}>
          <Stack gap="xs" mt={4}>
            <Radio value="new" label={t('organisations.into_new')} />
            <Radio value="existing" label={t('organisations.into_existing')} />
          </Stack>
        </Radio.Group>
      )}
      {operation === 'merge' && values.into === 'existing' && <UnitSelect label={t('organisations.receiver')} on={on} required {...form.getInputProps('receiver')} value={values.receiver} />}
      {['rename', 'move', 'abolish', 'split'].includes(operation) && <UnitSelect label={t('organisations.unit_to_change')} on={on} required {...form.getInputProps('unit')} value={values.unit} />}
      {operation === 'split' && <SplitFields form={form} />}
      {namesUnit(values) && <TextInput label={t('organisations.new_name')} withAsterisk {...form.getInputProps('name')} />}
      {namesUnit(values) && <TextInput label={t('organisations.new_code')} {...form.getInputProps('code')} />}
      {makesUnit(values) && (
        <Select label={t('organisations.kind')} allowDeselect={false} data={UNIT_KIND_NAMES.map((value) => ({ value, label: t(`organisations.kind.${value}`) }))} {...form.getInputProps('kind')} />
      )}
      {(makesUnit(values) || operation === 'move') && <UnitSelect label={t('organisations.under')} on={on} required={operation === 'move'} {...form.getInputProps('parent')} value={values.parent} />}
      {operation === 'abolish' && <UnitSelect label={t('organisations.children_to')} on={on} {...form.getInputProps('parent')} value={values.parent} />}
    </>
  )
}

/** Into what a unit is divided, and which of the parts carries on its open work. */
function SplitFields({ form }: FieldsProps) {
  const t = usePhrase()
  const { made, receivers, on } = form.values
  const parts = [...made.map(({ name }) => name), ...receivers.map(({ label }) => label)].map((label, index) => ({ value: String(index), label })).filter(({ label }) => label.trim() !== '')
  // Places shift when a part goes: who carries the work is asked again.
  const forgetPrincipal = () => { form.setFieldValue('principal', null) }
  return (
    <>
      {made.map((_, index) => {
        const number = String(index + 1)
        return (
          <Fieldset key={number} legend={t('organisations.part', { number })}>
            <Stack gap="sm">
              <TextInput label={t('organisations.new_name')} withAsterisk {...form.getInputProps(`made.${String(index)}.name`)} />
              <TextInput label={t('organisations.new_code')} {...form.getInputProps(`made.${String(index)}.code`)} />
              <Button
                variant="subtle" color="gray" size="sm" style={{ alignSelf: 'start' }}
                onClick={() => {
                  form.removeListItem('made', index)
                  forgetPrincipal()
                }}
              >
                {t('organisations.part_remove', { number })}
              </Button>
            </Stack>
          </Fieldset>
        )
      })}
      <Group>
        <Button
          variant="default"
          onClick={() => {
            form.insertListItem('made', { name: '', code: '' })
            forgetPrincipal()
          }}
        >
          {t('organisations.part_add')}
        </Button>
      </Group>
      <UnitSelectMany
        label={t('organisations.receivers')} on={on ?? undefined} {...form.getInputProps('receivers')} value={receivers}
        onChange={(chosen) => {
          form.setFieldValue('receivers', chosen)
          forgetPrincipal()
        }}
      />
      <Select label={t('organisations.carries_work')} description={t('organisations.carries_work_why')} withAsterisk data={parts} {...form.getInputProps('principal')} />
    </>
  )
}
