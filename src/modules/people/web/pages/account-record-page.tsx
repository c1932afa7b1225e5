import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import { api } from '#platform/web/api-client.ts'
import { useCommand } from '#platform/web/command.ts'
import { ConfirmDialog } from '#platform/web/confirm-dialog.tsx'
import { Loaded } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { RecordPage } from '#platform/web/record-page.tsx'
import { holds, useSession } from '#platform/web/session.ts'
import { Sheet } from '#platform/web/sheet.tsx'
import { usePathParam } from '#platform/web/url-state.ts'
import { Link, type AccountRecord } from '../../contract.ts'
import { accountBody, accountErrors, AccountFields, accountFactsOf, useAccountForm, type AccountFacts } from '../components/account-fields.tsx'
import { AccountState } from '../components/account-state.tsx'
import { GivenRoles } from '../components/given-roles.tsx'
import { OneTimeLink } from '../components/one-time-link.tsx'
import { SmallForm } from '#platform/web/small-form.tsx'
import { accountQuery } from '../queries.ts'

export function AccountRecordPage() {
  const account = useQuery(accountQuery(usePathParam('id')))
  return <Loaded query={account}>{(found) => <AccountView key={found.id} account={found} />}</Loaded>
}

type OneAccount = z.output<typeof AccountRecord>
type Opened = 'edit' | 'block' | 'link' | null

function AccountView({ account }: { readonly account: OneAccount }) {
  const t = usePhrase()
  const session = useSession()
  const [opened, setOpened] = useState<Opened>(null)
  const [link, setLink] = useState<string | null>(null)
  const close = () => setOpened(null)
  const mayManage = holds(session, 'people.manage-accounts')
  const isMe = account.id === session.actor.id
  const block = useCommand({
    run: () => api.put(`/api/people/accounts/${account.id}/blocked`, { isBlocked: !account.isBlocked }),
    doneMessage: account.isBlocked ? t('people.unblocked') : t('people.blocked'),
    onDone: close,
  })
  const makeLink = useCommand({
    run: () => api.post(`/api/people/accounts/${account.id}/link`, undefined, Link),
    onDone(made) {
      setLink(made.link)
      close()
    },
  })
  return (
    <RecordPage
      title={account.name}
      breadcrumbs={[{ label: t('people.accounts'), to: '/quan-tri/tai-khoan' }]}
      state={<AccountState isBlocked={account.isBlocked} />}
      primaryAction={mayManage ? <Button variant="default" onClick={() => setOpened('edit')}>{t('people.edit_account')}</Button> : undefined}
      otherActions={
        mayManage
          ? [
              { label: t('people.make_link'), onClick: () => setOpened('link') },
              ...(isMe ? [] : [{ label: account.isBlocked ? t('people.unblock') : t('people.block'), onClick: () => setOpened('block') }]),
            ]
          : []
      }
      facts={[
        { label: t('people.login'), value: account.login },
        { label: t('people.unit'), value: account.unit?.name },
        { label: t('people.email'), value: account.email },
        { label: t('web.language'), value: t(`web.language_${account.language}`) },
      ]}
    >
      {link === null ? null : <OneTimeLink link={link} name={account.name} />}
      <GivenRoles account={account} mayManage={mayManage} />
      <Sheet opened={opened === 'edit'} onClose={close} title={t('people.edit_account')}>
        <EditForm account={account} onDone={close} />
      </Sheet>
      <ConfirmDialog
        opened={opened === 'block'}
        onClose={close}
        title={t(account.isBlocked ? 'people.unblock_ask' : 'people.block_ask', { name: account.name })}
        confirmLabel={account.isBlocked ? t('people.unblock') : t('people.block')}
        onConfirm={() => block.run()}
        running={block.running}
        problem={block.problem}
      >
        {account.isBlocked ? t('people.unblock_help') : t('people.block_help')}
      </ConfirmDialog>
      <ConfirmDialog
        opened={opened === 'link'}
        onClose={close}
        title={t('people.make_link_ask')}
        confirmLabel={t('people.make_link')}
        onConfirm={() => makeLink.run()}
        running={makeLink.running}
        problem={makeLink.problem}
      >
        {t('people.make_link_help')}
      </ConfirmDialog>
    </RecordPage>
  )
}

function EditForm({ account, onDone }: { readonly account: OneAccount; readonly onDone: () => void }) {
  const t = usePhrase()
  const form = useAccountForm(accountFactsOf(account), t)
  const save = useCommand({
    run: (facts: AccountFacts) => api.put(`/api/people/accounts/${account.id}`, accountBody(facts)),
    form: accountErrors(form),
    doneMessage: t('web.saved'),
    onDone,
  })
  return (
    <SmallForm form={form} onSubmit={save.run} submitLabel={t('web.save')} command={save}>
      <AccountFields form={form} />
    </SmallForm>
  )
}
