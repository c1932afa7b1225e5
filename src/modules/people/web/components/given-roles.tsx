import { Button, Checkbox, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import type { z } from 'zod'
import type { PlainDate } from '#kernel/plain-date.ts'
import { api } from '#platform/web/api-client.ts'
import { useCommand } from '#platform/web/command.ts'
import { ConfirmDialog } from '#platform/web/confirm-dialog.tsx'
import { DateField } from '#platform/web/date-field.tsx'
import { Section } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import type { SearchOption } from '#platform/web/search-select.tsx'
import { useSession } from '#platform/web/session.ts'
import { Sheet } from '#platform/web/sheet.tsx'
import { StateBadge } from '#platform/web/state-badge.tsx'
import { UnitSelect } from '#modules/organisations/web/index.ts'
import type { AccountRecord, GivenRole } from '../../contract.ts'
import { ROLE_NAMES } from '../../domain/roles.ts'
import { isInForceOn, isOverOn, periodText, untilAfter } from '../validity-days.ts'
import { PlainList } from './plain-list.tsx'
import { SmallForm } from '#platform/web/small-form.tsx'

type OneRole = z.output<typeof GivenRole>

interface GivenRolesProps {
  readonly account: z.output<typeof AccountRecord>
  readonly mayManage: boolean
}

/** Every role the account was ever given, over which unit and for how long. */
export function GivenRoles({ account, mayManage }: GivenRolesProps) {
  const t = usePhrase()
  const { today } = useSession()
  const [isGiving, setIsGiving] = useState(false)
  const [ending, setEnding] = useState<OneRole | null>(null)
  const end = useCommand({ run: (roleId: string) => api.delete(`/api/people/accounts/${account.id}/roles/${roleId}`), doneMessage: t('people.role_ended'), onDone: () => setEnding(null) })
  return (
    <Section title={t('people.roles')} actions={mayManage ? <Button onClick={() => setIsGiving(true)}>{t('people.give_role')}</Button> : undefined}>
      {account.givenRoles.length === 0 ? <Text c="dimmed">{t('people.roles_none')}</Text> : null}
      <PlainList label={t('people.roles')}>
        {account.givenRoles.map((role) => (
          <li key={role.id}>
            <Group justify="space-between" gap="xs">
              <Stack gap={2} style={{ flex: '1 1 16rem' }}>
                <Text fw={600}>{t(`people.role.${role.role}`)}</Text>
                <Text>{role.withSubordinates ? t('people.unit_and_below', { unit: role.unitName }) : role.unitName}</Text>
                <Text c="dimmed">{[periodText(role, t), role.decision === null ? null : t('people.by_decision', { decision: role.decision })].filter(Boolean).join(', ')}</Text>
              </Stack>
              {isInForceOn(role, today) ? (
                <StateBadge tone="active">{t('people.state_in_force')}</StateBadge>
              ) : (
                <StateBadge tone="neutral">{isOverOn(role, today) ? t('people.state_over') : t('people.state_coming')}</StateBadge>
              )}
              {mayManage && !isOverOn(role, today) ? <Button variant="subtle" onClick={() => setEnding(role)}>{t('people.end_role')}</Button> : null}
            </Group>
          </li>
        ))}
      </PlainList>
      <Sheet opened={isGiving} onClose={() => setIsGiving(false)} title={t('people.give_role')}>
        <GiveRoleForm account={account} onDone={() => setIsGiving(false)} />
      </Sheet>
      <ConfirmDialog
        opened={ending !== null}
        onClose={() => setEnding(null)}
        title={t('people.end_role_ask')}
        confirmLabel={t('people.end_role')}
        onConfirm={() => {
          if (ending !== null) end.run(ending.id)
        }}
        running={end.running}
        problem={end.problem}
      >
        {ending === null ? null : t('people.end_role_help', { name: account.name, role: t(`people.role.${ending.role}`), unit: ending.unitName })}
      </ConfirmDialog>
    </Section>
  )
}

interface NewRole {
  role: string
  unit: SearchOption | null
  withSubordinates: boolean
  decision: string
  validFrom: PlainDate | null
  lastDay: PlainDate | null
}

function GiveRoleForm({ account, onDone }: { readonly account: GivenRolesProps['account']; readonly onDone: () => void }) {
  const t = usePhrase()
  const { today } = useSession()
  const form = useForm<NewRole>({
    initialValues: {
      role: 'focal-officer', unit: account.unit === null ? null : { value: account.unit.id, label: account.unit.name },
      withSubordinates: false, decision: '', validFrom: today, lastDay: null,
    },
    validate: {
      unit: (unit) => (unit === null ? t('web.field_required') : null),
      validFrom: (day) => (day === null ? t('web.field_required') : null),
      lastDay: (day, { validFrom }) => (day !== null && validFrom !== null && day < validFrom ? t('people.last_day_before_first') : null),
    },
  })
  const give = useCommand({
    run: ({ role, unit, withSubordinates, decision, validFrom, lastDay }: NewRole) =>
      api.post(`/api/people/accounts/${account.id}/roles`, {
        role, unitId: unit?.value, withSubordinates, decision: decision.trim() === '' ? null : decision, validFrom, validUntil: untilAfter(lastDay),
      }),
    form: { setErrors: ({ unitId, validUntil, ...errors }) => form.setErrors({ ...errors, unit: unitId, lastDay: validUntil }) },
    doneMessage: t('people.role_given'),
    onDone,
  })
  return (
    <SmallForm form={form} onSubmit={give.run} submitLabel={t('people.give_role')} command={give}>
      <NativeSelect label={t('people.role')} data={ROLE_NAMES.map((role) => ({ value: role, label: t(`people.role.${role}`) }))} {...form.getInputProps('role')} />
      <UnitSelect label={t('people.role_over')} required value={form.values.unit} onChange={(unit) => form.setFieldValue('unit', unit)} error={form.errors['unit']} data-path="unit" />
      <Checkbox label={t('people.with_subordinates')} {...form.getInputProps('withSubordinates', { type: 'checkbox' })} />
      <TextInput label={t('people.decision')} description={t('people.decision_help')} {...form.getInputProps('decision')} />
      <DateField label={t('people.valid_from')} required {...form.getInputProps('validFrom')} />
      <DateField label={t('people.last_day')} description={t('people.last_day_open')} {...form.getInputProps('lastDay')} />
    </SmallForm>
  )
}
