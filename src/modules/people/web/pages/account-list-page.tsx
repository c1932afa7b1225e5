import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { DataTable } from '#platform/web/data-table.tsx'
import { FilterBar, FilterChoice, FilterText } from '#platform/web/filter-bar.tsx'
import { useListState } from '#platform/web/list-state.ts'
import { DeskLink } from '#platform/web/page-link.tsx'
import { Page } from '#platform/web/page.tsx'
import { usePhrase, type Translate } from '#platform/web/phrases.tsx'
import { holds, useSession } from '#platform/web/session.ts'
import type { Column } from '#platform/web/table-column.ts'
import type { Account, RoleHeld } from '../../contract.ts'
import { AccountState } from '../components/account-state.tsx'
import { accountsQuery } from '../queries.ts'

export function AccountListPage() {
  const t = usePhrase()
  const session = useSession()
  const list = useListState({ filters: ['text', 'state'], size: 20 })
  const accounts = useQuery(accountsQuery(list.query))
  const columns: Column<Account>[] = [
    { key: 'name', title: t('people.name'), cell: (account) => account.name },
    { key: 'login', title: t('people.login'), cell: (account) => account.login },
    { key: 'unit', title: t('people.unit'), cell: (account) => account.unit?.name ?? t('web.none') },
    { key: 'roles', title: t('people.roles_today'), cell: (account) => rolesText(account.roles, account.unit?.id, t) },
    { key: 'state', title: t('web.state'), cell: (account) => <AccountState isBlocked={account.isBlocked} /> },
    { key: 'email', title: t('people.email'), cell: (account) => account.email ?? t('web.none'), shown: 'extra' },
  ]
  return (
    <Page
      title={t('people.accounts')}
      count={accounts.data?.total}
      actions={holds(session, 'people.manage-accounts') ? <Button component={DeskLink} to="/quan-tri/tai-khoan/moi" leftSection={<IconPlus size={18} aria-hidden />}>{t('people.new_account')}</Button> : undefined}
    >
      <FilterBar state={list}>
        <FilterText state={list} name="text" label={t('people.find_account')} />
        <FilterChoice
          state={list}
          name="state"
          label={t('web.state')}
          options={[{ value: 'active', label: t('people.account_active') }, { value: 'blocked', label: t('people.account_blocked') }]}
        />
      </FilterBar>
      <DataTable
        name="people.accounts"
        caption={t('people.accounts')}
        columns={columns}
        rows={accounts.data?.accounts}
        total={accounts.data?.total}
        rowKey={(account) => account.id}
        rowPath={(account) => `/quan-tri/tai-khoan/${account.id}`}
        state={list}
        query={accounts}
      />
    </Page>
  )
}

/** The unit is only said where it is not the person's own. */
function rolesText(roles: readonly RoleHeld[], homeId: string | undefined, t: Translate): string {
  if (roles.length === 0) return t('web.none')
  return roles
    .map(({ role, unitId, unitName, onBehalfOf }) => {
      const where = unitId === homeId ? '' : `, ${unitName}`
      return `${t(`people.role.${role}`)}${where}${onBehalfOf === null ? '' : ` (${t('people.on_behalf_of', { name: onBehalfOf })})`}`
    })
    .join('; ')
}
