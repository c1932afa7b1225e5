import type { z } from 'zod'
import { useFormat } from '#platform/web/format.ts'
import { usePhrase } from '#platform/web/phrases.tsx'
import type { AuditEntry } from '../../contract.ts'
import './audit-changes.css'

/** Closed, how many fields; opened, each field with what stood there before and after. */
export function AuditChanges({ entry: { changes, subjectId } }: { readonly entry: z.output<typeof AuditEntry> }) {
  const t = usePhrase()
  const format = useFormat()
  if (changes.length === 0) return <span className="gd-muted">{t('people.audit_unchanged')}</span>
  return (
    <details className="gd-audit">
      <summary>{t('people.audit_fields', { count: format.number(changes.length) })}</summary>
      <p className="gd-muted">{t('people.audit_record_id')}: {subjectId}</p>
      <dl>
        {changes.map(({ field, before, after }) => (
          <div key={field}>
            <dt>{field}</dt>
            <dd>
              <Value text={before} /> → <Value text={after} />
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

function Value({ text }: { readonly text: string | null }) {
  const t = usePhrase()
  return text === null || text === '' ? <span className="gd-muted">{t('people.audit_empty')}</span> : text
}
