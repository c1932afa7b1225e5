import { Button } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { EmptyState } from '#platform/web/empty-state.tsx'
import { FileDrop } from '#platform/web/file-drop.tsx'
import { FormPage } from '#platform/web/form-page.tsx'
import { DeskLink } from '#platform/web/page-link.tsx'
import { Page } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { ProgressNote } from '#platform/web/progress-note.tsx'
import { holds, useSession, type Session } from '#platform/web/session.ts'
import type { Registered } from '../../contract.ts'
import { FilesNotSent } from '../components/files-not-sent.tsx'
import { FieldNote, FormPart } from '../components/form-part.tsx'
import { IntakeFields, type ReceivingUnit } from '../components/intake-fields.tsx'
import { MatterFields, PriorFields } from '../components/matter-fields.tsx'
import { nearestTerm, Receipt, type ReceiptOf } from '../components/receipt.tsx'
import { isFilled, type RegisterDraft } from '../components/register-draft.ts'
import { SenderFields } from '../components/sender-fields.tsx'
import { sendAttachments, type AttachmentFault, type SendingProgress } from '../components/send-attachments.ts'
import { SimilarWhileTyping } from '../components/similar-while-typing.tsx'
import { useRegister } from '../components/use-register.ts'
import { ATTACHMENT_ENDINGS, MAX_ATTACHMENT_BYTES } from '../attachment-kinds.ts'
import { casePath, caseQueries } from '../queries.ts'

/** A case is entered in one column, by keyboard alone if need be, and ends in its receipt. */
export function RegisterCasePage() {
  const t = usePhrase()
  const session = useSession()
  const units = receivingUnits(session)
  const [first] = units
  const [made, setMade] = useState<Made | null>(null)
  const [round, setRound] = useState(0)
  if (first === undefined) return <Page title={t('petitions.register_title')}><EmptyState title={t('petitions.register_no_unit')} /></Page>
  if (made !== null) return <Done made={made} mayOpen={holds(session, 'petitions.read')} onNext={() => { setMade(null); setRound((count) => count + 1) }} />
  return <RegisterForm key={round} units={units} firstUnitId={first.id} onMade={setMade} />
}

interface Made { readonly registered: Registered; readonly receipt: ReceiptOf; readonly files: readonly File[] }

interface RegisterFormProps {
  readonly units: readonly ReceivingUnit[]
  readonly firstUnitId: string
  readonly onMade: (made: Made) => void
}

function RegisterForm({ units, firstUnitId, onMade }: RegisterFormProps) {
  const t = usePhrase()
  const { today } = useSession()
  const holder = useRef<HTMLDivElement>(null)
  const topics = useQuery(caseQueries.topics).data?.topics ?? []
  const registration = useRegister(firstUnitId, (registered, sent, files) => { onMade({ registered, files, receipt: receiptOf(registered, sent, units, sent.receivedOn ?? today) }) })
  const { form, draft, save, files, setFiles } = registration
  const isSecret = form.values.kind === 'denunciation'
  useHotkeys([['mod+Enter', () => { holder.current?.querySelector('form')?.requestSubmit() }]], [])
  return (
    <div ref={holder}>
      <FormPage
        title={t('petitions.register_title')} lead={t('petitions.register_lead')} breadcrumbs={[{ label: t('petitions.cases'), to: '/don-thu' }]} form={form} onSubmit={save.run}
        submitLabel={t('petitions.register_save')} command={save} {...(isSecret ? {} : { draft })} wouldLose={files.length > 0 || (isSecret && form.isDirty())} cancelTo="/don-thu"
      >
        <IntakeFields form={form} units={units} />
        {isSecret ? <FieldNote tone="soon">{t('petitions.not_kept_here')}</FieldNote> : null}
        <SenderFields form={form} />
        <MatterFields form={form} topics={topics} />
        <SimilarWhileTyping form={form} />
        <PriorFields form={form} />
        <FormPart title={t('petitions.part_files')}>
          <FileDrop label={t('petitions.files_field')} description={t('petitions.files_help')} value={files} onChange={setFiles} accept={ATTACHMENT_ENDINGS} maxBytes={MAX_ATTACHMENT_BYTES} multiple name="files" />
        </FormPart>
      </FormPage>
    </div>
  )
}

/** The receipt at once; the files go up behind it, and what did not go is said. */
function Done({ made: { registered, receipt, files }, mayOpen, onNext }: { readonly made: Made; readonly mayOpen: boolean; readonly onNext: () => void }) {
  const t = usePhrase()
  const [progress, setProgress] = useState<SendingProgress | null>(null)
  const [faults, setFaults] = useState<readonly AttachmentFault[]>([])
  const record = useQuery({ ...caseQueries.record(registered.id), enabled: mayOpen })
  const started = useRef(false)
  async function send(some: readonly File[]) {
    setFaults(await sendAttachments(registered.id, some, setProgress))
    setProgress(null)
  }
  useEffect(() => {
    if (started.current || files.length === 0) return
    started.current = true
    void send(files)
  })
  return (
    <Receipt
      receipt={{ ...receipt, due: record.data === undefined ? null : nearestTerm(record.data) }}
      notes={(
        <>
          {progress === null ? null : <ProgressNote label={t('petitions.files_sending', { done: progress.done + 1, total: progress.total })} done={Math.round((progress.done + progress.share) * 100)} total={progress.total * 100} />}
          <FilesNotSent faults={faults} running={progress !== null} onAgain={() => { void send(faults.map(({ file }) => file)) }} />
        </>
      )}
      actions={(
        <>
          <Button onClick={onNext} disabled={progress !== null} data-autofocus>{t('petitions.slip_next')}</Button>
          {mayOpen ? <Button variant="default" component={DeskLink} to={casePath(registered.id)}>{t('petitions.slip_open')}</Button> : null}
        </>
      )}
    />
  )
}

function receiptOf({ id, code, number, year }: Registered, sent: RegisterDraft, units: readonly ReceivingUnit[], receivedOn: ReceiptOf['receivedOn']): ReceiptOf {
  const sender = sent.isAnonymous ? undefined : sent.parties.find(isFilled)
  return { id, code, number, year, receivedOn, channel: sent.channel, unitName: units.find((unit) => unit.id === sent.unitId)?.name ?? '', senderName: sender?.name ?? null }
}

/** The units whose petitions the person takes in, by the roles they hold. */
function receivingUnits(session: Session): ReceivingUnit[] {
  const units = new Map(session.actor.roles.filter(({ unitId }) => holds(session, 'petitions.receive', unitId)).map(({ unitId, unitName }) => [unitId, unitName]))
  return [...units].map(([id, name]) => ({ id, name, mayDenounce: holds(session, 'petitions.handle-denunciations', id) }))
}
