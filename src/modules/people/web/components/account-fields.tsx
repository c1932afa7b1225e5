import { Radio, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { Translate } from '#platform/web/phrases.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import type { SearchOption } from '#platform/web/search-select.tsx'
import { UnitSelect } from '#modules/organisations/web/index.ts'
import type { Account } from '../../contract.ts'

export interface AccountFacts {
  login: string
  name: string
  email: string
  unit: SearchOption | null
  language: 'vi' | 'en'
}

/** The form both pages fill in: made here, so that its rules are part of its type. */
export function useAccountForm(initialValues: AccountFacts, t: Translate) {
  return useForm<AccountFacts>({ initialValues, validate: accountRules(t) })
}
export type AccountForm = ReturnType<typeof useAccountForm>

export function accountFactsOf(account?: Account): AccountFacts {
  return {
    login: account?.login ?? '', name: account?.name ?? '', email: account?.email ?? '', language: account?.language ?? 'vi',
    unit: account?.unit == null ? null : { value: account.unit.id, label: account.unit.name },
  }
}

function accountRules(t: Translate) {
  return {
    login: (login: string) => (login.trim() === '' ? t('web.field_required') : null),
    name: (name: string) => (name.trim().length < 2 ? t('web.field_required') : null),
  }
}

/** As the server takes it. */
export function accountBody({ unit, email, ...account }: AccountFacts) {
  return { ...account, email: email.trim() === '' ? null : email.trim(), unitId: unit?.value ?? null }
}

/** The server calls the unit by its id. */
export function accountErrors(form: AccountForm) {
  return { setErrors: ({ unitId, ...errors }: Record<string, string>) => form.setErrors({ ...errors, unit: unitId }) }
}

export function AccountFields({ form }: { readonly form: AccountForm }) {
  const t = usePhrase()
  return (
    <>
      <TextInput label={t('people.name')} description={t('people.name_help')} withAsterisk {...form.getInputProps('name')} />
      <TextInput label={t('people.login')} description={t('people.login_help')} withAsterisk autoCapitalize="none" spellCheck={false} autoComplete="off" {...form.getInputProps('login')} />
      <UnitSelect
        label={t('people.unit')}
        description={t('people.unit_help')}
        value={form.values.unit}
        onChange={(unit) => form.setFieldValue('unit', unit)}
        error={form.errors['unit']}
        data-path="unit"
      />
      <TextInput label={t('people.email')} description={t('people.email_help')} type="email" autoComplete="off" {...form.getInputProps('email')} />
      <Radio.Group label={t('web.language')} {...form.getInputProps('language')}>
        <Stack gap="xs" mt={4}>
          <Radio value="vi" label={t('web.language_vi')} />
          <Radio value="en" label={t('web.language_en')} />
        </Stack>
      </Radio.Group>
    </>
  )
}
