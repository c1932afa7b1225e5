import { Badge, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { DraftNote } from '#platform/web/form-page.tsx'
import { LeaveGuard } from '#platform/web/leave-guard.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { SmallForm } from '#platform/web/small-form.tsx'
import { isSigned, type CaseAction } from '../../domain/actions.ts'
import type { LegalBasis } from '../../domain/legal-basis.ts'
import { LEGAL_BASIS } from '../../domain/legal-basis.ts'
import { FieldNote } from '../components/form-part.tsx'
import type { Act } from './use-act.ts'

const BASIS: Partial<Record<CaseAction, LegalBasis>> = {
  sort: LEGAL_BASIS.eligible, split: LEGAL_BASIS.severalMatters, accept: LEGAL_BASIS.acceptance, transfer: LEGAL_BASIS.transfer, file: LEGAL_BASIS.filing,
  'call-dialogue': LEGAL_BASIS.dialogue, 'hold-dialogue': LEGAL_BASIS.dialogue, 'declare-complex': LEGAL_BASIS.complexity, extend: LEGAL_BASIS.extension, appeal: LEGAL_BASIS.secondInstance,
}

interface ActFormFrameProps<Values extends object> {
  readonly act: Act<Values>
  /** The verb on the button; left out, what the act is called, or that it goes for signature. */
  readonly submitLabel?: string
  /** The article where it is another than the act's, as for a denunciation; null where none was read. */
  readonly basis?: LegalBasis | null
  readonly children: ReactNode
}

/** A form of an act: what it does, on which article, its fields, the draft that is kept. */
export function ActForm<Values extends object>({ act: { action, form, draft, command }, submitLabel, basis = BASIS[action] ?? null, children }: ActFormFrameProps<Values>) {
  const t = usePhrase()
  return (
    <Stack gap="md">
      <div>
        <Text>{t(`petitions.act_help.${action}`)}{isSigned(action) ? ` ${t('petitions.act_needs_signature')}` : ''}</Text>
        {basis === null ? null : <Basis basis={basis} />}
      </div>
      {draft === null ? <FieldNote tone="soon">{t('petitions.not_kept_here')}</FieldNote> : <DraftNote draft={draft} />}
      <LeaveGuard wouldLose={draft === null && form.isDirty() && !command.running} />
      <SmallForm form={form} onSubmit={command.run} command={command} submitLabel={submitLabel ?? t(isSigned(action) ? 'petitions.act_submit' : `petitions.act.${action}`)}>
        {children}
      </SmallForm>
    </Stack>
  )
}

/** The article something leans on; one not read in its source says so. */
export function Basis({ basis: { article, certainty } }: { readonly basis: LegalBasis }) {
  const t = usePhrase()
  return (
    <Text size="sm" component="div" className="gd-muted">
      {t('petitions.act_basis')}: {article} {certainty === 'verified' ? null : <Badge color="gray" variant="light">{t(`web.certainty_${certainty}`)}</Badge>}
    </Text>
  )
}
