import { Button, Group, NativeSelect, Radio, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import type { PlainDate } from '#kernel/plain-date.ts'
import { api } from '#platform/web/api-client.ts'
import { useCommand } from '#platform/web/command.ts'
import { ConfirmDialog } from '#platform/web/confirm-dialog.tsx'
import { DateField } from '#platform/web/date-field.tsx'
import { Loaded, Section } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { optionsIn, SearchSelect, type SearchOption } from '#platform/web/search-select.tsx'
import { holds, sessionQuery, useSession } from '#platform/web/session.ts'
import { Sheet } from '#platform/web/sheet.tsx'
import { StateBadge } from '#platform/web/state-badge.tsx'
import type { Colleague, Delegation } from '../../contract.ts'
import { myDelegationsQuery } from '../queries.ts'
import { isInForceOn, isOverOn, periodText, untilAfter } from '../validity-days.ts'
import { PlainList } from './plain-list.tsx'
import { SmallForm } from '#platform/web/small-form.tsx'

type OneDelegation = z.output<typeof Delegation>

/** Roles lent to others and borrowed from them. */
export function MyDelegations() {
  const t = usePhrase()
  const session = useSession()
  const [isOpen, setIsOpen] = useState(false)
  const query = useQuery(myDelegationsQuery)
  const mayDelegate = holds(session, 'people.delegate')
  return (
    <Section
      title={t('people.delegations')}
      actions={mayDelegate ? <Button variant="default" onClick={() => setIsOpen(true)}>{t('people.delegate')}</Button> : undefined}
    >
      <Loaded query={query}>
        {({ delegations, colleagues }) => (
          <>
            {delegations.length === 0 ? <Text c="dimmed">{mayDelegate ? t('people.delegations_none_yours') : t('people.delegations_none')}</Text> : <DelegationList delegations={delegations} />}
            <Sheet opened={isOpen} onClose={() => setIsOpen(false)} title={t('people.delegate')}>
              <DelegateForm colleagues={colleagues} onDone={() => setIsOpen(false)} />
            </Sheet>
          </>
        )}
      </Loaded>
    </Section>
  )
}

function DelegationList({ delegations }: { readonly delegations: readonly OneDelegation[] }) {
  const t = usePhrase()
  const { today } = useSession()
  const [asked, setAsked] = useState<OneDelegation | null>(null)
  const revoke = useCommand({
    run: (id: string) => api.delete(`/api/people/me/delegations/${id}`),
    refresh: [myDelegationsQuery.queryKey],
    doneMessage: t('people.revoked'),
    onDone: () => setAsked(null),
  })
  return (
    <>
      <PlainList label={t('people.delegations')}>
        {delegations.map((delegation) => (
          <li key={delegation.id}>
            <Group justify="space-between" gap="xs">
              <Stack gap={2} style={{ flex: '1 1 18rem' }}>
                <Text fw={600}>{delegation.isMine ? t('people.delegated_to', { name: delegation.toName }) : t('people.delegated_by', { name: delegation.fromName })}</Text>
                <Text>{[t(`people.kind.${delegation.kind}`), t(`people.role.${delegation.role}`), delegation.unitName].join(' · ')}</Text>
                <Text c="dimmed">{t('people.by_decision', { decision: delegation.decision })}, {periodText(delegation, t)}</Text>
              </Stack>
              <DelegationState delegation={delegation} />
              {delegation.isMine && delegation.revokedOn === null && !isOverOn(delegation, today) ? (
                <Button variant="subtle" onClick={() => setAsked(delegation)}>{t('people.revoke')}</Button>
              ) : null}
            </Group>
          </li>
        ))}
      </PlainList>
      <ConfirmDialog
        opened={asked !== null}
        onClose={() => setAsked(null)}
        title={t('people.revoke_ask')}
        confirmLabel={t('people.revoke')}
        onConfirm={() => {
          if (asked !== null) revoke.run(asked.id)
        }}
        running={revoke.running}
        problem={revoke.problem}
      >
        {t('people.revoke_help', { name: asked?.toName ?? '' })}
      </ConfirmDialog>
    </>
  )
}

function DelegationState({ delegation }: { readonly delegation: OneDelegation }) {
  const t = usePhrase()
  const { today } = useSession()
  if (delegation.revokedOn !== null) return <StateBadge tone="neutral">{t('people.state_revoked')}</StateBadge>
  if (isInForceOn(delegation, today)) return <StateBadge tone="active">{t('people.state_in_force')}</StateBadge>
  return <StateBadge tone="neutral">{isOverOn(delegation, today) ? t('people.state_over') : t('people.state_coming')}</StateBadge>
}

interface NewDelegation {
  held: string
  to: SearchOption | null
  kind: 'delegation' | 'acting'
  decision: string
  validFrom: PlainDate | null
  lastDay: PlainDate | null
}

function DelegateForm({ colleagues, onDone }: { readonly colleagues: readonly z.output<typeof Colleague>[]; readonly onDone: () => void }) {
  const t = usePhrase()
  const session = useSession()
  const lendable = session.actor.roles.filter((held) => held.onBehalfOf === null && holds(session, 'people.delegate', held.unitId))
  const form = useForm<NewDelegation>({
    initialValues: { held: '0', to: null, kind: 'delegation', decision: '', validFrom: session.today, lastDay: null },
    validate: {
      to: (to) => (to === null ? t('web.field_required') : null),
      decision: (decision) => (decision.trim().length < 3 ? t('web.field_required') : null),
      validFrom: (day) => (day === null ? t('web.field_required') : null),
      lastDay: (day, { validFrom }) => (day === null ? t('web.field_required') : validFrom !== null && day < validFrom ? t('people.last_day_before_first') : null),
    },
  })
  const delegate = useCommand({
    run({ held, to, kind, decision, validFrom, lastDay }: NewDelegation) {
      const lent = lendable[Number(held)]
      return api.post('/api/people/me/delegations', {
        toAccountId: to?.value, role: lent?.role, unitId: lent?.unitId, kind, decision, validFrom, validUntil: untilAfter(lastDay),
      })
    },
    // The record keeps other names for some of the fields.
    form: { setErrors: ({ toAccountId, validUntil, role, unitId, ...errors }) => form.setErrors({ ...errors, to: toAccountId, lastDay: validUntil, held: role ?? unitId }) },
    refresh: [myDelegationsQuery.queryKey, sessionQuery.queryKey],
    doneMessage: t('people.delegated'),
    onDone,
  })
  return (
    <SmallForm form={form} onSubmit={delegate.run} submitLabel={t('people.delegate')} command={delegate}>
      <NativeSelect
        label={t('people.role')}
        data={lendable.map((held, index) => ({ value: String(index), label: `${t.find(`people.role.${held.role}`) ?? held.role}, ${held.unitName}` }))}
        {...form.getInputProps('held')}
      />
      <SearchSelect
        label={t('people.delegate_to')}
        description={t('people.delegate_to_help')}
        required
        find={optionsIn(colleagues.map(({ id, name }) => ({ value: id, label: name })))}
        findKey={['people', 'colleagues']}
        value={form.values.to}
        onChange={(to) => form.setFieldValue('to', to)}
        error={form.errors['to']}
        data-path="to"
      />
      <Radio.Group label={t('people.kind')} {...form.getInputProps('kind')}>
        <Stack gap="xs" mt={4}>
          <Radio value="delegation" label={t('people.kind.delegation')} />
          <Radio value="acting" label={t('people.kind.acting')} />
        </Stack>
      </Radio.Group>
      <TextInput label={t('people.decision')} description={t('people.decision_help')} withAsterisk {...form.getInputProps('decision')} />
      <DateField label={t('people.valid_from')} required min={session.today} {...form.getInputProps('validFrom')} />
      <DateField label={t('people.last_day')} required {...form.getInputProps('lastDay')} />
    </SmallForm>
  )
}
