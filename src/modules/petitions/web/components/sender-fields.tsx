import { Button, Checkbox } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { NumberField } from '#platform/web/number-field.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { representativesOf, type PartyRole } from '../../domain/party.ts'
import { FieldNote, FormPart } from './form-part.tsx'
import { KnownPersonSelect } from './known-person-select.tsx'
import { PartyBox } from './party-fields.tsx'
import { asksIdentity, isFilled, NO_PARTY, type PartyDraft } from './register-draft.ts'
import type { RegisterForm } from './use-register.ts'

/** Who sends it: found among those known, typed, or nobody named; a group with who speaks for it. */
export function SenderFields({ form }: { readonly form: RegisterForm }) {
  const t = usePhrase()
  const { parties, isAnonymous, peopleCount, kind, unitId } = form.values
  const allowed = representativesOf(peopleCount ?? 1)
  const roles: readonly PartyRole[] = allowed === null ? ['sender', 'co-signer', 'authorised'] : ['sender', 'representative', 'co-signer', 'authorised']
  const speaking = parties.filter((party) => party.role === 'representative' && isFilled(party)).length

  function take(person: PartyDraft) {
    const free = parties.findIndex((party) => !isFilled(party))
    if (free === -1) form.insertListItem('parties', person)
    else form.replaceListItem('parties', free, { ...person, role: parties[free]?.role ?? person.role })
  }
  return (
    <FormPart title={t('petitions.part_senders')}>
      <Checkbox label={t('petitions.anonymous_check')} {...form.getInputProps('isAnonymous', { type: 'checkbox' })} />
      {isAnonymous ? <FieldNote tone="soon">{t(`petitions.anonymous_help.${kind}`)}</FieldNote> : (
        <>
          <KnownPersonSelect unitId={unitId} onPick={take} />
          {parties.map((party, index) => (
            <PartyBox
              key={form.key(`parties.${index}`)} form={form} path={`parties.${index}.`} party={party} number={index + 1} roles={roles} withIdentity={asksIdentity(kind)}
              onRemove={parties.length === 1 ? null : () => { form.removeListItem('parties', index) }}
            />
          ))}
          <div><Button variant="default" leftSection={<IconPlus size={18} aria-hidden />} onClick={() => { form.insertListItem('parties', { ...NO_PARTY, role: allowed === null ? 'co-signer' : 'representative' }) }}>{t('petitions.add_party')}</Button></div>
        </>
      )}
      <NumberField label={t('petitions.people_count_field')} unit={t('petitions.people_unit')} {...form.getInputProps('peopleCount')} />
      {allowed === null ? null : <FieldNote tone={speaking < allowed.least || speaking > allowed.most ? 'soon' : undefined}>{t('petitions.group_note', { ...allowed, count: speaking })}</FieldNote>}
    </FormPart>
  )
}
