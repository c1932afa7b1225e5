import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { api } from '#platform/web/api-client.ts'
import { useCommand } from '#platform/web/command.ts'
import { useDraft } from '#platform/web/draft.ts'
import { FormPage } from '#platform/web/form-page.tsx'
import { DeskLink } from '#platform/web/page-link.tsx'
import { Page } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { NewAccount } from '../../contract.ts'
import { accountBody, accountErrors, AccountFields, accountFactsOf, useAccountForm, type AccountFacts } from '../components/account-fields.tsx'
import { OneTimeLink } from '../components/one-time-link.tsx'

interface Made {
  readonly id: string
  readonly link: string
  readonly name: string
}

export function NewAccountPage() {
  const t = usePhrase()
  const [made, setMade] = useState<Made | null>(null)
  const breadcrumbs = [{ label: t('people.accounts'), to: '/quan-tri/tai-khoan' }]
  if (made === null) return <NewAccountForm breadcrumbs={breadcrumbs} onMade={setMade} />
  return (
    <Page title={t('people.account_made', { name: made.name })} breadcrumbs={breadcrumbs} width="narrow">
      <OneTimeLink link={made.link} name={made.name} />
      <Group mt="md">
        <Button component={DeskLink} to={`/quan-tri/tai-khoan/${made.id}`}>{t('people.give_role_next')}</Button>
        <Button variant="default" onClick={() => setMade(null)}>{t('people.new_account_another')}</Button>
      </Group>
    </Page>
  )
}

interface NewAccountFormProps {
  readonly breadcrumbs: readonly { readonly label: string; readonly to: string }[]
  readonly onMade: (made: Made) => void
}

function NewAccountForm({ breadcrumbs, onMade }: NewAccountFormProps) {
  const t = usePhrase()
  const form = useAccountForm(accountFactsOf(), t)
  const draft = useDraft('people.new-account', form)
  const create = useCommand({
    run: (account: AccountFacts) => api.post('/api/people/accounts', accountBody(account), NewAccount),
    form: accountErrors(form),
    onDone(created, { name }) {
      draft.forget()
      onMade({ ...created, name })
    },
  })
  return (
    <FormPage title={t('people.new_account')} breadcrumbs={breadcrumbs} form={form} onSubmit={create.run} submitLabel={t('people.create_account')} command={create} draft={draft} cancelTo="/quan-tri/tai-khoan">
      <AccountFields form={form} />
    </FormPage>
  )
}
