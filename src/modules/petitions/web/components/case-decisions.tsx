import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { IconWritingSign } from '@tabler/icons-react'
import { useState } from 'react'
import { formatDate } from '#kernel/plain-date.ts'
import { withQuery } from '#platform/web/api-client.ts'
import { formatDateTime } from '#platform/web/format.ts'
import { Section } from '#platform/web/page.tsx'
import { usePhrase, type Translate } from '#platform/web/phrases.tsx'
import type { CaseRecord } from '../../contract.ts'
import { FORM_PAPERS } from '../../contract-acts.ts'
import type { SignedAction } from '../../domain/actions.ts'
import { caseUrl } from '../queries.ts'
import { actWords } from './act-words.ts'
import './case-parts.css'

type Decision = CaseRecord['decisions'][number]
type Paper = (typeof FORM_PAPERS)[number]

/** Taking up and laying aside are proposed to the head in writing. */
const WITH_PROPOSAL: ReadonlySet<string> = new Set<SignedAction>(['accept', 'file'])

function paperUrl(caseId: string, decisionId: string, format: 'docx' | 'pdf' | 'svg', paper: Paper = 'decision'): string {
  return withQuery(`${caseUrl(caseId)}/decisions/${decisionId}.${format}`, { paper: paper === 'decision' ? undefined : paper })
}

interface PreparedDecisionProps {
  readonly record: CaseRecord
  readonly decision: Decision
  /** Buttons for who prepares and who signs. */
  readonly actions: React.ReactNode
}

/** What waits for the signature, on top of everything else: who prepared it, why it came back, and how it will look. */
export function PreparedDecision({ record, decision, actions }: PreparedDecisionProps) {
  const t = usePhrase()
  const { preparedName, preparedAt, returnedBecause } = decision
  return (
    <Section title={t(returnedBecause === null ? 'petitions.prepared_section' : 'petitions.prepared_returned_section')} actions={<Group gap="xs" className="gd-no-print">{actions}</Group>}>
      <Stack gap="sm">
        <Text fw={600}><IconWritingSign size={18} aria-hidden style={{ verticalAlign: '-3px' }} /> {actWords(decision.action, record.kind, t)}</Text>
        <Text className="gd-muted">{t('petitions.prepared_by', { name: preparedName, at: formatDateTime(preparedAt) })}</Text>
        {returnedBecause === null ? null : <Alert color="amber">{t('petitions.returned_because', { because: returnedBecause })}</Alert>}
        {decision.hasForm ? <FormPreview record={record} decision={decision} /> : null}
      </Stack>
    </Section>
  )
}

/** The form as it will be printed; asked for only when somebody wants to see it. */
function FormPreview({ record, decision }: { readonly record: CaseRecord; readonly decision: Decision }) {
  const t = usePhrase()
  const [isShown, setIsShown] = useState(false)
  const what = actWords(decision.action, record.kind, t)
  return (
    <>
      <Group gap="xs" className="gd-no-print">
        <Button variant="default" aria-expanded={isShown} onClick={() => { setIsShown((was) => !was) }}>{t(isShown ? 'petitions.preview_hide' : 'petitions.preview')}</Button>
        <PaperLinks caseId={record.id} decision={decision} />
      </Group>
      {isShown ? <div className="gd-case-paper gd-no-print" tabIndex={0} role="region" aria-label={t('petitions.preview_title', { what })}><img alt={t('petitions.preview_title', { what })} src={paperUrl(record.id, decision.id, 'svg')} /></div> : null}
    </>
  )
}

/** The letter, and the note by which it was proposed to the head. */
function PaperLinks({ caseId, decision: { id, action } }: { readonly caseId: string; readonly decision: Decision }) {
  const t = usePhrase()
  return (
    <>
      <Button component="a" variant="subtle" size="compact-md" href={paperUrl(caseId, id, 'docx')} download>{t('petitions.download_docx')}</Button>
      <Button component="a" variant="subtle" size="compact-md" href={paperUrl(caseId, id, 'pdf')} download>{t('petitions.download_pdf')}</Button>
      {WITH_PROPOSAL.has(action) ? <Button component="a" variant="subtle" size="compact-md" href={paperUrl(caseId, id, 'docx', 'proposal')} download>{t('petitions.paper.proposal')}</Button> : null}
    </>
  )
}

/** Everything that was signed, the latest first. */
export function SignedDecisions({ record }: { readonly record: CaseRecord }) {
  const t = usePhrase()
  const signed = record.decisions.filter(({ signedOn }) => signedOn !== null).toReversed()
  if (signed.length === 0) return null
  return (
    <Section title={t('petitions.decisions')}>
      <ul className="gd-case-list" aria-label={t('petitions.decisions')}>
        {signed.map((decision) => (
          <li key={decision.id}>
            <div>
              <strong>{actWords(decision.action, record.kind, t)}</strong>
              <div>{decision.signedOn === null ? null : t('petitions.decision_of', { number: decision.number ?? '—', date: formatDate(decision.signedOn) })}</div>
              <div className="gd-muted">{signerWords(decision, t)}</div>
            </div>
            {decision.hasForm ? <Group gap="xs" className="gd-no-print"><PaperLinks caseId={record.id} decision={decision} /></Group> : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function signerWords({ signerName, signerPost, signedFor }: Decision, t: Translate): string {
  return [signerPost, signedFor === null ? signerName : t('petitions.signed_for', { name: signerName ?? '', for: signedFor })].filter(Boolean).join(', ')
}
