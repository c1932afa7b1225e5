import { EmptyState } from '#platform/web/empty-state.tsx'
import { Section } from '#platform/web/page.tsx'
import { PageLink } from '#platform/web/page-link.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import type { Finding } from '../../domain/checks.ts'
import { useFindings, useOpenReport } from './report-desk-context.tsx'
import { findingWords, partOf } from './report-finding-words.ts'
import { placeLink } from './report-focus.ts'

/** What the checks say, what must be mended first; every sentence leads to its field. */
export function ReportChecks() {
  const t = usePhrase()
  const findings = useFindings()
  const kinds = [['refuse', t('reports.must_mend')], ['warn', t('reports.look_again')]] as const
  if (findings.length === 0) return <Section title={t('reports.part.kiem-tra')}><EmptyState title={t('reports.checks_pass')}>{t('reports.checks_pass_help')}</EmptyState></Section>
  return (
    <div role="status" aria-live="polite">
      {kinds.map(([severity, title]) => {
        const found = findings.filter((finding) => finding.severity === severity)
        return found.length === 0 ? null : (
          <Section key={severity} title={`${title} (${String(found.length)})`}>
            <ol className="gd-report-findings">{found.map((finding, index) => <FindingLine key={index} finding={finding} />)}</ol>
          </Section>
        )
      })}
    </div>
  )
}

function FindingLine({ finding }: { readonly finding: Finding }) {
  const t = usePhrase()
  const { record: { form } } = useOpenReport()
  const [place] = finding.at
  const words = findingWords(finding, t)
  return <li>{place === undefined ? words : <PageLink to={placeLink(partOf(place, form.definition.tables), place)}>{words}</PageLink>}</li>
}
