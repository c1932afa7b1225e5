import { Spotlight, spotlight } from '@mantine/spotlight'
import '@mantine/spotlight/styles.layer.css'
import { useDebouncedValue } from '@mantine/hooks'
import { IconArrowRight, IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { linkTo } from '#platform/web/page-link.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { matches } from '#platform/web/plain-text.ts'
import { problemOf } from '#platform/web/problem.ts'
import type { SearchHit } from '#platform/web/search.ts'
import { useSession } from '#platform/web/session.ts'
import { searchProviders } from '../desk-services.ts'
import { subjectsFor } from '../navigation.ts'

/** The one search (Ctrl-K): pages of the desk at once, everything else as the server finds it. */
export function SearchBox({ onClose }: { readonly onClose: () => void }) {
  const t = usePhrase()
  const [query, setQuery] = useState('')
  const [settled] = useDebouncedValue(query.trim(), 180)
  const found = useQuery({
    queryKey: ['search', settled],
    enabled: settled.length >= 2,
    retry: false,
    queryFn: async ({ signal }) => (await Promise.all(searchProviders.map((find) => find(settled, signal)))).flat(),
  })
  const navigate = useNavigate()
  useEffect(() => spotlight.open(), [])

  const groups = groupsOf(found.data ?? [])
  const pages = usePages(query)
  function open(path: string) {
    spotlight.close()
    void navigate(linkTo(path))
  }
  return (
    <Spotlight.Root query={query} onQueryChange={setQuery} onSpotlightClose={onClose} shortcut={null} scrollable maxHeight="min(70vh, 36rem)" attributes={{ content: { 'aria-label': t('web.search') } }} transitionProps={{ duration: 0 }} overlayProps={{ blur: 0, backgroundOpacity: 0.45 }}>
      <Spotlight.Search placeholder={t('web.search_placeholder')} aria-label={t('web.search')} leftSection={<IconSearch size={20} aria-hidden />} />
      <Spotlight.ActionsList>
        {pages.length === 0 ? null : (
          <Spotlight.ActionsGroup label={t('web.search_pages')}>
            {pages.map(({ path, label }) => (
              <Spotlight.Action key={path} label={label} leftSection={<IconArrowRight size={18} aria-hidden />} onClick={() => open(path)} />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {groups.map(([kind, hits]) => (
          <Spotlight.ActionsGroup key={kind} label={t.find(`desk.found_${kind}`) ?? kind}>
            {hits.map((hit) => (
              <Spotlight.Action key={hit.id} label={hit.title} description={hit.subtitle} onClick={() => open(hit.link)} />
            ))}
          </Spotlight.ActionsGroup>
        ))}
        <SearchState />
      </Spotlight.ActionsList>
    </Spotlight.Root>
  )

  function SearchState() {
    if (settled.length < 2) return <Spotlight.Empty>{t('web.search_start')}</Spotlight.Empty>
    if (found.isPending) return <Spotlight.Empty>{t('web.loading')}</Spotlight.Empty>
    if (found.error !== null) return <Spotlight.Empty>{problemOf(found.error, t).message}</Spotlight.Empty>
    if (groups.length === 0 && pages.length === 0) return <Spotlight.Empty>{t('web.search_none', { query: settled })}</Spotlight.Empty>
    return null
  }
}

function usePages(query: string): { path: string; label: string }[] {
  const t = usePhrase()
  const session = useSession()
  return subjectsFor(session)
    .flatMap((subject) => subject.entries.map((entry) => ({ path: entry.path, label: t.find(entry.label) ?? entry.path })))
    .filter(({ label }) => matches(label, query))
}

/** Hits by kind; the kinds in the order of their best hit. */
function groupsOf(hits: readonly SearchHit[]): [kind: string, hits: SearchHit[]][] {
  return Object.entries(Object.groupBy(hits, (hit) => hit.kind)).map(([kind, found]) => [kind, found ?? []])
}
