import { Button, Checkbox, Group, NativeSelect, Stack, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { usePhrase } from '#platform/web/phrases.tsx'
import { IDENTITY_KINDS, type PartyRole } from '../../domain/party.ts'
import type { PartyDraft } from './register-draft.ts'
import './register.css'

/** What the fields need of the form that holds them; `path` ends with a dot or is empty. */
interface PartyForm {
  readonly getInputProps: (path: string, options?: { type: 'checkbox' }) => object
}

interface PartyFieldsProps {
  readonly form: PartyForm
  readonly path: string
  readonly party: PartyDraft
  readonly roles: readonly PartyRole[]
  readonly withIdentity: boolean
}

/** One person or organisation; the number of a paper only where the procedure asks for it, with who will see it beside the field. */
export function PartyFields({ form, path, party, roles, withIdentity }: PartyFieldsProps) {
  const t = usePhrase()
  const field = (name: keyof PartyDraft) => form.getInputProps(`${path}${name}`)
  return (
    <Stack gap="md">
      <TextInput label={t(party.isOrganisation ? 'petitions.party_organisation_name' : 'petitions.party_name')} withAsterisk autoComplete="off" {...field('name')} />
      <Checkbox label={t('petitions.party_is_organisation')} {...form.getInputProps(`${path}isOrganisation`, { type: 'checkbox' })} />
      {roles.length > 1 ? <NativeSelect label={t('petitions.party_role')} data={roles.map((value) => ({ value, label: t(`petitions.role.${value}`) }))} {...field('role')} /> : null}
      <TextInput label={t('petitions.party_address')} autoComplete="off" {...field('address')} />
      <div className="gd-fields-beside">
        <TextInput label={t('petitions.party_phone')} inputMode="tel" autoComplete="off" {...field('phone')} />
        <TextInput label={t('petitions.party_email')} inputMode="email" autoComplete="off" {...field('email')} />
      </div>
      {party.phone.trim() === '' && party.email.trim() === '' ? null : (
        <Checkbox label={t('petitions.party_wants_messages')} description={t('petitions.party_wants_messages_help')} {...form.getInputProps(`${path}wantsMessages`, { type: 'checkbox' })} />
      )}
      {withIdentity && !party.isOrganisation ? (
        <div className="gd-fields-beside">
          <NativeSelect
            label={t('petitions.party_identity_kind')} {...field('identityKind')}
            data={[{ value: '', label: t('petitions.party_identity_none') }, ...IDENTITY_KINDS.map((value) => ({ value, label: t(`petitions.identity.${value}`) }))]}
          />
          {party.identityKind === '' ? null : <TextInput label={t('petitions.party_identity_number')} description={party.identityEnd === '' ? t('petitions.party_identity_help') : `${t('petitions.party_identity_known', { end: party.identityEnd })} ${t('petitions.party_identity_help')}`} autoComplete="off" {...field('identityNumber')} />}
        </div>
      ) : null}
    </Stack>
  )
}

interface PartyBoxProps extends PartyFieldsProps {
  readonly number: number
  readonly onRemove: (() => void) | null
}

/** A party among several, by its number. */
export function PartyBox({ number, onRemove, ...fields }: PartyBoxProps) {
  const t = usePhrase()
  return (
    <fieldset className="gd-party">
      <legend>{t('petitions.party_number', { number })}</legend>
      <PartyFields {...fields} />
      {onRemove === null ? null : (
        <Group mt="sm">
          <Button variant="subtle" color="gray" leftSection={<IconTrash size={18} aria-hidden />} onClick={onRemove}>{t('petitions.remove_party', { number })}</Button>
        </Group>
      )}
    </fieldset>
  )
}
