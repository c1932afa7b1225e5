import { Button } from '@mantine/core'
import { useState } from 'react'
import { api } from '#platform/web/api-client.ts'
import { useCommand } from '#platform/web/command.ts'
import { ConfirmDialog } from '#platform/web/confirm-dialog.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import type { CaseRecord } from '../../contract.ts'
import { OpenedIdentity } from '../../contract-cases.ts'
import { caseUrl } from '../queries.ts'

interface IdentityNumberProps { readonly caseId: string; readonly party: CaseRecord['parties'][number] }

/** The last digits; the whole number after a question, and the audit trail keeps who asked. */
export function IdentityNumber({ caseId, party: { id, name, identityKind, identityEnd } }: IdentityNumberProps) {
  const t = usePhrase()
  const [isAsking, setIsAsking] = useState(false)
  const [number, setNumber] = useState<string | null>(null)
  const open = useCommand({
    run: () => api.get(`${caseUrl(caseId)}/parties/${id}/identity`, OpenedIdentity), refresh: [],
    onDone: (opened) => { setNumber(opened.number); setIsAsking(false) },
  })
  if (identityKind === null) return null
  const kind = t(`petitions.identity.${identityKind}`)
  return (
    <div>
      <span className="gd-figures">{number === null ? t('petitions.identity_masked', { kind, end: identityEnd ?? '' }) : `${kind} ${number}`}</span>{' '}
      <Button
        variant="subtle" size="compact-md" className="gd-no-print" {...(number === null ? { 'aria-label': t('petitions.identity_open_of', { name }) } : {})}
        onClick={() => { if (number === null) setIsAsking(true); else setNumber(null) }}
      >
        {t(number === null ? 'petitions.identity_open' : 'petitions.identity_hide')}
      </Button>
      <ConfirmDialog opened={isAsking} onClose={() => { setIsAsking(false) }} title={t('petitions.identity_ask')} confirmLabel={t('petitions.identity_open')} onConfirm={() => { open.run() }} running={open.running} problem={open.problem}>
        {t('petitions.identity_ask_text')}
      </ConfirmDialog>
    </div>
  )
}
