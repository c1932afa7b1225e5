import { useFormat } from '#platform/web/format.ts'
import { DeskLink } from '#platform/web/page-link.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { useUrlState } from '#platform/web/url-state.ts'
import { EmptyState } from '#platform/web/empty-state.tsx'
import { useFindings, useOpenReport } from './report-desk-context.tsx'
import { ReportBelow } from './report-below.tsx'
import { ReportChecks } from './report-checks.tsx'
import { ReportDocument } from './report-document.tsx'
import { ReportFigures } from './report-figures.tsx'
import { ReportMerge } from './report-merge.tsx'
import { ReportNarrative } from './report-narrative.tsx'
import { ReportRemarks } from './report-remarks.tsx'
import { ReportRevisions } from './report-revisions.tsx'
import { ReportSums } from './report-sums.tsx'
import '#platform/web/filter-bar.css'

/** The parts of the page, as they stand in its address (`?phan=so-lieu`). */
const PARTS = {
  'noi-dung': ReportNarrative, 'so-lieu': ReportFigures, 'kiem-tra': ReportChecks, 'nhan-xet': ReportRemarks, 'cap-duoi': ReportBelow, 'tong-hop': ReportSums, 'ghep-loi-van': ReportMerge,
  'ban-da-duyet': ReportRevisions, 'van-ban': ReportDocument,
} as const
type Part = keyof typeof PARTS

export function ReportParts() {
  const t = usePhrase()
  const format = useFormat()
  const url = useUrlState()
  const counts = useCounts()
  const parts = useParts()
  const asked = url.get('phan')
  const shown = parts.find((part) => part === asked) ?? parts[0]
  if (shown === undefined) return <EmptyState title={t('reports.nothing_sent')}>{t('reports.nothing_sent_help')}</EmptyState>
  const Shown = PARTS[shown]
  return (
    <>
      <nav aria-label={t('reports.parts')}>
        <ul className="gd-tabs">
          {parts.map((part) => {
            const count = counts[part] ?? 0
            return (
              <li key={part}>
                <DeskLink to={`.?phan=${part}`} className="gd-tab" aria-current={part === shown ? 'true' : undefined}>
                  {t(`reports.part.${part}`)}{count > 0 && <> <span className="gd-tab-count">{format.number(count)}</span></>}
                </DeskLink>
              </li>
            )
          })}
        </ul>
      </nav>
      <Shown />
    </>
  )
}

/** What there is to see for this reader. */
function useParts(): readonly Part[] {
  const { record, isInside, isSummary } = useOpenReport()
  const { form: { definition }, below, remarks, revisions, content } = record
  const has = {
    'noi-dung': content !== null && definition.sections.length > 0,
    'so-lieu': content !== null && definition.tables.length > 0 && !isSummary,
    'kiem-tra': isInside,
    'nhan-xet': remarks.length > 0,
    'cap-duoi': below !== null && below.units.length > 0,
    'tong-hop': content !== null && below !== null && definition.tables.length > 0,
    'ghep-loi-van': isInside && below !== null && definition.sections.length > 0,
    'ban-da-duyet': revisions.some(({ sentOn }) => isInside || sentOn !== null),
    'van-ban': isInside,
  } as const satisfies Record<Part, boolean>
  return (Object.keys(PARTS) as Part[]).filter((part) => has[part])
}

function useCounts(): Partial<Record<Part, number>> {
  const { record } = useOpenReport()
  return { 'kiem-tra': useFindings().length, 'nhan-xet': record.remarks.filter(({ resolvedAt }) => resolvedAt === null).length, 'cap-duoi': record.below?.units.length ?? 0, 'ban-da-duyet': record.revisions.length }
}
