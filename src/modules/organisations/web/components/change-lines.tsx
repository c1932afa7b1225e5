import type { z } from 'zod'
import { usePhrase } from '#platform/web/phrases.tsx'
import type { ChangeLine } from '../../contract.ts'

/** What a reorganisation does, a sentence for each unit. */
export function ChangeLines({ lines }: { readonly lines: readonly z.infer<typeof ChangeLine>[] }) {
  const t = usePhrase()
  return <ul>{lines.map((line) => <li key={JSON.stringify(line)}>{t.find(line.says, line.details)}</li>)}</ul>
}
