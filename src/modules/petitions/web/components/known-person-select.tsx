import { useState } from 'react'
import { formatDate } from '#kernel/plain-date.ts'
import { api } from '#platform/web/api-client.ts'
import { useCommand } from '#platform/web/command.ts'
import { usePhrase } from '#platform/web/phrases.tsx'
import { ProblemNote } from '#platform/web/problem-note.tsx'
import { SearchSelect, type SearchOption } from '#platform/web/search-select.tsx'
import { KnownPeople, PersonDetails } from '../../contract-cases.ts'
import { NO_PARTY, type PartyDraft } from './register-draft.ts'

/** Before so many letters everybody would be found. */
const SHORTEST = 2

interface KnownPersonSelectProps {
  readonly unitId: string
  readonly onPick: (person: PartyDraft) => void
}

/** Somebody who has sent before, found by name without accents or by number; what is needed to write to them comes when they are chosen. */
export function KnownPersonSelect({ unitId, onPick }: KnownPersonSelectProps) {
  const t = usePhrase()
  const [chosen, setChosen] = useState<SearchOption | null>(null)
  const take = useCommand({
    run: (partyId: string) => api.get(`/api/petitions/known-people/${partyId}`, PersonDetails), refresh: [],
    onDone: (person) => { onPick(draftOf(person)); setChosen(null) },
  })
  async function find(text: string, signal: AbortSignal): Promise<SearchOption[]> {
    if (text.length < SHORTEST) return []
    const { people } = await api.get('/api/petitions/known-people', KnownPeople, { signal, query: { unitId, q: text } })
    return people.map(({ partyId, name, commune, identityEnd, cases, lastOn }) => ({
      value: partyId, label: name, detail: [commune, identityEnd === null ? null : `••• ${identityEnd}`, t('petitions.find_person_cases', { count: cases, date: formatDate(lastOn) })].filter(Boolean).join(' · '),
    }))
  }
  return (
    <>
      <SearchSelect
        label={t('petitions.find_person')} description={t('petitions.find_person_help')} find={find} findKey={['petitions', 'known-people', unitId]} value={chosen}
        onChange={(option) => { setChosen(option); if (option !== null) take.run(option.value) }}
      />
      <ProblemNote problem={take.problem} />
    </>
  )
}

/** The number of their paper is taken over from that letter, unless another is typed. */
function draftOf({ partyId, name, isOrganisation, address, phone, email, identityKind, identityEnd }: PersonDetails): PartyDraft {
  return { ...NO_PARTY, name, isOrganisation, address: address ?? '', phone: phone ?? '', email: email ?? '', identityKind: identityKind ?? '', sameAs: partyId, identityEnd: identityEnd ?? '' }
}
