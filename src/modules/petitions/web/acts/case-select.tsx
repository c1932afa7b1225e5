import { formatDate } from '#kernel/plain-date.ts'
import { api } from '#platform/web/api-client.ts'
import { usePhrase } from '#platform/web/phrases.tsx'
import { SearchSelect, type SearchOption } from '#platform/web/search-select.tsx'
import type { ReactNode } from 'react'
import { CasePage } from '../../contract.ts'

interface CaseSelectProps {
  readonly label: string
  readonly except: string
  readonly value: SearchOption | null
  readonly onChange: (value: SearchOption | null) => void
  readonly error?: ReactNode
}

/** Another case of the register, found by words, names or number. */
export function CaseSelect({ except, ...props }: CaseSelectProps) {
  const t = usePhrase()
  async function find(text: string, signal: AbortSignal): Promise<SearchOption[]> {
    const { cases } = await api.get('/api/petitions', CasePage, { signal, query: { tab: 'all', q: text, size: 20 } })
    return cases.filter(({ id }) => id !== except).map(({ id, title, number, year, receivedOn, senderName }) => ({
      value: id, label: title, detail: [t('petitions.register_number_of', { number, year }), formatDate(receivedOn), senderName].filter(Boolean).join(' · '),
    }))
  }
  return <SearchSelect {...props} find={find} findKey={['petitions', 'cases', except]} />
}
