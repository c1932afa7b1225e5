import { DeskLink } from '#platform/web/page-link.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import '#platform/web/filter-bar.css'
import type { RuleList } from '../../contract.ts'
import { procedureName } from '../rule-text.ts'

/** One procedure at a time; a link each, so that the back button undoes it. */
export function ProcedureTabs({ list, shown }: { readonly list: RuleList; readonly shown: string }) {
  const t = usePhrase()
  const steps = (procedure: string) => new Set(list.rules.filter((rule) => rule.procedure === procedure).map(({ step }) => step)).size
  return (
    <nav aria-label={t('deadlines.procedures')}>
      <ul className="gd-tabs">
        {list.procedures.map((procedure) => (
          <li key={procedure}>
            <DeskLink to={`/quan-tri/thoi-han?procedure=${procedure}`} className="gd-tab" aria-current={procedure === shown ? 'true' : undefined}>
              {procedureName(procedure, t)} <span className="gd-tab-count">{steps(procedure)}</span>
            </DeskLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
