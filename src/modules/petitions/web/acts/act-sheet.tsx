import type { ComponentType } from 'react'
import { usePhrase } from '#platform/web/phrases.tsx'
import { Sheet } from '#platform/web/sheet.tsx'
import type { CaseRecord } from '../../contract.ts'
import type { CaseAction } from '../../domain/actions.ts'
import { actWords } from '../components/act-words.ts'
import { AppealForm, EnforceForm, NotifyAcceptanceForm, PublishConclusionForm, RecordReplyForm, ReopenForm, SendDecisionForm, UrgeForm } from './after-forms.tsx'
import { ConcludeForm } from './conclude-form.tsx'
import { CallDialogueForm, HoldDialogueForm } from './dialogue-forms.tsx'
import { AskForm, AssignForm, NoteForm, WithdrawForm } from './plain-forms.tsx'
import { DeclareComplexForm, ExtendForm, ResumeForm, SuspendForm, TerminateForm, VerifyForm } from './resolution-forms.tsx'
import { DiscardDialog, ReturnForm, SignForm } from './sign-forms.tsx'
import { SplitForm } from './split-form.tsx'
import { AcceptForm, FileForm, GuideForm, RefuseForm, TransferForm } from './triage-forms.tsx'
import type { ActFormProps } from './use-act.ts'

/** Sorting has a page of its own, the letter beside it. */
type SheetAct = Exclude<CaseAction, 'sort'> | 'sign' | 'return' | 'discard'

const FORMS: Readonly<Record<Exclude<SheetAct, 'discard'>, ComponentType<ActFormProps>>> = {
  split: SplitForm, accept: AcceptForm, refuse: RefuseForm, guide: GuideForm, transfer: TransferForm, file: FileForm, assign: AssignForm, verify: VerifyForm, 'call-dialogue': CallDialogueForm,
  'hold-dialogue': HoldDialogueForm, 'declare-complex': DeclareComplexForm, extend: ExtendForm, suspend: SuspendForm, resume: ResumeForm, terminate: TerminateForm, withdraw: WithdrawForm, conclude: ConcludeForm,
  'notify-acceptance': NotifyAcceptanceForm, 'send-decision': SendDecisionForm, 'publish-conclusion': PublishConclusionForm, enforce: EnforceForm, appeal: AppealForm, reopen: ReopenForm, ask: AskForm, note: NoteForm,
  urge: UrgeForm, 'record-reply': RecordReplyForm, sign: SignForm, return: ReturnForm,
}
const WIDE: ReadonlySet<SheetAct> = new Set(['conclude', 'split', 'enforce'])

/** What may be opened over the record. */
export type OpenedAct = SheetAct | null

interface ActSheetProps {
  readonly record: CaseRecord
  readonly act: OpenedAct
  readonly onClose: () => void
}

/** The form of one act over the record it belongs to. */
export function ActSheet({ record, act, onClose }: ActSheetProps) {
  const t = usePhrase()
  if (act === 'discard') return <DiscardDialog record={record} onDone={onClose} />
  const Form = act === null ? null : FORMS[act]
  return (
    <Sheet opened={act !== null} onClose={onClose} title={act === null ? '' : actWords(act, record.kind, t)} width={act !== null && WIDE.has(act) ? '46rem' : '36rem'}>
      {Form === null ? null : <Form key={act} record={record} onDone={onClose} />}
    </Sheet>
  )
}
