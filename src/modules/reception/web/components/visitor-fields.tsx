import { Button, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { representativesOf } from '#kernel/group-of-people.ts'
import { NumberField } from '#platform/web/number-field.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import type { PersonDetails } from '../../contract-visits.ts'
import { linesFor, mostLines, NO_VISITOR, type VisitorDraft } from '../visit-draft.ts'
import { NameField } from './name-field.tsx'
import type { VisitForm } from './use-visit.ts'

interface VisitorFieldsProps {
  readonly form: VisitForm
  readonly unitId: string
  /** What somebody came about before: offered to be linked. */
  readonly onKnown: (person: PersonDetails) => void
}

/** How many came, and who speaks for them. */
export function VisitorFields({ form, unitId, onKnown }: VisitorFieldsProps) {
  const t = usePhrase()
  const { peopleCount, visitors } = form.values
  const people = peopleCount ?? 1
  const group = representativesOf(people)
  const lines = linesFor(people, visitors)
  const isMany = lines > 1

  function change(index: number, changes: Partial<VisitorDraft>) {
    form.setFieldValue('visitors', Array.from({ length: Math.max(visitors.length, index + 1) }, (_, at) => ({ ...NO_VISITOR, ...visitors[at], ...(at === index ? changes : {}) })))
  }
  const input = (index: number, name: 'identityNumber' | 'address' | 'phone') => ({
    value: visitors[index]?.[name] ?? '', error: form.errors[`visitors.${index}.${name}`], 'data-path': `visitors.${index}.${name}`, autoComplete: 'off',
    onChange: (event: React.ChangeEvent<HTMLInputElement>) => change(index, { [name]: event.currentTarget.value }),
  })

  return (
    <fieldset className="gd-rx-part">
      <legend>{t('reception.part_people')}</legend>
      <NumberField label={t('reception.people_count')} unit={t('reception.people')} required {...form.getInputProps('peopleCount')} />
      {group === null ? null : <div className="gd-rx-note" role="status">{t('reception.group_note', { people, most: group.most })}</div>}
      {Array.from({ length: lines }, (_, index) => (
        <fieldset key={index} className={isMany ? 'gd-rx-box' : 'gd-rx-plain'}>
          {isMany ? <legend>{t(group === null ? 'reception.person_number' : 'reception.representative_number', { number: index + 1 })}</legend> : null}
          <NameField
            unitId={unitId} label={t('reception.name')} value={visitors[index]?.name ?? ''} error={form.errors[`visitors.${index}.name`]} help={index === 0 ? t('reception.name_help') : undefined} data-path={`visitors.${index}.name`}
            onType={(name) => change(index, { name, ...(visitors[index]?.known === null ? {} : { known: null, identityEnd: '' }) })}
            onPick={(person) => {
              change(index, { name: person.name, address: person.address ?? '', phone: person.phone ?? '', identityNumber: '', identityEnd: person.identityEnd ?? '', known: { id: person.id, from: person.from } })
              onKnown(person)
            }}
          />
          <div className="gd-fields-side">
            <TextInput label={t('reception.identity')} description={(visitors[index]?.identityEnd ?? '') === '' ? undefined : t('reception.identity_known', { end: visitors[index]?.identityEnd ?? '' })} {...input(index, 'identityNumber')} />
            <TextInput label={t('reception.phone')} inputMode="tel" {...input(index, 'phone')} />
          </div>
          <TextInput label={t('reception.address')} {...input(index, 'address')} />
          {index === 0 || index < visitors.length - 1 || index < linesFor(people, []) ? null : (
            <Button variant="subtle" color="gray" size="compact-md" leftSection={<IconTrash size={18} aria-hidden />} onClick={() => form.setFieldValue('visitors', visitors.slice(0, index))}>{t('reception.remove_person', { number: index + 1 })}</Button>
          )}
        </fieldset>
      ))}
      {lines < mostLines(people) ? (
        <div><Button variant="default" leftSection={<IconPlus size={18} aria-hidden />} onClick={() => change(lines, {})}>{t(group === null ? 'reception.add_person' : 'reception.add_representative')}</Button></div>
      ) : null}
    </fieldset>
  )
}
