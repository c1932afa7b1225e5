import { Button, Group, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { z } from 'zod'
import { formatDate } from '#kernel/plain-date.ts'
import { api, withQuery } from '#platform/web/api-client.ts'
import { useCommand } from '#platform/web/command.ts'
import { ConfirmDialog } from '#platform/web/confirm-dialog.tsx'
import { Section } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { useSession } from '#platform/web/session.ts'
import { Sheet } from '#platform/web/sheet.tsx'
import { SmallForm } from '#platform/web/small-form.tsx'
import type { CaseRecord } from '../../contract.ts'
import { AddedParty, Versioned } from '../../contract-cases.ts'
import { isOpen } from '../../domain/case.ts'
import { representativesOf, type PartyRole } from '../../domain/party.ts'
import { caseUrl, PETITIONS_CHANGED } from '../queries.ts'
import { useMayCorrect } from './may-change.ts'
import { IdentityNumber } from './identity-number.tsx'
import { PartyFields } from './party-fields.tsx'
import { asksIdentity, NO_PARTY, partyOf, type PartyDraft } from './register-draft.ts'
import { partyFaults } from './register-faults.ts'
import './case-parts.css'

type Party = CaseRecord['parties'][number]

/** Who sent it and who speaks for them; a paper's number stays masked until it is opened, which is an act of its own. */
export function CaseParties({ record }: { readonly record: CaseRecord }) {
  const t = usePhrase()
  const [editing, setEditing] = useState<Party | 'new' | null>(null)
  const [removing, setRemoving] = useState<Party | null>(null)
  const remove = useCommand({ run: (party: Party) => api.delete(withQuery(`${caseUrl(record.id)}/parties/${party.id}`, { version: record.version }), undefined, Versioned), refresh: PETITIONS_CHANGED, doneMessage: t('petitions.saved'), onDone: () => { setRemoving(null) } })
  const mayChange = useMayCorrect(record) && isOpen(record.state)
  return (
    <Section
      title={t('petitions.parties')}
      actions={mayChange ? <Button variant="default" leftSection={<IconPlus size={18} aria-hidden />} onClick={() => { setEditing('new') }}>{t('petitions.party_add')}</Button> : undefined}
    >
      {record.parties.length === 0 ? <Text className="gd-muted">{t('petitions.parties_none')}</Text> : (
        <ul className="gd-case-list" aria-label={t('petitions.parties')}>
          {record.parties.map((party) => (
            <li key={party.id}>
              <div>
                <strong>{party.name}</strong> <span className="gd-muted">{t(`petitions.role.${party.role}`)}{party.withdrawnOn === null ? '' : ` · ${t('petitions.party_withdrew', { date: formatDate(party.withdrawnOn) })}`}</span>
                {[party.address, party.phone, party.email].map((text, index) => (text === null ? null : <div key={index}>{text}</div>))}
                {party.identityKind === null ? null : <IdentityNumber caseId={record.id} party={party} />}
              </div>
              {mayChange ? (
                <Group gap="xs" className="gd-no-print">
                  <Button variant="subtle" size="compact-md" aria-label={t('petitions.party_edit', { name: party.name })} onClick={() => { setEditing(party) }}>{t('petitions.edit_short')}</Button>
                  <Button variant="subtle" color="gray" size="compact-md" aria-label={t('petitions.party_remove', { name: party.name })} onClick={() => { setRemoving(party) }}>{t('web.remove')}</Button>
                </Group>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      <Sheet opened={editing !== null} onClose={() => { setEditing(null) }} title={editing === null || editing === 'new' ? t('petitions.party_add') : t('petitions.party_edit', { name: editing.name })}>
        {editing === null ? null : <PartyForm record={record} party={editing === 'new' ? null : editing} onDone={() => { setEditing(null) }} />}
      </Sheet>
      {removing === null ? null : (
        <ConfirmDialog opened onClose={() => { setRemoving(null) }} title={t('petitions.party_remove_ask')} confirmLabel={t('web.remove')} onConfirm={() => { remove.run(removing) }} running={remove.running} problem={remove.problem}>
          {t('petitions.party_remove_text', { name: removing.name })}
        </ConfirmDialog>
      )}
    </Section>
  )
}


interface PartyFormProps { readonly record: CaseRecord; readonly party: Party | null; readonly onDone: () => void }

function PartyForm({ record, party, onDone }: PartyFormProps) {
  const t = usePhrase()
  const { today } = useSession()
  const withIdentity = asksIdentity(record.kind)
  const form = useForm<PartyDraft>({
    initialValues: party === null ? NO_PARTY : {
      ...NO_PARTY, role: party.role, name: party.name, isOrganisation: party.isOrganisation, address: party.address ?? '', phone: party.phone ?? '', email: party.email ?? '', wantsMessages: party.wantsMessages,
      identityKind: party.identityKind ?? '', identityEnd: party.identityEnd ?? '',
    },
    validate: (values) => partyFaults(values, { withIdentity, path: '', today }, t),
  })
  const save = useCommand({
    run: (values: PartyDraft): Promise<z.infer<typeof Versioned>> => {
      const body = { version: record.version, party: partyOf(values, record.kind) }
      if (party === null) return api.post(`${caseUrl(record.id)}/parties`, body, AddedParty)
      return api.put(`${caseUrl(record.id)}/parties/${party.id}`, { ...body, keepsIdentity: values.identityKind === party.identityKind }, Versioned)
    },
    form, refresh: PETITIONS_CHANGED, doneMessage: t('petitions.saved'), onDone,
  })
  const roles: readonly PartyRole[] = representativesOf(record.peopleCount) === null ? ['sender', 'co-signer', 'authorised'] : ['sender', 'representative', 'co-signer', 'authorised']
  return (
    <SmallForm form={form} onSubmit={save.run} submitLabel={t('petitions.party_save')} command={save}>
      <PartyFields form={form} path="" party={form.values} roles={roles} withIdentity={withIdentity} />
    </SmallForm>
  )
}
