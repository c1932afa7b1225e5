import { Alert, Anchor, Button, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { z } from 'zod'
import { api } from '#platform/web/api-client.ts'
import { useCommand } from '#platform/web/command.ts'
import { FormPage } from '#platform/web/form-page.tsx'
import { linkTo } from '#platform/web/page-link.tsx'
import { useLanguage, usePhrase } from '#platform/web/phrases.tsx'
import { sessionQuery, SIGN_IN_PATH, useVisit } from '#platform/web/session.ts'
import { useUrlState } from '#platform/web/url-state.ts'
import { SignedIn, type SecondStep, type SignIn } from '../../contract.ts'
import { BareForm } from '../components/bare-form.tsx'
import { PasswordField } from '../components/password-field.tsx'

/** Of a demonstration only; an office's own accounts are made with a one-time link. */
const DEMONSTRATION_PASSWORD = 'dan-van-kheo-2026'

/** The citizens' pages are not the desk's: a whole new page is loaded. */
const PORTAL = { vi: '/cong-dan', en: '/en/citizens' }

export function SignInPage() {
  const [awaitsCode, setAwaitsCode] = useState(false)
  const enter = useEnter()
  return (
    <BareForm>
      {awaitsCode ? <CodeForm onDone={enter} onBack={() => setAwaitsCode(false)} /> : <PasswordForm onDone={enter} onSecondStep={() => setAwaitsCode(true)} />}
    </BareForm>
  )
}

/** To the place that was asked for; nothing that an earlier person read is shown to this one. */
function useEnter(): () => void {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const back = placeWithin(useUrlState().get('back'))
  return () => {
    queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] })
    void queries.invalidateQueries({ queryKey: sessionQuery.queryKey }).then(() => navigate({ ...linkTo(back), replace: true }))
  }
}

/** Only a path of the desk: a link in a letter must not lead to somebody else's page. */
function placeWithin(back: string | undefined): string {
  if (back === undefined || !/^\/(?![/\\])/.test(back) || back.startsWith(SIGN_IN_PATH)) return '/'
  return back
}

function PasswordForm({ onDone, onSecondStep }: { readonly onDone: () => void; readonly onSecondStep: () => void }) {
  const t = usePhrase()
  const { language } = useLanguage()
  const visit = useVisit()
  const form = useForm<z.input<typeof SignIn>>({
    initialValues: { login: '', password: '' },
    validate: {
      login: (login) => (login.trim() === '' ? t('web.field_required') : null),
      password: (password) => (password === '' ? t('web.field_required') : null),
    },
  })
  const signIn = useCommand({
    run: ({ login, password }: z.input<typeof SignIn>) => api.post('/api/people/sign-in', { login: login.trim(), password }, SignedIn),
    form,
    refresh: [],
    onDone({ awaitsSecondStep }) {
      if (awaitsSecondStep) onSecondStep()
      else onDone()
    },
  })
  return (
    <FormPage title={t('people.sign_in')} lead={<Text c="dimmed">{t('people.sign_in_lead')}</Text>} form={form} onSubmit={signIn.run} submitLabel={t('people.sign_in')} command={signIn}>
      {visit?.demonstration === true ? <Alert color="gray">{t('people.demonstration_password', { password: DEMONSTRATION_PASSWORD })}</Alert> : null}
      <TextInput label={t('people.login')} autoComplete="username" autoCapitalize="none" spellCheck={false} {...form.getInputProps('login')} />
      <PasswordField label={t('people.password')} autoComplete="current-password" {...form.getInputProps('password')} />
      <Text c="dimmed">{t('people.forgotten')}</Text>
      <Anchor href={PORTAL[language]}>{t('people.citizens_portal')}</Anchor>
    </FormPage>
  )
}

function CodeForm({ onDone, onBack }: { readonly onDone: () => void; readonly onBack: () => void }) {
  const t = usePhrase()
  const form = useForm<z.input<typeof SecondStep>>({
    initialValues: { code: '' },
    validate: { code: (code) => (code.trim() === '' ? t('web.field_required') : null) },
  })
  const pass = useCommand({ run: (step: z.input<typeof SecondStep>) => api.post('/api/people/second-step', step), form, refresh: [], onDone })
  return (
    <FormPage
      title={t('people.second_step')}
      form={form}
      onSubmit={pass.run}
      submitLabel={t('people.sign_in')}
      command={pass}
      otherActions={<Button variant="subtle" color="gray" size="md" onClick={onBack}>{t('web.back')}</Button>}
    >
      <TextInput
        label={t('people.code')}
        description={t('people.code_help')}
        autoComplete="one-time-code"
        autoCapitalize="none"
        autoFocus
        {...form.getInputProps('code')}
      />
    </FormPage>
  )
}
