import { Combobox, Loader, Text, TextInput, useCombobox } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { formatDate } from '#kernel/plain-date.ts'
import { api } from '#platform/web/api-client.ts'
import { useCommand } from '#platform/web/command.ts'
import { usePhrase } from '#platform/web/phrases.tsx'
import { ProblemNote } from '#platform/web/problem-note.tsx'
import { KnownPeople, PersonDetails, type KnownPerson } from '../../contract-visits.ts'

/** Before so many letters everybody would be found. */
const SHORTEST = 2

interface NameFieldProps {
  readonly unitId: string
  readonly label: string
  readonly value: string
  readonly onType: (name: string) => void
  readonly onPick: (person: PersonDetails) => void
  readonly error?: ReactNode
  readonly help?: string | undefined
  readonly 'data-path': string
}

/** A name is typed; whoever came or wrote before is offered under it, by name without accents, telephone or identity number. */
export function NameField({ unitId, label, value, onType, onPick, error, help, ...rest }: NameFieldProps) {
  const t = usePhrase()
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const [asked] = useDebouncedValue(value.trim(), 200)
  const found = useQuery({
    queryKey: ['reception', 'known-people', unitId, asked], enabled: combobox.dropdownOpened && asked.length >= SHORTEST, placeholderData: keepPreviousData, retry: false,
    queryFn: ({ signal }) => api.get('/api/reception/known-people', KnownPeople, { query: { unitId, q: asked }, signal }),
  })
  const people = asked.length >= SHORTEST ? found.data?.people ?? [] : []
  const take = useCommand({ run: ({ from, id }: KnownPerson) => api.get(`/api/reception/known-people/${from}/${id}`, PersonDetails), refresh: [], onDone: onPick })
  return (
    <>
      <Combobox
        store={combobox}
        onOptionSubmit={(key) => {
          const person = people.find((each) => keyOf(each) === key)
          if (person !== undefined) take.run(person)
          combobox.closeDropdown()
        }}
      >
        <Combobox.Target withExpandedAttribute>
          <TextInput
            {...rest} role="combobox" label={label} withAsterisk aria-required autoComplete="off" value={value} error={error} description={help}
            rightSection={found.isFetching || take.running ? <Loader size={18} /> : null}
            onChange={(event) => {
              onType(event.currentTarget.value)
              combobox.openDropdown()
              combobox.resetSelectedOption()
            }}
            onBlur={() => combobox.closeDropdown()}
          />
        </Combobox.Target>
        <Combobox.Dropdown hidden={people.length === 0}>
          <Combobox.Options aria-label={t('reception.known_people')} mah={320} style={{ overflowY: 'auto' }}>
            {people.map((person) => (
              <Combobox.Option key={keyOf(person)} value={keyOf(person)}>
                <span>{person.name}</span>
                <Text c="dimmed" fz="sm">{detailOf(person, t)}</Text>
              </Combobox.Option>
            ))}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
      <ProblemNote problem={take.problem} />
    </>
  )
}

function keyOf({ from, id }: KnownPerson): string {
  return `${from} ${id}`
}

function detailOf({ from, commune, identityEnd, lastOn, visits }: KnownPerson, t: ReturnType<typeof usePhrase>): string {
  const times = from === 'visit' ? t('reception.known_visits', { count: visits, date: formatDate(lastOn) }) : t('reception.known_letters', { count: visits, date: formatDate(lastOn) })
  return [commune, identityEnd === null ? null : `••• ${identityEnd}`, times].filter(Boolean).join(' · ')
}
