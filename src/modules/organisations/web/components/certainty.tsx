import { Text } from '@mantine/core'
import { usePhrase } from '#platform/web/phrases.tsx'

/** Says that a fact is not sure; nothing where it is. */
export function Certainty({ of }: { readonly of: 'verified' | 'unverified' | 'illustrative' }) {
  const t = usePhrase()
  return of === 'verified' ? null : <Text span size="sm" c="dimmed">({t('organisations.unverified')})</Text>
}
