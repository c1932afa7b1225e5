import { Badge } from '@mantine/core'
import type { Certainty } from '#kernel/certainty.ts'
import { usePhrase } from '#platform/web/phrases.tsx'

/** Says that a row is not sure; nothing where it was read in its source. */
export function CertaintyMark({ of }: { readonly of: Certainty }) {
  const t = usePhrase()
  return of === 'verified' ? null : <Badge color="gray" variant="light" style={{ flex: 'none', overflow: 'visible' }}>{t(`web.certainty_${of}`)}</Badge>
}
