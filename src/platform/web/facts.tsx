import type { ReactNode } from 'react'
import { usePhrase } from './phrases.tsx'
import './record-page.css'

export interface Fact {
  readonly label: string
  /** Left empty, "Chưa có" stands there: a gap should be seen. */
  readonly value: ReactNode
}

export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  const t = usePhrase()
  return (
    <dl className="gd-facts">
      {facts.map((fact) => (
        <div key={fact.label}>
          <dt>{fact.label}</dt>
          <dd>{fact.value ?? <span className="gd-muted">{t('web.none')}</span>}</dd>
        </div>
      ))}
    </dl>
  )
}
