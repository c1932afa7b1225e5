import { useForm } from '@mantine/form'
import { api } from '#platform/web/api-client.ts'
import { useCommand } from '#platform/web/command.ts'
import { Section } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { useNewPasswordRules } from '../new-password.ts'
import { mySessionsQuery } from '../queries.ts'
import { PasswordField } from './password-field.tsx'
import { SmallForm } from '#platform/web/small-form.tsx'

interface Change {
  current: string
  password: string
  again: string
}

export function ChangePassword() {
  const t = usePhrase()
  const rules = useNewPasswordRules()
  const form = useForm<Change>({
    initialValues: { current: '', password: '', again: '' },
    validate: {
      current: (current) => (current === '' ? t('web.field_required') : null),
      // The login is not known here; the server looks for it in the password.
      password: (password) => rules.faultOf(password, ''),
      again: (again, { password }) => rules.mismatchOf(again, password),
    },
  })
  const change = useCommand({
    run: ({ current, password }: Change) => api.put('/api/people/me/password', { current, password }),
    form,
    refresh: [mySessionsQuery.queryKey],
    doneMessage: t('people.password_changed'),
    onDone: () => form.reset(),
  })
  return (
    <Section title={t('people.change_password')}>
      <SmallForm form={form} onSubmit={change.run} submitLabel={t('people.change_password')} command={change} variant="default">
        <PasswordField label={t('people.password_current')} autoComplete="current-password" {...form.getInputProps('current')} />
        <PasswordField label={t('people.password_new')} description={t('people.password_help')} autoComplete="new-password" {...form.getInputProps('password')} />
        <PasswordField label={t('people.password_again')} autoComplete="new-password" {...form.getInputProps('again')} />
      </SmallForm>
    </Section>
  )
}
