import { Button, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { z } from 'zod'
import { api } from '#platform/web/api-client.ts'
import { useCommand } from '#platform/web/command.ts'
import { FormPage } from '#platform/web/form-page.tsx'
import { DeskLink, linkTo } from '#platform/web/page-link.tsx'
import { Loaded, Page } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { Trouble } from '#platform/web/problem-note.tsx'
import { SIGN_IN_PATH } from '#platform/web/session.ts'
import { usePathParam } from '#platform/web/url-state.ts'
import type { Invitation } from '../../contract.ts'
import { BareForm } from '../components/bare-form.tsx'
import { PasswordField } from '../components/password-field.tsx'
import { useNewPasswordRules } from '../new-password.ts'
import { invitationQuery } from '../queries.ts'

/** Opened from a one-time link: whoever holds it sets the password of the account it was made for. */
export function InvitationPage() {
  const t = usePhrase()
  const token = usePathParam('token')
  const invitation = useQuery(invitationQuery(token))
  return (
    <BareForm>
      {invitation.error === null ? (
        <Loaded query={invitation}>{(found) => <AcceptForm token={token} invitation={found} />}</Loaded>
      ) : (
        <Page title={t('people.link_title')} width="narrow">
          <Trouble error={invitation.error} />
          <Button component={DeskLink} to={SIGN_IN_PATH} variant="default" mt="md">{t('people.to_sign_in')}</Button>
        </Page>
      )}
    </BareForm>
  )
}

interface Acceptance {
  login: string
  name: string
  password: string
  again: string
}

function AcceptForm({ token, invitation }: { readonly token: string; readonly invitation: z.output<typeof Invitation> }) {
  const t = usePhrase()
  const navigate = useNavigate()
  const rules = useNewPasswordRules()
  const isFirst = invitation.login === null
  const form = useForm<Acceptance>({
    initialValues: { login: '', name: '', password: '', again: '' },
    validate: {
      login: (login) => (isFirst && login.trim() === '' ? t('web.field_required') : null),
      name: (name) => (isFirst && name.trim() === '' ? t('web.field_required') : null),
      password: (password, { login }) => rules.faultOf(password, invitation.login ?? login),
      again: (again, { password }) => rules.mismatchOf(again, password),
    },
  })
  const accept = useCommand({
    run: ({ login, name, password }: Acceptance) => api.post(`/api/people/invitations/${token}`, isFirst ? { login, name, password } : { password }),
    form,
    refresh: [],
    doneMessage: t('people.password_set'),
    onDone: () => void navigate({ ...linkTo(SIGN_IN_PATH), replace: true }),
  })
  return (
    <FormPage
      title={isFirst ? t('people.first_title') : t('people.greeting', { name: invitation.name ?? '' })}
      lead={<Text c="dimmed">{isFirst ? t('people.first_lead') : t('people.greeting_lead', { login: invitation.login ?? '' })}</Text>}
      form={form}
      onSubmit={accept.run}
      submitLabel={isFirst ? t('people.make_account') : t('people.set_password')}
      command={accept}
    >
      {isFirst ? (
        <>
          <TextInput label={t('people.login')} description={t('people.login_help')} withAsterisk autoComplete="username" autoCapitalize="none" spellCheck={false} {...form.getInputProps('login')} />
          <TextInput label={t('people.name')} description={t('people.name_help')} withAsterisk autoComplete="name" {...form.getInputProps('name')} />
        </>
      ) : (
        // A keeper of passwords must know whose password it keeps.
        <input type="text" hidden readOnly autoComplete="username" value={invitation.login ?? ''} />
      )}
      <PasswordField label={t('people.password')} description={t('people.password_help')} autoComplete="new-password" {...form.getInputProps('password')} />
      <PasswordField label={t('people.password_again')} autoComplete="new-password" {...form.getInputProps('again')} />
    </FormPage>
  )
}
